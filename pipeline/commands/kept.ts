import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder } from '../about.ts';
import { cacheFolder, type Entries, hashOf, openCache, storeOf } from '../cache/index.ts';
import type { Store } from '../model/index.ts';

/** What this person's earlier builds left; undefined where the system has no folder for it. */
export function ownCache(
  env: Readonly<Record<string, string | undefined>>,
): (Entries & { readonly folder: string }) | undefined {
  const folder = cacheFolder(env);
  return folder === undefined ? undefined : { ...openCache(folder), folder };
}

/** @param flags - `--no-cache`: nothing of earlier builds is used, and nothing is kept. */
export function ownStore(
  { cache = true }: { readonly cache?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Store | undefined {
  const entries = cache ? ownCache(env) : undefined;
  return entries && storeOf(entries, maker());
}

/** All that decides what this program makes of a source: Node, our code, our templates, and what we depend on. */
function maker(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const code = basename(here) === 'commands' ? dirname(here) : here; // not bundled
  const files = [join(packageFolder, 'package.json'), ...filesIn(code), ...filesIn(join(packageFolder, 'templates'))];
  return hashOf([process.version, ...files.flatMap((path) => [path, readFileSync(path)])]);
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : [])).sort();
}
