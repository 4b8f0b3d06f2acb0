import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Entries, entriesIn } from './entries.ts';

export { hashOf } from './digests.ts';
export type { Entries } from './entries.ts';
export { storeOf } from './store.ts';

/** Bytes that are kept of earlier builds, of all publications of a person together. */
const limit = 512 * 1024 * 1024;

/**
 * Where a person's earlier builds are kept: `DIPTYCH_CACHE`, or where the system keeps what can be made again.
 *
 * @param env - The environment.
 * @param home - Of the person; there may be none, as in a container whose user has no name.
 */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  home: string | undefined = homeFolder(),
): string | undefined {
  const { DIPTYCH_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = env;
  if (DIPTYCH_CACHE) return DIPTYCH_CACHE;
  const own = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  const caches = XDG_CACHE_HOME || LOCALAPPDATA || (home && join(home, own));
  return caches ? join(caches, 'diptych', 'builds') : undefined;
}

function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

/** @param bytes - That all entries may have together; 512 MiB unless told. */
export function openCache(folder: string, bytes: number = limit): Entries {
  return entriesIn(folder, bytes);
}
