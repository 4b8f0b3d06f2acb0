import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { examine } from '../build.ts';
import { importRepository, readSplitMap, restored, splitDocuments } from '../exchange/index.ts';
import { Failure, type SourceFile } from '../model/index.ts';
import { readRepository } from '../read/index.ts';
import { shortPath } from './build.ts';
import { assertEmpty } from './init.ts';
import type { Context } from './program.ts';
import { written } from './reporting.ts';
import type { ExitCode } from './terminal.ts';

export interface SplitFlags {
  readonly out?: string;
}

const mapName = 'split.json';

/** `diptych split`: each language's files in a folder of its own, with a map of how they belong together. */
export async function splitCommand(dir: string, { out }: SplitFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  if (out === undefined) return told('failure.split-out', context);
  await assertEmpty(resolve(out));
  const examined = await examine(dir);
  if (!examined.publication) {
    terminal.out(written(examined, 'text', { dir, context }));
    return 1;
  }
  const { files, map } = splitDocuments(examined.publication.documents);
  await writeAll(out, files);
  await cp(join(dir, 'source'), join(out, 'other'), { recursive: true, filter: (path) => !/\.md$/i.test(path) });
  await writeFile(join(out, mapName), `${JSON.stringify(map, null, 2)}\n`);
  terminal.out(`${speech.count('split.done', files.length)} ${shortPath(resolve(out))}\n`);
  return 0;
}

/** `diptych join`: what `split` parted, together again: by its map to the byte, else by what the two sides say. */
export async function joinCommand(dir: string, { out }: SplitFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  if (out === undefined) return told('failure.split-out', context);
  await assertEmpty(resolve(out));
  const now = await textsBelow(dir);
  if (![...now.keys()].some((path) => /\.md$/i.test(path))) throw new Failure('no-markdown', { path: dir });
  const map = readSplitMap(now.get(mapName) ?? '');
  const { whole, changed } = map ? restored(map, now) : { whole: [], changed: [...now.keys()] };
  const kept = new Set(map ? changed : [...now.keys()]);
  const read = await readRepository(dir);
  const rest = read.value.filter(({ path, files = [] }) =>
    [path, ...files.map((file) => file.path)].some((each) => kept.has(each.replace(/^source\//, ''))),
  );
  const joined = importRepository(rest, new Set()).documents;
  await writeAll(out, [...whole, ...joined]);
  await cp(join(dir, 'other'), join(out, 'source'), { recursive: true, filter: (path) => !/\.md$/i.test(path) }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    },
  );
  const lines = [speech.count('split.restored', whole.length), speech.count('split.joined', joined.length)];
  terminal.out(`${lines.join('\n')}\n`);
  return 0;
}

function told(key: string, { speech, terminal }: Context): ExitCode {
  terminal.err(`${speech.say(key)}\n`);
  return 2;
}

async function writeAll(folder: string, files: readonly SourceFile[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function textsBelow(dir: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile() && /\.(?:md|json)$/i.test(entry.name));
  return new Map(
    await Promise.all(
      found.map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(join(dir, '/').length).replaceAll('\\', '/'), await readFile(path, 'utf8')] as const;
      }),
    ),
  );
}
