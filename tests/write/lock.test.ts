import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { withLock } from '../../pipeline/write/lock.ts';

let lock: string;
beforeEach(async () => {
  lock = join(await mkdtemp(join(tmpdir(), 'diptych-lock-')), '.dist.lock');
});

test('holds its process number while at work and is gone after, also after a throw', async () => {
  await withLock(lock, async () => expect(await readFile(lock, 'utf8')).toBe(String(process.pid)));
  expect(existsSync(lock)).toBe(false);
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(lock)).toBe(false);
});

test('a living process is waited for, is named, and in the end is given up on', async () => {
  const alive = process.ppid;
  await writeFile(lock, String(alive));
  const waited: number[] = [];
  const attempt = withLock(lock, async () => 'in', { patience: 120, onWait: (pid) => waited.push(pid) });
  await expect(attempt).rejects.toMatchObject({ key: 'folder-locked', details: { pid: String(alive) } });
  expect(waited).toEqual([alive]);
  expect(await readFile(lock, 'utf8')).toBe(String(alive));
});

test('the lock of a process that is gone is broken', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await writeFile(lock, String(pid));
  expect(await withLock(lock, async () => 'in', { patience: 0 })).toBe('in');
});

test('our own number in a lock that we do not hold is that of a dead process', async () => {
  await writeFile(lock, String(process.pid));
  expect(await withLock(lock, async () => 'in', { patience: 0 })).toBe('in');
});

test('a lock older than any write is broken, whoever has that number now', async () => {
  await writeFile(lock, String(process.ppid));
  await utimes(lock, new Date(0), new Date(0));
  expect(await withLock(lock, async () => 'in', { patience: 0 })).toBe('in');
});

test('an empty lock is waited for while it may still be filled in', async () => {
  await writeFile(lock, '');
  await expect(withLock(lock, async () => 'in', { patience: 100 })).rejects.toMatchObject({ key: 'folder-locked' });
  await utimes(lock, new Date(0), new Date(0));
  expect(await withLock(lock, async () => 'in', { patience: 0 })).toBe('in');
});

test('never two at a time, after a stale lock too', async () => {
  await writeFile(lock, String(spawnSync(process.execPath, ['-e', '']).pid));
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    most = Math.max(most, ++inside);
    await new Promise((done) => setTimeout(done, 2));
    inside--;
  };
  await Promise.all(Array.from({ length: 12 }, () => withLock(lock, work)));
  expect([most, inside]).toEqual([1, 0]);
});
