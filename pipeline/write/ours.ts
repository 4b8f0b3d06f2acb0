import { readdir, readFile, realpath } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { Failure } from '../model/index.ts';
import { ignoreFile } from './manifest.ts';

/**
 * Refuses to replace a folder that we did not make: one that is not empty and has neither our manifest nor our ignore
 * file, or that holds, or lies in, a folder to keep.
 *
 * @throws Failure `out-holds-source`, `out-not-folder` or `out-not-ours`.
 */
export async function assertOurs(out: string, keep: readonly string[]): Promise<void> {
  for (const folder of keep) {
    const kept = await realpath(folder).catch(() => resolve(folder));
    if (within(kept, out) || within(out, kept)) throw new Failure('out-holds-source', { path: out, kept });
  }
  const names = await namesIn(out);
  if (names.length === 0) return;
  if ((await textOf(join(out, '.gitignore'))) === ignoreFile) return;
  if (isManifest(await textOf(join(out, 'manifest.json')))) return;
  throw new Failure('out-not-ours', { path: out });
}

async function namesIn(out: string): Promise<readonly string[]> {
  try {
    return await readdir(out);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') throw new Failure('out-not-folder', { path: out });
    throw error;
  }
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The text, or nothing where there is no such file. */
async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

/** A web application's `manifest.json` is not ours. */
function isManifest(text: string): boolean {
  try {
    const { files } = JSON.parse(text) as { files?: unknown };
    return (
      Array.isArray(files) && files.every((file) => typeof file?.path === 'string' && typeof file.sha256 === 'string')
    );
  } catch {
    return false;
  }
}
