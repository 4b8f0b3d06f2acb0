import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../model/index.ts';

export interface LockOptions {
  /** How long to wait for another process, in milliseconds; 30,000 unless told. */
  readonly patience?: number;
  /** Told once, when there is somebody to wait for. */
  readonly onWait?: ((pid: number) => void) | undefined;
}

/** No write takes so long; an older lock belongs to a process whose number was given to another. Milliseconds. */
const oldest = 600_000;

/** A lock made but not yet filled in is given this long, in milliseconds. */
const filling = 2_000;

/** Locks that this process holds, by path: its own number in a lock that is not here is a dead process's. */
const held = new Set<string>();

/**
 * Runs `work` while no other process (nor another call in this one) does so under the same lock file.
 *
 * The file holds the process's number. A lock whose process is gone is broken.
 *
 * @throws Failure `folder-locked` when the other does not finish in time.
 */
export async function withLock<Value>(
  path: string,
  work: () => Promise<Value>,
  options: LockOptions = {},
): Promise<Value> {
  await acquire(path, options);
  try {
    return await work();
  } finally {
    held.delete(path);
    await rm(path, { force: true });
  }
}

async function acquire(path: string, { patience = 30_000, onWait }: LockOptions): Promise<void> {
  const end = Date.now() + patience;
  let told = false;
  while (!(await create(path))) {
    const found = await read(path);
    if (!found) continue;
    if (isStale(path, found)) {
      await breakLock(path, found.text);
      continue;
    }
    if (!told) onWait?.(Number(found.text));
    told = true;
    if (Date.now() > end) throw new Failure('folder-locked', { pid: found.text, path });
    await sleep(50);
  }
}

async function create(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    held.add(path);
    await file.writeFile(String(process.pid)).finally(() => file.close());
    return true;
  } catch (error) {
    if (code(error) === 'EEXIST') return false;
    throw error;
  }
}

/** What a lock file says, and how old it is in milliseconds. */
interface Found {
  readonly text: string;
  readonly age: number;
}

/** Undefined when the lock went away meanwhile. */
async function read(path: string): Promise<Found | undefined> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    return { text, age: Date.now() - mtimeMs };
  } catch (error) {
    if (code(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isStale(path: string, { text, age }: Found): boolean {
  const pid = Number(text);
  if (!Number.isInteger(pid) || pid <= 0) return age > filling;
  if (pid === process.pid) return !held.has(path);
  return age > oldest || !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return code(error) !== 'ESRCH';
  }
}

/**
 * Moves the stale lock aside: of several that try, one wins, the others find nothing to move and try again. Whoever
 * finds that it has moved a fresh lock instead puts it back.
 */
async function breakLock(path: string, stale: string): Promise<void> {
  const aside = `${path}.stale-${process.pid}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) !== stale) await link(aside, path);
  } catch (error) {
    if (code(error) !== 'ENOENT' && code(error) !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

function code(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
