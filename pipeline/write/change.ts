import { randomBytes } from 'node:crypto';
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../model/index.ts';

interface TextChange {
  readonly path: string;
  /** What the file is to hold still, without a byte-order mark; undefined: there is to be no such file. */
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * Writes changed source files, each beside the old one and then in its place, with its mode, its byte-order mark, and
 * through links. Nothing is changed unless every file is still what it was when it was read.
 *
 * @throws Failure `file-changed` when one is not.
 */
export async function changeFiles(dir: string, changes: readonly TextChange[]): Promise<void> {
  const prepared: { readonly beside: string; readonly path: string; readonly change: TextChange }[] = [];
  try {
    for (const change of changes) {
      const given = join(dir, change.path);
      const path = await realpath(given).catch(() => given);
      const { mark, mode } = await assertSame(path, change);
      const beside = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}`);
      prepared.push({ beside, path, change });
      await writeFile(beside, mark + change.after, { mode, flag: 'wx' });
    }
    for (const { beside, path, change } of prepared) {
      await assertSame(path, change);
      await rename(beside, path);
    }
  } finally {
    for (const { beside } of prepared) await rm(beside, { force: true });
  }
}

const byteOrderMark = '\uFEFF';

async function assertSame(path: string, change: TextChange): Promise<{ mark: string; mode: number }> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (bytes === undefined) {
    if (change.before === undefined) return { mark: '', mode: 0o666 };
    throw new Failure('file-changed', { path: change.path });
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  if (text.slice(mark.length) !== change.before) throw new Failure('file-changed', { path: change.path });
  return { mark, mode: (await stat(path)).mode & 0o7777 };
}
