import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The package's folder, with `templates/` and `docs/`, wherever this was compiled to. */
export const packageFolder = dirname(createRequire(import.meta.url).resolve('diptych/package.json'));

/** `0.1.0`. */
export function version(): string {
  return (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version;
}
