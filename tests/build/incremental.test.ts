import { expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { newMemory } from '../../pipeline/memory.ts';
import { editAtRandom, replaceEach } from '../helpers/edits.ts';

test.each([
  { name: 'as it is published', seed: 1, draft: false },
  { name: 'as a draft', seed: 2, draft: true },
])('what is built with a memory is what is built afresh, $name', async ({ seed, draft }) => {
  const { faults, good } = await editAtRandom({ count: 30, seed, draft, allEvery: 10 });
  expect(faults).toEqual([]);
  expect(good).toBeGreaterThan(8);
});

test('a change goes as far as it reaches, and no further', async () => {
  const { faults, changes } = await replaceEach([
    ['source/one.md', 'twice', 'more than once'], // words of a page
    ['source/two.md', ':en[Matters]:fr[Affaires]', ':en[Concerns]:fr[Dossiers]'], // a heading that another page names
    ['source/glossary.yaml', 'What is said of snow.', 'What is told of snow.'], // shown where the term is used
    ['source/glossary.yaml', 'term: snow bulletin', 'term: snow report'], // the words are a term no more
    ['source/pictures/dot.svg', 'width="10"', 'width="20"'], // stated where it is shown
  ]);
  expect(faults).toEqual([]);
  const pages = (...names: string[]): string[] => names.flatMap((name) => [`en/${name}.html`, `fr/${name}.html`]);
  const both = (...names: string[]): string[] => names.map((name) => `bilingual/${name}.html`);
  expect(changes[0]?.toSorted()).toEqual([...both('one'), 'en/one.html'].toSorted());
  expect(changes[1]).toEqual(expect.arrayContaining([...pages('one', 'two', 'index'), ...both('one', 'two', 'index')]));
  expect(changes[1]).not.toContain('en/pair.html');
  expect(changes[2]?.toSorted()).toEqual(
    [...both('glossary', 'one', 'two'), 'en/glossary.html', 'en/one.html', 'en/two.html'].toSorted(),
  );
  expect(changes[3]).toEqual(expect.arrayContaining(['en/one.html', 'en/two.html', 'en/glossary.html']));
  expect(changes[3]).not.toContain('en/pair.html');
  expect(changes[4]?.toSorted()).toEqual([...both('one'), ...pages('one')].toSorted());
});

test.each(['templates/init', 'tests/publications/edited', 'tests/publications/specimen'])(
  'where nothing changed in %s, every file is the one of the build before: watch mode comes to rest',
  async (dir) => {
    const how = { to: 'memory', formats: ['html'], memory: newMemory() } as const;
    const before = await build(dir, how);
    const after = await build(dir, how);
    expect(before.files.length).toBeGreaterThan(20);
    expect(after.files.filter((file, at) => file !== before.files[at]).map(({ path }) => path)).toEqual([]);
  },
);
