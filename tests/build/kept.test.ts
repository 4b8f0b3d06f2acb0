import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BuildOptions, build } from '../../pipeline/build.ts';
import { openCache, storeOf } from '../../pipeline/cache/index.ts';
import { killBuilds } from '../helpers/build-kills.ts';
import { editAndKeep } from '../helpers/edits.ts';

test.each([
  { name: 'as it is published', seed: 3, draft: false },
  { name: 'as a draft', seed: 4, draft: true },
])('what is built with what earlier runs left is what is built afresh, $name', async ({ seed, draft }) => {
  const { faults, rested } = await editAndKeep({ count: 11, seed, draft, allEvery: 11, limit: 3_000_000 });
  expect(faults).toEqual([]);
  expect(rested).toBeGreaterThan(0);
});

/** A publication, and what builds of it with its own cache say. */
function publication() {
  const root = mkdtempSync(join(tmpdir(), 'diptych-kept-'));
  const dir = join(root, 'publication');
  cpSync('tests/publications/edited', dir, { recursive: true });
  return {
    dir,
    put(path: string, text: string): void {
      mkdirSync(join(dir, path, '..'), { recursive: true });
      writeFileSync(join(dir, path), text);
    },
    text: (path: string): string => readFileSync(join(dir, path), 'utf8'),
    /** Whether the build had nothing to do. */
    async rests(options: BuildOptions = {}, maker = 'this'): Promise<boolean> {
      const store = storeOf(openCache(join(root, 'cache')), maker);
      const { isUnchanged, outcome } = await build(dir, { formats: ['html'], mayRest: true, store, ...options });
      expect(outcome).toBe('done');
      return isUnchanged ?? false;
    },
    end: () => rmSync(root, { recursive: true }),
  };
}

test('a build does nothing where an earlier one of the same left the output folder as it is', async () => {
  const { dir, put, text, rests, end } = publication();
  expect([await rests(), await rests()]).toEqual([false, true]);
  const [first] = JSON.parse(text('dist/manifest.json')).files.map((file: { path: string }) => file.path);

  put(`dist/${first}`, 'changed by hand');
  expect([await rests(), text(`dist/${first}`) === 'changed by hand', await rests()]).toEqual([false, false, true]);
  put('dist/more.html', 'put there by hand');
  expect([await rests(), await rests()]).toEqual([false, true]);
  rmSync(join(dir, 'dist'), { recursive: true });
  expect([await rests(), await rests()]).toEqual([false, true]);

  put('source/one.md', text('source/one.md').replace('twice', 'more than once'));
  expect([await rests(), await rests()]).toEqual([false, true]);
  put('templates/strings/en.json', '{"edition": {"page": {"search": "Find"}}}');
  expect([await rests(), await rests()]).toEqual([false, true]);
  put('source/pictures/new.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
  expect(await rests()).toBe(false);

  for (const other of [{ draft: true }, { editions: ['en'] }, { formats: ['html', 'epub'] }] as const)
    expect([await rests(other), await rests(other), await rests({}), await rests()]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  expect(await rests({}, 'another version')).toBe(false);
  expect(await rests({ mayRest: false }, 'another version')).toBe(false);
  end();
});

test('what was made while a file changed is not taken for what the file said before', async () => {
  const { put, text, rests, end } = publication();
  const before = text('source/one.md');
  let isChanged = false;
  const change = (): void => {
    if (!isChanged) put('source/one.md', before.replace('twice', 'more than once'));
    isChanged = true;
  };
  expect(await rests({ onStep: change })).toBe(false); // at the first step: before the file is read
  put('source/one.md', before);
  expect([await rests(), await rests()]).toEqual([false, true]);
  expect(text('dist/en/one.html')).toContain('twice');
  end();
});

test('where plugins run, which may read what they like, each build is made', async () => {
  const { put, text, rests, end } = publication();
  put('source/plugin.mjs', 'export default () => () => {};\n');
  put('source/publication.yaml', `${text('source/publication.yaml')}\nplugins: [./source/plugin.mjs]\n`);
  expect([await rests(), await rests()]).toEqual([false, false]);
  end();
});

test('a build that is killed leaves nothing that another would believe', async () => {
  const { killed, faults } = await killBuilds(6, 7, 3);
  expect(faults).toEqual([]);
  expect(killed).toBeGreaterThan(0);
});
