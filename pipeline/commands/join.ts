import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { importRepository, type JoinProblem, merged, readSplitMap } from '../exchange/index.ts';
import { Failure, type SourceFile } from '../model/index.ts';
import { decodeText, markdownName, readRepository } from '../read/index.ts';
import { pathsBelow, relativeTo, writeAll } from './folders.ts';
import { assertEmpty } from './init.ts';
import type { Context } from './program.ts';
import { misused } from './reporting.ts';
import { mapName, type SplitFlags } from './split.ts';
import type { ExitCode } from './terminal.ts';

/**
 * `diptych join`: what `split` parted, together again. By its map to the byte, with what was changed in its place; what
 * has no place of its own, and all of it where there is no map, by what the two sides say.
 */
export async function joinCommand(dir: string, { out }: SplitFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  if (out === undefined) return misused('failure.split-out', context);
  await assertEmpty(resolve(out));
  const paths = await pathsBelow(dir);
  if (!paths.some((path) => markdownName.test(path))) throw new Failure('no-markdown', { path: dir });
  const joined = paths.includes(mapName) ? await byMap(dir, paths) : await bySides(dir);
  await writeAll(out, [...joined.restored, ...joined.changed, ...joined.woven]);
  const parted = new Set(joined.sides);
  await cp(join(dir, 'other'), join(out, 'source'), {
    recursive: true,
    filter: (path) => !parted.has(relativeTo(dir, path)),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  const lines = [
    speech.count('split.restored', joined.restored.length),
    ...(joined.changed.length > 0 ? [speech.count('split.changed', joined.changed.length)] : []),
    ...(joined.woven.length > 0 ? [speech.count('split.joined', joined.woven.length)] : []),
    ...joined.problems.map(({ path, kind, line }) => {
      return `  ${path}${line === undefined ? '' : `:${line}`}: ${speech.say(`split.problem.${kind}`)}`;
    }),
  ];
  terminal.out(`${lines.join('\n')}\n`);
  return joined.problems.length > 0 ? 1 : 0;
}

interface Joined {
  /** To the byte; with changes in their places; made anew. */
  readonly restored: readonly SourceFile[];
  readonly changed: readonly SourceFile[];
  readonly woven: readonly SourceFile[];
  readonly problems: readonly (Omit<JoinProblem, 'kind'> & {
    readonly kind: JoinProblem['kind'] | 'decoded' | 'unreadable';
  })[];
  /** Paths of what they were made from. */
  readonly sides: readonly string[];
}

async function byMap(dir: string, paths: readonly string[]): Promise<Joined> {
  const map = readSplitMap(await readFile(join(dir, mapName), 'utf8'));
  if (!map) throw new Failure('split-map', { path: join(dir, mapName) });
  const sides = new Set(map.files.flatMap((file) => Object.keys(file.sides)));
  const { texts, problems } = await textsOf(
    dir,
    paths.filter((path) => sides.has(path) || (/^(?:en|fr)\//i.test(path) && markdownName.test(path))),
  );
  const restored: SourceFile[] = [];
  const changed: SourceFile[] = [];
  const found = [...problems];
  const left = new Map([...texts].filter(([path]) => !sides.has(path)));
  for (const file of map.files) {
    const { text, problems, sides } = merged(file, texts);
    found.push(...problems.filter(({ kind, path }) => kind !== 'gone' || !paths.includes(path))); // there, but unreadable
    if (text === undefined) for (const [path, side] of sides) left.set(path, side);
    else {
      const written = { path: file.path, text: (file.mark ? '\uFEFF' : '') + text };
      (text === file.text ? restored : changed).push(written);
    }
  }
  return { restored, changed, woven: left.size > 0 ? await woven(left) : [], problems: found, sides: [...sides] };
}

async function textsOf(
  dir: string,
  paths: readonly string[],
): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly problems: Joined['problems'] }> {
  const texts = new Map<string, string>();
  const problems: Joined['problems'][number][] = [];
  for (const path of paths) {
    const read = decodeText(await readFile(join(dir, path)));
    if (read) texts.set(path, read.text);
    if (read?.encoding !== 'UTF-8') problems.push({ path, kind: read ? 'decoded' : 'unreadable' });
  }
  return { texts, problems };
}

/** By what the sides say, as an imported repository is. */
async function woven(texts: ReadonlyMap<string, string>): Promise<readonly SourceFile[]> {
  const folder = await mkdtemp(join(tmpdir(), 'diptych-join-'));
  try {
    await writeAll(
      folder,
      [...texts].map(([path, text]) => ({ path, text })),
    );
    return (await bySides(folder)).woven;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bySides(dir: string): Promise<Joined> {
  const read = await readRepository(dir);
  const { documents } = importRepository(read.value, new Set());
  const sides = read.value.flatMap(({ path, files = [] }) => [path, ...files.map((file) => file.path)]);
  return {
    restored: [],
    changed: [],
    woven: documents,
    problems: read.diagnostics
      .filter(({ rule }) => rule === 'file-is-readable')
      .map(({ path, severity }) => {
        return { path: path.replace(/^source\//, ''), kind: severity === 'error' ? 'unreadable' : 'decoded' };
      }),
    sides: sides.map((path) => path.replace(/^source\//, '')),
  };
}
