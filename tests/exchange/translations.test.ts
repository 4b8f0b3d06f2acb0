import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { po } from 'gettext-parser';
import { expect, test } from 'vitest';
// @ts-expect-error it states no types
import xliff2js from 'xliff/xliff2js';
import { contentOf, copyOf, edit, newPublication } from '../helpers/publication.ts';
import { command } from '../helpers/round-trips.ts';
import { strings } from '../helpers/strings.ts';

const en = strings('en');

/** Files for translators, of a publication, in a folder of their own. */
async function exported(dir: string, ...flags: string[]): Promise<readonly string[]> {
  const out = mkdtempSync(join(tmpdir(), 'diptych-exchange-'));
  expect((await command('export', dir, ...flags, '--out', out)).code).toBe(0);
  return readdirSync(out).map((name) => join(out, name));
}

test.each([
  ['the publication', 'source'],
  ['the specimen', 'tests/publications/specimen/source'],
  ['the beginning that init makes', 'templates/init/source'],
])('%s goes out and comes back without a change of a byte', async (_, source) => {
  const dir = copyOf(source);
  const before = contentOf(dir);
  const files = await exported(dir, '--xliff', '--po');
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    const { code, out } = await command('import', file, '--into', dir);
    expect([code, out]).toEqual([0, expect.stringMatching(/^0 passages changed\.\n[1-9]\d* passages? came back/)]);
  }
  expect(contentOf(dir)).toEqual(before);
});

test('other readers read the same in both formats', async () => {
  const [inPo = '', inXliff = ''] = (await exported(newPublication(), '--xliff', '--po')).toSorted();
  const read = po.parse(readFileSync(inPo));
  const entries = Object.entries(read.translations).flatMap(([context, own]) =>
    context === '' ? [] : Object.values(own).map(({ msgid, msgstr }) => [context, msgid, msgstr[0]]),
  );
  expect(entries.length).toBeGreaterThan(10);
  const document: ReadXliff = await xliff2js(readFileSync(inXliff, 'utf8'));
  const units = Object.values(document.resources).flatMap((file) =>
    Object.values(file).map((unit) => [unit.additionalAttributes.name, unit.source, unit.target]),
  );
  expect(units).toEqual(entries);
  expect(document).toMatchObject({ xliffVersion: '2.1', sourceLanguage: 'en-CA', targetLanguage: 'fr-CA' });
});

/** What the package `xliff` makes of a file: units by their id, which are unique in each file, by its id. */
interface ReadXliff {
  readonly resources: Record<string, Record<string, ReadUnit>>;
}

interface ReadUnit {
  readonly source: string;
  readonly target: string;
  readonly additionalAttributes: { readonly name: string };
}

/** Two passages in one language only, one stale, one unreviewed, whose blank lines and line ends are not ours. */
function working(): string {
  const dir = newPublication();
  const page = [
    '# :en[Fees]:fr[Frais]',
    '',
    ':::en{#first}',
    'First, with `code` & <b>more</b>.',
    ':::',
    '',
    ':::fr{rev=00000000-0000-0000}',
    'Le premier.',
    ':::',
    '',
    ':::en{#second}',
    '',
    '- One',
    '- Two',
    '',
    ':::',
    '',
    ':::fr',
    '',
    '- Un',
    '- Deux',
    '',
    ':::',
    '',
    ':::en{#alone}',
    'Alone.',
    ':::',
    '',
  ];
  writeFileSync(join(dir, 'source/fees.md'), page.join('\r\n'));
  return dir;
}

test('what waits is all that goes out on demand, and what is written for it comes in', async () => {
  const dir = working();
  const [file = ''] = await exported(dir, '--po', '--stale');
  const text = readFileSync(file, 'utf8');
  expect(text.match(/^msgctxt .*$/gm)).toEqual(['msgctxt "fees#first"', 'msgctxt "fees#alone"']);
  expect(text).toContain('#, fuzzy\nmsgctxt "fees#first"');
  writeFileSync(
    file,
    text
      .replace('#, fuzzy\n', '')
      .replace('msgstr "Le premier."', 'msgstr ""\n"Le tout premier,\\n"\n"avec `code`."')
      .replace(/(msgid "Alone\."\nmsgstr )""/, '$1"Tout seul."'),
  );
  const before = readFileSync(join(dir, 'source/fees.md'), 'utf8');
  const { code, out } = await command('import', file, '--into', dir);
  expect([code, out.split('\n')[1]]).toEqual([0, '2 passages changed.']);
  expect(readFileSync(join(dir, 'source/fees.md'), 'utf8')).toBe(
    before
      .replace('Le premier.', 'Le tout premier,\r\navec `code`.')
      .replace('Alone.\r\n:::', 'Alone.\r\n:::\r\n\r\n:::fr\r\n\r\nTout seul.\r\n\r\n:::'),
  );
});

test('only what was changed is changed, and each problem is told by its name', async () => {
  const dir = working();
  const [file = ''] = await exported(dir, '--xliff');
  const target = (words: string): string => `<target xml:space="preserve">${words}</target>`;
  let text = readFileSync(file, 'utf8');
  const change = (before: string, after: string): void => {
    expect(text.split(before).length).toBe(2);
    text = text.replace(before, after);
  };
  change(target('Le premier.'), target('Le premier, enfin.')); // taken
  change(target('- Un\n- Deux'), target('- Un\n:::\n- Deux')); // would close the fence
  change(target('Frais'), target('Frais]')); // would close the bracket
  change(target('Des salles silencieuses'), target(''));
  change('name="welcome#intro"', 'name="welcome#nowhere"');
  change(target('Des gens qui répondent aux questions'), target('Des personnes'));
  edit(dir, 'source/welcome.md', ['People who answer', 'Persons who answer']);
  writeFileSync(file, text);
  const before = contentOf(dir);
  const { code, out } = await command('import', file, '--into', dir);
  const refusals = out.split('\n').filter((line) => line.includes('#'));
  const said = (reason: string): string => en[`tool.translations.refused.${reason}`] ?? '';
  expect(code).toBe(1);
  expect(refusals.sort()).toEqual(
    [
      `  fees#fees: ${said('breaks')}`,
      `  fees#second: ${said('breaks')}`,
      `  welcome#offer-1.2: ${said('empty')}`,
      `  welcome#nowhere: ${said('unknown')}`,
      `  welcome#intro: ${said('missing')}`,
      `  welcome#offer-1.3: ${said('source-changed')}`,
    ].sort(),
  );
  expect(out).toContain('1 passage changed.');
  const after = contentOf(dir);
  expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual(['source/fees.md']);
  expect(readFileSync(join(dir, 'source/fees.md'), 'utf8')).toContain(
    '{rev=00000000-0000-0000}\r\nLe premier, enfin.\r\n:::',
  );
});

test('a side that was changed at home since it went out is not written over; an unfinished one is not taken', async () => {
  const dir = working();
  const [file = ''] = await exported(dir, '--po');
  edit(dir, 'source/fees.md', ['- Deux', '- Deux!']);
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace('"- Deux"', '"- Les deux"').replace('msgstr "Le premier."', 'msgstr "Le premier, presque."'),
  );
  const before = contentOf(dir);
  const { code, out } = await command('import', file, '--into', dir);
  expect(code).toBe(1);
  expect(out).toContain(`fees#second: ${en['tool.translations.refused.target-changed']}`);
  expect(out).toContain(`fees#first: ${en['tool.translations.refused.unfinished']}`);
  expect(contentOf(dir)).toEqual(before);
});

test.each(['--xliff', '--po'])('a file that was cut off changes nothing (%s)', async (format) => {
  const dir = working();
  const [file = ''] = await exported(dir, format);
  const text = readFileSync(file, 'utf8').replace('Le premier.', 'Le premier, enfin.');
  const before = contentOf(dir);
  const cut = format === '--po' ? text.slice(0, text.lastIndexOf('\nmsgstr')) : text.slice(0, -30);
  writeFileSync(file, cut);
  const { code, out } = await command('import', file, '--into', dir);
  expect([code, out]).toEqual([2, expect.stringContaining(file)]);
  expect(contentOf(dir)).toEqual(before);
});

test('what is no file of translators is told as that', async () => {
  const dir = newPublication();
  const file = join(dir, 'x.xlf');
  for (const [text, reason] of [
    ['<xliff version="1.2"/>', 'not-xliff'],
    ['<xliff version="2.1" trgLang="de"/>', 'language'],
    ['<xliff version="2.1" trgLang="fr"/>', 'empty'],
  ] as const) {
    writeFileSync(file, text);
    const { code, out } = await command('import', file, '--into', dir);
    expect([code, out.trim()]).toEqual([2, (en[`tool.failure.exchange-${reason}`] ?? '').replace('{path}', file)]);
  }
  expect((await command('export', dir)).out.trim()).toBe(en['tool.failure.export-format']);
});
