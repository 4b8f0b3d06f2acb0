import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Paths below a folder of the repository, with `/`, sorted; of files whose name ends so. */
export function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path).split(sep).join('/'))
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(path, 'utf8');
}
