import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SourceFile } from '../model/index.ts';

/** Paths of all files below a folder, with `/`. */
export async function pathsBelow(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relativeTo(dir, join(entry.parentPath, entry.name)))
    .sort();
}

/** A path below a folder, as it is called there, with `/`. */
export function relativeTo(dir: string, path: string): string {
  return path.slice(join(dir, '/').length).replaceAll('\\', '/');
}

/** Files with the folders that they are in. */
export async function writeAll(folder: string, files: readonly SourceFile[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
