import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Changes, changesIn } from '../../pipeline/watch/changes.ts';
import { newPublication } from '../helpers/publication.ts';

let changes: Changes | undefined;
afterEach(() => changes?.close());

/** What a reader who reads a file whenever told has last seen of it. */
async function seenOf(dir: string, path: string): Promise<{ last: () => string; told: string[] }> {
  let last = '';
  const told: string[] = [];
  changes = await changesIn(dir, ({ path: changed }) => {
    told.push(changed);
    if (changed === path)
      void readFile(join(dir, path), 'utf8').then(
        (text) => (last = text),
        () => (last = '(gone)'),
      );
  });
  return { last: () => last, told };
}
const soon = { timeout: 10_000, interval: 20 };
/** Longer than the last reading after an event. */
const quiet = 600;

describe('what a person saves last is seen', () => {
  test.each([1, 2, 3, 4, 5])('20 saves within 50 ms, burst %i', async (burst) => {
    const dir = newPublication();
    const { last } = await seenOf(dir, 'source/welcome.md');
    for (let save = 1; save <= 20; save++) {
      writeFileSync(join(dir, 'source/welcome.md'), `burst ${burst} save ${save}`);
      await sleep(2);
    }
    await vi.waitFor(() => expect(last()).toBe(`burst ${burst} save 20`), soon);
  });

  test.each([1, 2, 3])('saves by renaming, within 50 ms, round %i', async (round) => {
    const dir = newPublication();
    const { last } = await seenOf(dir, 'source/welcome.md');
    for (let save = 1; save <= 15; save++) {
      writeFileSync(join(dir, 'source/.welcome.md.tmp'), `round ${round} save ${save}`);
      renameSync(join(dir, 'source/.welcome.md.tmp'), join(dir, 'source/welcome.md'));
      await sleep(3);
    }
    await vi.waitFor(() => expect(last()).toBe(`round ${round} save 15`), soon);
  });
});

test('new, moved and removed files and folders are told', async () => {
  const dir = newPublication();
  const { told } = await seenOf(dir, '');
  writeFileSync(join(dir, 'source/new.md'), '# New');
  await vi.waitFor(() => expect(told).toContain('source/new.md'), soon);
  mkdirSync(join(dir, 'source/deep'));
  writeFileSync(join(dir, 'source/deep/map.svg'), '<svg/>');
  await vi.waitFor(() => expect(told).toContain('source/deep/map.svg'), soon);
  mkdirSync(join(dir, 'templates/html'), { recursive: true });
  writeFileSync(join(dir, 'templates/html/style.css'), 'p {}');
  await vi.waitFor(() => expect(told).toContain('templates/html/style.css'), soon);
  told.length = 0;
  rmSync(join(dir, 'source/borrowing.md'));
  await vi.waitFor(() => expect(told).toContain('source/borrowing.md'), soon);
  renameSync(join(dir, 'source/new.md'), join(dir, 'source/newer.md'));
  await vi.waitFor(() => expect(told).toEqual(expect.arrayContaining(['source/new.md', 'source/newer.md'])), soon);
});

test('a save that changes nothing, an editor’s own files, and what lies elsewhere are no changes', async () => {
  const dir = newPublication();
  const { told } = await seenOf(dir, '');
  const text = await readFile(join(dir, 'source/welcome.md'));
  writeFileSync(join(dir, 'source/welcome.md'), text);
  writeFileSync(join(dir, 'source/.welcome.md.swp'), 'x');
  writeFileSync(join(dir, 'source/welcome.md~'), 'x');
  writeFileSync(join(dir, 'README.md'), 'x');
  mkdirSync(join(dir, 'dist'));
  writeFileSync(join(dir, 'dist/index.html'), 'x');
  await sleep(quiet);
  expect(told).toEqual([]);
});
