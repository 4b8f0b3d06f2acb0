import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { watch as watchFiles } from 'chokidar';

/** Folders of a publication whose files make its outputs. */
const watched = ['source', 'templates'] as const;

/**
 * When to read a file again after an event, in milliseconds. chokidar 5 drops the last of several saves that come within
 * about 50 ms of one another; these three readings have missed none in trials.
 */
const readings = [0, 60, 120, 180] as const;

export interface Changes {
  /** Watches these files too: plugins that stand outside the watched folders. @param paths - Relative to the publication's folder. */
  also(paths: readonly string[]): void;
  close(): Promise<void>;
}

/** A file whose content is another than before. */
export interface Change {
  /** Relative to the publication's folder, with `/`. */
  readonly path: string;
  /** It came or went. */
  readonly moved: boolean;
}

/**
 * Calls `onChange` for each file whose content is another than before. The content's hash decides, not the time of the
 * event: a save that changes nothing is no change.
 *
 * The folders are watched, never single files, so that editors which save by renaming are noticed.
 *
 * @param dir - The publication's folder; `source/` and `templates/` may come and go.
 */
export async function changesIn(dir: string, onChange: (change: Change) => void): Promise<Changes> {
  const root = resolve(dir);
  const others = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  const watcher = watchFiles(root, {
    ignored: (path) => !concerns(root, path) && !others.has(path),
    ignoreInitial: true,
    atomic: false,
  });
  watcher.on('error', () => {}); // a folder that went away while it was being read: its own events follow
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));

  const hashes = await hashesIn(root);
  watcher.on('all', (event, path) => {
    if (event !== 'addDir' && event !== 'unlinkDir') for (const delay of readings) later(path, delay);
  });
  return { also, close };

  function also(paths: readonly string[]): void {
    for (const path of paths.map((each) => resolve(root, each))) {
      if (others.has(path) || concerns(root, path)) continue;
      others.add(path);
      void hashOf(path).then((hash) => hash !== undefined && hashes.set(path, hash));
      watcher.add(path);
    }
  }

  function later(path: string, delay: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void read(path, delay === 0);
    }, delay);
    timers.add(timer);
  }

  /** @param isFirst - Others follow: an empty file is probably one whose words are still on their way. */
  async function read(path: string, isFirst: boolean): Promise<void> {
    const hash = await hashOf(path);
    if (isFirst && hash === hashOfNothing) return;
    const before = hashes.get(path);
    if (before === hash) return;
    if (hash === undefined) hashes.delete(path);
    else hashes.set(path, hash);
    const moved = before === undefined || hash === undefined;
    if (!watcher.closed) onChange({ path: relative(root, path).split(sep).join('/'), moved });
  }

  async function close(): Promise<void> {
    for (const timer of timers) clearTimeout(timer);
    await watcher.close();
  }
}

const hashOfNothing = createHash('sha256').digest('hex');

/** Undefined for what is not there, or is no file. */
async function hashOf(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

/** Of every file that is there to begin with, by absolute path. */
async function hashesIn(root: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of watched) {
    const entries = await readdir(join(root, name), { recursive: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(root, name, entry);
      const hash = concerns(root, path) && (await hashOf(path));
      if (hash) hashes.set(path, hash);
    }
  }
  return hashes;
}

/** The folder itself, and what lies in the watched ones, but for the files that editors leave beside those being written. */
function concerns(root: string, path: string): boolean {
  if (/^\.|~$/.test(basename(path)) && path !== root) return false;
  return path === root || watched.some((name) => path === join(root, name) || path.startsWith(join(root, name) + sep));
}
