import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf, newPublication } from '../helpers/publication.ts';
import { command } from '../helpers/round-trips.ts';
import { strings } from '../helpers/strings.ts';

const en = strings('en');
const page = [
  '# :en[Fees]:fr[Frais] {#top}',
  ':::en{#one}\nOne\nfee.\n:::\n:::fr{rev=00000000-0000-0000}\nUn\nfrais.\n:::',
  '| :en[What]:fr[Quoi] | :en[How much]:fr[Combien] |\n| --- | --- |\n| :en[Books]:fr[Livres] | 2 |',
  '- first\n\n  :::en\n  Item,\n  nested.\n  :::\n\n  :::fr\n  Élément,\n  imbriqué.\n  :::\n\n- second',
  '> :::en\n> Quoted.\n> :::\n>\n> :::fr\n> Cité.\n> :::',
  'Shared 2024.',
  ':::en\nLast.\n:::\n\n:::fr\nDernier.\n:::\n',
].join('\n\n');

interface Parted {
  /** Folder of the publication, and that of its sides. */
  readonly dir: string;
  readonly sides: string;
  /** Changes a file below the sides. */
  readonly edit: (path: string, change: (text: string) => string) => void;
}

async function parted(text: string | Buffer = page): Promise<Parted> {
  const dir = newPublication();
  writeFileSync(join(dir, 'source/page.md'), text);
  const sides = join(mkdtempSync(join(tmpdir(), 'diptych-join-')), 'sides');
  expect((await command('split', dir, '--out', sides)).code).toBe(0);
  const edit: Parted['edit'] = (path, change) => {
    const before = readFileSync(join(sides, path), 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(join(sides, path), after);
  };
  return { dir, sides, edit };
}

async function joinedFrom(sides: string): Promise<{ code: number; out: string; dir: string; page: string }> {
  const dir = join(mkdtempSync(join(tmpdir(), 'diptych-join-')), 'joined');
  const { code, out } = await command('join', sides, '--out', dir);
  return { code, out, dir, page: code < 2 ? readFileSync(join(dir, 'source/page.md'), 'utf8') : '' };
}

const problem = (kind: string): string => en[`tool.split.problem.${kind}`] ?? '!';

test('each language’s file is Markdown that says what its readers see', async () => {
  const { sides } = await parted();
  expect(readFileSync(join(sides, 'fr/page.md'), 'utf8')).toBe(
    [
      '# Frais {#top}',
      'Un\nfrais.',
      '| Quoi | Combien |\n| --- | --- |\n| Livres | 2 |',
      '- first\n\n  Élément,\n  imbriqué.\n\n- second',
      '> Cité.',
      'Shared 2024.',
      'Dernier.\n',
    ].join('\n\n'),
  );
});

test.each([
  ['- :::en\n  One.\n  :::\n\n  :::fr\n  Un.\n  :::\n- two\n', '- Un.\n- two\n', '- One.\n\n- two\n'],
  [
    '1. :::fr\n   Un.\n   :::\n   :::en\n   One.\n   :::\n\n   Both.\n',
    '1. Un.\n\n   Both.\n',
    '1. One.\n\n   Both.\n',
  ],
  ['- a\n- :::en{only}\n  One.\n  :::\n- b\n', '- a\n- b\n', '- a\n- One.\n- b\n'],
  ['> a\n> :::en\n> One.\n> :::\n> :::fr\n> Un.\n> :::\n> b\n', '> a\n>\n> Un.\n>\n> b\n', '> a\n>\n> One.\n>\n> b\n'],
  ['Text\n:::en\nOne.\n:::\n:::fr\nUn.\n:::\nText\n', 'Text\n\nUn.\n\nText\n', 'Text\n\nOne.\n\nText\n'],
])('%j is parted where it is nested', async (text, french, english) => {
  const head = '# :en[A]:fr[B]\n\n';
  const { sides } = await parted(head + text);
  const squeezed = (language: string): string =>
    readFileSync(join(sides, language, 'page.md'), 'utf8')
      .replace(/^# .\n\n/, '')
      .replace(/\n{3,}/g, '\n\n');
  expect([squeezed('fr'), squeezed('en')]).toEqual([french, english]);
  expect((await joinedFrom(sides)).page).toBe(head + text);
});

test('what was changed in a side is changed in its place, and nothing else', async () => {
  const { dir, sides, edit } = await parted();
  edit('fr/page.md', (text) =>
    text
      .replace('# Frais {#top}', '# Les frais {#top}')
      .replace('Un\nfrais.', 'Un seul\nfrais, en\ntrois lignes.')
      .replace('| Quoi | Combien |', '| Quoi donc | Combien ? |')
      .replace('  imbriqué.', '  imbriqué\n  aussi.')
      .replace('> Cité.', '> Cité deux fois.'),
  );
  edit('en/page.md', (text) => text.replace('Last.', 'The last.').replace('Books', 'Books and maps'));
  const made = await joinedFrom(sides);
  expect([made.code, made.out]).toEqual([
    0,
    '2 files restored to the byte.\n1 file changed where its sides were, and nowhere else.\n',
  ]);
  expect(made.page).toBe(
    page
      .replace(':fr[Frais]', ':fr[Les frais]')
      .replace('Un\nfrais.', 'Un seul\nfrais, en\ntrois lignes.')
      .replace(':fr[Quoi]', ':fr[Quoi donc]')
      .replace(':fr[Combien]', ':fr[Combien ?]')
      .replace('  imbriqué.', '  imbriqué\n  aussi.')
      .replace('> Cité.', '> Cité deux fois.')
      .replace('Last.', 'The last.')
      .replace(':en[Books]', ':en[Books and maps]'),
  );
  const [before, after] = [contentOf(join(dir, 'source')), contentOf(join(made.dir, 'source'))];
  expect(Object.keys(before).filter((path) => before[path] !== after[path])).toEqual(['page.md']);
});

test('what both share is changed where both sides say the same', async () => {
  const { sides, edit } = await parted();
  for (const language of ['en', 'fr']) edit(`${language}/page.md`, (text) => text.replace('2024', '2025'));
  expect(await joinedFrom(sides)).toMatchObject({ code: 0, page: page.replace('2024', '2025') });
});

test('new blocks at one place become a passage, in one language or in both', async () => {
  const { sides, edit } = await parted();
  edit('fr/page.md', (text) => text.replace('> Cité.\n', '> Cité.\n\nNouveau.\n'));
  edit('fr/page.md', (text) => `${text}\nTout à la fin.\n`);
  edit('en/page.md', (text) => text.replace('> Quoted.\n', '> Quoted.\n\nNew.\n'));
  expect(await joinedFrom(sides)).toMatchObject({
    code: 0,
    page: page
      .replace('> Cité.\n> :::\n', '> Cité.\n> :::\n\n:::en\n\nNew.\n\n:::\n\n:::fr\n\nNouveau.\n\n:::\n')
      .replace('Dernier.\n:::\n', 'Dernier.\n:::\n\n:::fr{only}\n\nTout à la fin.\n\n:::\n'),
  });
});

test.each<[string, (text: string) => string]>([
  ['within a line', (text) => text.slice(0, text.indexOf('2024'))],
  ['between two blocks', (text) => text.slice(0, text.indexOf('> Cité'))],
  ['in its last passage', (text) => text.replace('Dernier.\n', 'Dern')],
])('a side that was cut %s is told, and what stood behind stays', async (_, cut) => {
  const { sides, edit } = await parted();
  edit('fr/page.md', (text) => cut(text.replace('Un\n', 'Le premier\n')));
  const made = await joinedFrom(sides);
  expect([made.code, made.page]).toEqual([1, page.replace('Un\n', 'Le premier\n')]);
  expect(made.out).toContain(`: ${problem('cut')}`);
});

test('a side that is gone, and a passage taken out, are told and stay', async () => {
  const { sides, edit } = await parted();
  edit('fr/page.md', (text) => text.replace('> Cité.\n\n', ''));
  rmSync(join(sides, 'fr/welcome.md'));
  const made = await joinedFrom(sides);
  expect([made.code, made.page]).toEqual([1, page]);
  expect(made.out).toContain(`  fr/page.md:17: ${problem('emptied')}`);
  expect(made.out).toContain(`  fr/welcome.md: ${problem('gone')}`);
});

test('a side that is no text any more is told, with the map and without, and its words stand or are not taken', async () => {
  const { sides } = await parted();
  writeFileSync(join(sides, 'fr/page.md'), Buffer.from([0, 1, 2, 0, 0]));
  const told = `  fr/page.md: ${problem('unreadable')}\n`;
  const byMap = await joinedFrom(sides);
  expect([byMap.code, byMap.page, byMap.out]).toEqual([1, page, expect.stringContaining(told)]);
  expect(byMap.out).not.toContain(problem('gone'));
  rmSync(join(sides, 'split.json'));
  const bySides = await joinedFrom(sides);
  expect([bySides.code, bySides.out]).toEqual([1, expect.stringContaining(told)]);
});

test('what both share, changed in one side, is told; no word is lost', async () => {
  const { sides, edit } = await parted();
  edit('fr/page.md', (text) => text.replace('Shared 2024.', 'Commun 2024.'));
  const made = await joinedFrom(sides);
  expect([made.code, made.out]).toEqual([1, expect.stringContaining(problem('woven'))]);
  for (const words of ['Commun 2024.', 'Shared 2024.', 'Un\nfrais.', 'Dernier.', 'Livres']) {
    expect(made.page).toContain(words);
  }
});

test.each(['x</y', ''])('a map that is not whole (%j) lets nothing be written', async (rest) => {
  const { sides } = await parted();
  const map = join(sides, 'split.json');
  writeFileSync(map, readFileSync(map, 'utf8').slice(0, -40) + rest);
  const { code, out } = await joinedFrom(sides);
  expect([code, out.trim()]).toEqual([2, (en['tool.failure.split-map'] ?? '').replace('{path}', map)]);
});

test.each(['../../outside.md', '/outside.md', 'en/../../outside.md', 'fr\\\\..\\\\..\\\\outside.md'])(
  'a map that names a side elsewhere (%s) is none',
  async (path) => {
    const { sides, edit } = await parted();
    edit('fr/page.md', (text) => text.replace('Shared 2024.', 'Commun 2024.'));
    edit('split.json', (map) => map.replace('"en/page.md"', `"${path}"`));
    const { code, out } = await joinedFrom(sides);
    const failure = (en['tool.failure.split-map'] ?? '').replace('{path}', join(sides, 'split.json'));
    expect([code, out.trim()]).toEqual([2, failure]);
  },
);

test('marks of byte order, line ends and files that cannot be read come through to the byte', async () => {
  const bytes = Buffer.from(`\uFEFF${page.replaceAll('\n', '\r\n')}`);
  const dir = newPublication();
  mkdirSync(join(dir, 'source/x'));
  writeFileSync(join(dir, 'source/page.md'), bytes);
  writeFileSync(join(dir, 'source/x/latin.md'), Buffer.from('# Caf\xe9\n', 'latin1'));
  const sides = join(mkdtempSync(join(tmpdir(), 'diptych-join-')), 'sides');
  await command('split', dir, '--out', sides);
  const made = await joinedFrom(sides);
  expect(made.code).toBe(0);
  for (const path of ['page.md', 'x/latin.md']) {
    expect(readFileSync(join(made.dir, 'source', path))).toEqual(readFileSync(join(dir, 'source', path)));
  }
  writeFileSync(
    join(sides, 'fr/page.md'),
    readFileSync(join(sides, 'fr/page.md'), 'utf8').replaceAll('\r\n', '\n').replace('Un\n', 'Le\n'),
  );
  const edited = await joinedFrom(sides);
  expect(edited.page).toBe(bytes.toString().replace('Un\r\n', 'Le\r\n'));
});

test.each(['md', 'markdown'])('files that are new in both folders become a document: %s', async (ending) => {
  const { sides } = await parted();
  for (const [language, words] of [
    ['en', '# New\n\nWords of 1999.\n'],
    ['fr', '# Nouveau\n\nMots de 1999.\n'],
  ] as const) {
    const file = join(sides, language, `more/new.${ending}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, words);
  }
  const made = await joinedFrom(sides);
  expect(made.code).toBe(0);
  expect(readFileSync(join(made.dir, 'source/more/new.md'), 'utf8')).toContain('# :en[New]:fr[Nouveau]');
});
