import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf, newPublication } from '../helpers/publication.ts';
import { command } from '../helpers/round-trips.ts';
import { strings } from '../helpers/strings.ts';

const en = strings('en');

/** A publication with one page more, and its file for translators into French. */
async function exported(
  page: string,
  format: '--po' | '--xliff',
): Promise<{ dir: string; file: string; text: string }> {
  const dir = newPublication();
  writeFileSync(join(dir, 'source/page.md'), page);
  return { dir, ...(await sent(dir, format)) };
}

async function sent(dir: string, format: string): Promise<{ file: string; text: string }> {
  const out = mkdtempSync(join(tmpdir(), 'diptych-incoming-'));
  expect((await command('export', dir, format, '--out', out)).code).toBe(0);
  const file = join(out, readdirSync(out).find((name) => name.includes('-en-fr')) ?? '');
  return { file, text: readFileSync(file, 'utf8') };
}

const page = ['# :en[Fees]:fr[Frais]', ':::en{#one}\nOne.\n:::', ':::fr\nUn.\n:::', ''].join('\n\n');

function pageIn(dir: string): string {
  return readFileSync(join(dir, 'source/page.md'), 'utf8');
}

function replaced(text: string, before: string, after: string): string {
  expect(text.split(before)).toHaveLength(2);
  return text.replace(before, after);
}

const refused = (name: string, reason: string): string => `${name}: ${en[`tool.translations.refused.${reason}`]}`;

test.each([
  ['--po', 'ISO-8859-1', 'latin1'],
  ['--po', 'windows-1252', 'latin1'],
  ['--xliff', 'ISO-8859-1', 'latin1'],
  ['--xliff', 'UTF-16', 'utf16le'],
] as const)('a file is read in the encoding that it declares (%s, %s)', async (format, declared, encoding) => {
  const { dir, file, text } = await exported(page, format);
  const told =
    format === '--po' ? text.replace('charset=UTF-8', `charset=${declared}`) : text.replace('UTF-8', declared);
  const mark = encoding === 'utf16le' ? '\uFEFF' : '';
  // what Latin-1 has no sign for, a tool would write as an entity, or not at all
  const words = told.replace(/[^\0-\xff]/g, '?').replaceAll('Un.', 'Première année, « à côté ».');
  writeFileSync(file, Buffer.from(mark + words, encoding));
  await command('import', file, '--into', dir);
  expect(pageIn(dir)).toContain('\nPremière année, « à côté ».\n');
});

test.each([
  ['x-none', 'utf8', 'encoding'],
  ['UTF-8', 'latin1', 'bytes'],
  ['ISO-8859-1', 'utf8', 'declared'],
] as const)('a file in no encoding that it declares changes nothing (%s, %s)', async (declared, encoding, reason) => {
  const { dir, file, text } = await exported(page, '--po');
  writeFileSync(file, Buffer.from(text.replace('UTF-8', declared).replace('"Un."', '"Été."'), encoding));
  const before = contentOf(dir);
  const { code, out } = await command('import', file, '--into', dir);
  const sentence = (en[`tool.failure.exchange-${reason}`] ?? '')
    .replace('{path}', file)
    .replace('{encoding}', declared);
  expect([code, out.trim()]).toEqual([2, sentence]);
  expect(contentOf(dir)).toEqual(before);
});

test('a PO file that ends within its last translation is told; what came before is taken', async () => {
  const dir = newPublication();
  const blocks = ['one', 'two'].map((id) => `:::en{#${id}}\nFirst.\n:::\n\n:::fr\nPremier.\n:::\n`);
  writeFileSync(join(dir, 'source/zz.md'), `# :en[Z]:fr[Zed]\n\n${blocks.join('\n')}`);
  const { file, text } = await sent(dir, '--po');
  const changed = text.replaceAll('msgstr "Premier."', 'msgstr ""\n"Tout premier,\\n"\n"en deux lignes."');
  writeFileSync(file, changed.slice(0, changed.lastIndexOf('"en deux')));
  const { code, out } = await command('import', file, '--into', dir);
  const now = readFileSync(join(dir, 'source/zz.md'), 'utf8');
  expect([code, out]).toEqual([1, expect.stringContaining(refused('zz#two', 'cut'))]);
  expect(now.match(/Tout premier,\nen deux lignes\./g)).toHaveLength(1);
  expect(now).toContain(':::fr\nPremier.\n:::');
});

test.each(['--po', '--xliff'] as const)('line ends of another system say nothing (%s)', async (format) => {
  const { dir, file, text } = await exported(page, format);
  writeFileSync(file, text.replaceAll('\n', '\r\n').replace('Un.', 'Le premier.'));
  const { code, out } = await command('import', file, '--into', dir);
  expect([code, out]).toEqual([0, expect.stringContaining('1 passage changed.')]);
  expect(pageIn(dir)).toBe(page.replace('Un.', 'Le premier.'));
});

test('a passage that stands twice is taken where both are the same, else not', async () => {
  const { dir, file, text } = await exported(page, '--po');
  const [entry = ''] = /#:.*\nmsgctxt "page#one"[\s\S]*?\n\n/.exec(text) ?? [];
  const twice = (words: string): string =>
    replaced(text, entry, entry.replace('Un.', 'Le premier.') + entry.replace('Un.', words));
  writeFileSync(file, twice('Le second.'));
  expect((await command('import', file, '--into', dir)).out).toContain(refused('page#one', 'twice'));
  expect(pageIn(dir)).toBe(page);
  writeFileSync(file, twice('Le premier.'));
  expect((await command('import', file, '--into', dir)).code).toBe(0);
  expect(pageIn(dir)).toContain('\nLe premier.\n');
});

test.each([
  ['<!-- ouvert', 'breaks'],
  ['Un :\n\n```\ncode', 'breaks'],
  ['Un\u009d.', 'signs'],
  ['Une ann\uFFFDe.', 'signs'],
])('%j is not taken', async (words, reason) => {
  const { dir, file, text } = await exported(page, '--po');
  writeFileSync(file, replaced(text, 'msgstr "Un."', `msgstr ${JSON.stringify(words)}`));
  const { code, out } = await command('import', file, '--into', dir);
  expect([code, pageIn(dir)]).toEqual([1, page]);
  expect(out).toContain(refused('page#one', reason));
});

test('what closes itself is taken', async () => {
  const { dir, file, text } = await exported(page, '--po');
  const words = 'Un <!-- note -->.\n\n```\ncode\n```';
  writeFileSync(file, replaced(text, 'msgstr "Un."', `msgstr ${JSON.stringify(words)}`));
  expect((await command('import', file, '--into', dir)).code).toBe(0);
  expect(pageIn(dir)).toBe(page.replace('Un.', words));
});

test('in two files too, nothing is opened that takes in what follows', async () => {
  const dir = newPublication();
  for (const [language, words] of [
    ['en', 'One.\n\nTwo.'],
    ['fr', 'Un.\n\nDeux.'],
  ] as const) {
    mkdirSync(join(dir, 'source', language));
    writeFileSync(join(dir, 'source', language, 'two.md'), `# T ${language}\n\n${words}\n`);
  }
  const { file, text } = await sent(dir, '--po');
  const before = contentOf(dir);
  writeFileSync(file, replaced(text, 'msgstr "Un."', 'msgstr "<!-- ouvert"'));
  const { code, out } = await command('import', file, '--into', dir);
  expect([code, out]).toEqual([1, expect.stringContaining(en['tool.translations.refused.breaks'] ?? '!')]);
  expect(contentOf(dir)).toEqual(before);
  writeFileSync(file, replaced(text, 'msgstr "Un."', 'msgstr "Un.\\n\\nEt demi."'));
  expect((await command('import', file, '--into', dir)).code).toBe(0);
  expect(readFileSync(join(dir, 'source/fr/two.md'), 'utf8')).toBe('# T fr\n\nUn.\n\nEt demi.\n\nDeux.\n');
});

test.each(['&#x0;', '&#xD800;', '&#0;'])(
  'a character that XML does not know (%s) is none of a whole file',
  async (sign) => {
    const { dir, file, text } = await exported(page, '--xliff');
    writeFileSync(file, replaced(text, '>Un.<', `>Un${sign}.<`));
    expect((await command('import', file, '--into', dir)).code).toBe(2);
    expect(pageIn(dir)).toBe(page);
  },
);

test.each(['0000', 'zz', '12345'])('nor is one by its code taken (%s)', async (hex) => {
  const { dir, file, text } = await exported(page, '--xliff');
  writeFileSync(file, replaced(text, '>Un.<', `>Un<cp hex="${hex}"/>.<`));
  const { code, out } = await command('import', file, '--into', dir);
  expect([code, out]).toEqual([1, expect.stringContaining(refused('page#one', 'signs'))]);
});

test('passages in list items and quotations go out without what begins their lines, and come back into their places', async () => {
  const nested = [
    '# :en[Fees]:fr[Frais]',
    '- one\n\n  :::en{#item}\n  One,\n  two.\n  :::\n\n- two',
    '> :::en{#quoted}\n> Quoted,\n>\n> twice.\n> :::\n>\n> :::fr\n> Cité.\n> :::',
    '1. :::en{#first}\n   First.\n   :::',
    'End.\n',
  ].join('\n\n');
  const { dir, file, text } = await exported(nested, '--po');
  expect(text).toContain('msgid ""\n"One,\\n"\n"two."');
  expect(text).toContain('msgid ""\n"Quoted,\\n"\n"\\n"\n"twice."');
  const entry = (id: string, words: string) => (all: string) =>
    all.replace(new RegExp(`(msgctxt "page#${id}"[\\s\\S]*?msgstr )"[^\\n]*"\\n`), `$1${JSON.stringify(words)}\n`);
  const changes = [entry('item', 'Un,\ndeux.'), entry('quoted', 'Cité,\n\ndeux fois.'), entry('first', 'Premier.')];
  writeFileSync(
    file,
    changes.reduce((all, change) => change(all), text),
  );
  const { code, out } = await command('import', file, '--into', dir);
  expect([code, out]).toEqual([0, expect.stringContaining('3 passages changed.')]);
  expect(pageIn(dir)).toBe(
    nested
      .replace('  two.\n  :::\n', '  two.\n  :::\n  :::fr\n  Un,\n  deux.\n  :::\n')
      .replace('> Cité.', '> Cité,\n>\n> deux fois.')
      .replace('   First.\n   :::\n', '   First.\n   :::\n   :::fr\n   Premier.\n   :::\n'),
  );
  const again = await sent(dir, '--po');
  expect((await command('import', again.file, '--into', dir)).out).toContain('0 passages changed.');
});
