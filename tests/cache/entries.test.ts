import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder, openCache } from '../../pipeline/cache/index.ts';

const bytes = (length: number, value = 1): Uint8Array => new Uint8Array(length).fill(value);
const folder = (): string => mkdtempSync(join(tmpdir(), 'diptych-cache-'));

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}

test('what was put is there, also for another that opens the folder; what was not is not', () => {
  const root = folder();
  openCache(root).put('aabbcc', bytes(1000));
  expect(openCache(root).get('aabbcc')).toEqual(Buffer.from(bytes(1000)));
  expect(openCache(root).get('aabbcd')).toBeUndefined();
  expect(openCache(root).info()).toEqual({ entries: 1, bytes: 1032 });
});

test.each([
  ['cut short', (file: Buffer) => file.subarray(0, 500)],
  ['of no bytes', () => Buffer.alloc(0)],
  ['with one bit turned', (file: Buffer) => Buffer.from(file.map((byte, at) => (at === 700 ? byte ^ 1 : byte)))],
])('an entry %s is none, and goes', (_, damage) => {
  const root = folder();
  openCache(root).put('aabbcc', bytes(1000));
  const [path = ''] = filesIn(root);
  writeFileSync(path, damage(readFileSync(path)));
  expect(openCache(root).get('aabbcc')).toBeUndefined();
  expect(filesIn(root)).toEqual([]);
});

test('what was not asked for longest goes first, and as much as is too much', () => {
  const root = folder();
  const cache = openCache(root, 10_000);
  const keys = ['aa1', 'bb1', 'cc1', 'dd1', 'ee1', 'ff1', 'ab1', 'ac1'];
  for (const [at, key] of keys.entries()) {
    cache.put(key, bytes(1968));
    utimesSync(join(root, key.slice(0, 2), key.slice(2)), at + 1, at + 1);
  }
  expect(cache.get('aa1')).toBeDefined(); // asked for now
  cache.trim();
  expect(keys.filter((key) => cache.get(key))).toEqual(['aa1', 'ee1', 'ff1', 'ab1', 'ac1']);
  expect(cache.info().bytes).toBe(10_000);
  cache.put('ad1', bytes(2501)); // more than a quarter of all
  expect(cache.get('ad1')).toBeUndefined();
});

test('what a process that was killed left half written goes after an hour', () => {
  const root = folder();
  mkdirSync(join(root, 'aa'));
  for (const [name, time] of [
    ['.part-old', 1],
    ['.part-new', Date.now() / 1000],
  ] as const) {
    writeFileSync(join(root, 'aa', name), 'half');
    utimesSync(join(root, 'aa', name), time, time);
  }
  const cache = openCache(root);
  cache.put('aabbcc', bytes(10));
  cache.trim();
  expect(filesIn(root).map((path) => path.split('/').at(-1))).toEqual(expect.arrayContaining(['.part-new', 'bbcc']));
  expect(filesIn(root)).toHaveLength(2);
  cache.clear();
  expect(cache.info()).toEqual({ entries: 0, bytes: 0 });
});

test('a folder that cannot be is no fault', () => {
  const root = folder();
  writeFileSync(join(root, 'file'), '');
  const cache = openCache(join(root, 'file', 'cache'));
  cache.put('aabbcc', bytes(10));
  expect([cache.get('aabbcc'), cache.info().entries]).toEqual([undefined, 0]);
  cache.trim();
});

test('it is where the person says, or where the system keeps what can be made again', () => {
  expect(cacheFolder({ DIPTYCH_CACHE: '/x/y', XDG_CACHE_HOME: '/z' })).toBe('/x/y');
  expect(cacheFolder({ XDG_CACHE_HOME: '/z' })).toBe('/z/diptych/builds');
  expect(cacheFolder({}, '/home/someone')).toMatch(/^.home.someone.+diptych.builds$/);
  expect(cacheFolder({})).toMatch(/diptych.builds$/); // the home of whoever runs this
  expect(cacheFolder({}, '')).toBeUndefined();
});
