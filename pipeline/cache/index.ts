import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Entries, entriesIn } from './entries.ts';

export { hashOf } from './digests.ts';
export type { Entries } from './entries.ts';
export { storeOf } from './store.ts';

/** Bytes that are kept of earlier builds, of all publications of a person together. */
const limit = 512 * 1024 * 1024;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the system keeps, for this program and person, what can be made again.
 *
 * @param home - Of the person; there may be none, as in a container whose user has no name.
 */
export function ownFolder(env: Environment, home: string | undefined = homeFolder()): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = env;
  const usual = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  const caches = XDG_CACHE_HOME || LOCALAPPDATA || (home && join(home, usual));
  return caches ? join(caches, 'diptych') : undefined;
}

/** Where a person's earlier builds are kept: in `DIPTYCH_CACHE`, if that is set. */
export function cacheFolder(env: Environment, home?: string): string | undefined {
  if (env.DIPTYCH_CACHE) return env.DIPTYCH_CACHE;
  const own = ownFolder(env, home);
  return own && join(own, 'builds');
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
