import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { examine } from '../build.ts';
import { splitDocuments } from '../exchange/index.ts';
import { shortPath } from './build.ts';
import { pathsBelow, relativeTo, writeAll } from './folders.ts';
import { assertEmpty } from './init.ts';
import type { Context } from './program.ts';
import { misused, written } from './reporting.ts';
import type { ExitCode } from './terminal.ts';

export interface SplitFlags {
  readonly out?: string;
}

export const mapName = 'split.json';

/** `diptych split`: each language's files in a folder of its own, with a map of how they belong together. */
export async function splitCommand(dir: string, { out }: SplitFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  if (out === undefined) return misused('failure.split-out', context);
  await assertEmpty(resolve(out));
  const examined = await examine(dir);
  if (!examined.publication) {
    terminal.out(written(examined, 'text', { dir, context }));
    return 1;
  }
  const { documents } = examined.publication;
  const { files, map } = splitDocuments(documents, await markedFiles(dir));
  await writeAll(out, files);
  const parted = new Set(map.files.map(({ path }) => path));
  await cp(join(dir, 'source'), join(out, 'other'), {
    recursive: true,
    filter: (path) => !parted.has(`source/${relativeTo(join(dir, 'source'), path)}`),
  });
  await writeFile(join(out, mapName), `${JSON.stringify(map, null, 1)}\n`);
  terminal.out(`${speech.count('split.done', files.length)} ${shortPath(resolve(out))}\n`);
  return 0;
}

/** Sources that begin with a byte-order mark, which reading takes off. */
async function markedFiles(dir: string): Promise<ReadonlySet<string>> {
  const marked = new Set<string>();
  for (const path of await pathsBelow(join(dir, 'source'))) {
    if (!/\.md$/i.test(path)) continue;
    const bytes = await readFile(join(dir, 'source', path));
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) marked.add(`source/${path}`);
  }
  return marked;
}
