import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The package's folder, with `templates/` and `docs/`: one above both `pipeline/` and `.build/`. */
export const packageFolder = fileURLToPath(new URL('..', import.meta.url));

/** `0.1.0`. */
export function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
