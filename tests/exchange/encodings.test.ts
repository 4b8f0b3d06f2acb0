import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { imported } from '../helpers/importing.ts';
import { folderOf } from '../helpers/publication.ts';

function utf16(text: string, { mark = true, big = false } = {}): Buffer {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

const english = '# Café\n\nThe “café” costs 5 € and opens at noon…\n';
const french = '# Cafés\n\nLe « café » coûte 5 € et ouvre à midi…\n';
/** `“ ” € …` as Windows-1252 has them; the rest is as in ISO 8859-1. */
const windows = (text: string): Buffer =>
  Buffer.from(
    text.replace(/[“”€…]/g, (sign) => ({ '“': '\x93', '”': '\x94', '€': '\x80', '…': '\x85' })[sign] ?? ''),
    'latin1',
  );

test.each<[string, (text: string) => Buffer, RegExp]>([
  ['UTF-8 with a mark', (text) => Buffer.from(`\uFEFF${text}`), /^(?!.*not in UTF-8)/s],
  ['Windows-1252', windows, /read as Windows-1252/],
  ['UTF-16, little end first', (text) => utf16(text), /read as UTF-16/],
  ['UTF-16, big end first', (text) => utf16(text, { big: true }), /read as UTF-16/],
  ['UTF-16 without a mark', (text) => utf16(text, { mark: false }), /read as UTF-16/],
])('%s: every word comes in, and how it was read is told', async (_, encode, told) => {
  const made = await imported(folderOf({ 'en/a.md': encode(english), 'fr/a.markdown': encode(french) }));
  const text = readFileSync(join(made.dir, 'source/a.md'), 'utf8');
  expect(text).toContain('# :en[Café]:fr[Cafés]');
  expect(text).toContain('The “café” costs 5 € and opens at noon…');
  expect(text).toContain('Le « café » coûte 5 € et ouvre à midi…');
  expect(made.report).toMatch(told);
});

test('a few bytes of Windows-1252 in UTF-8 spoil no other letter', async () => {
  const bytes = Buffer.concat([
    Buffer.from(french),
    windows('\nDéjà « vu ».\n').subarray(0, 4),
    Buffer.from('à, été.\n'),
  ]);
  const made = await imported(folderOf({ 'fr/a.md': bytes }));
  const text = readFileSync(join(made.dir, 'source/a.md'), 'utf8');
  expect(text).toContain('Le « café » coûte 5 € et ouvre à midi…\n\nDéjà, été.');
  expect(made.report).toContain('some letters are in Windows-1252');
});

test('what was not taken is named, with the reason', async () => {
  const made = await imported(
    folderOf({
      'en/a.md': '# One\n\n![A plan](plan.png) [two](two)\n',
      'en/two.mkd': '# Two\n',
      'en/plan.png': Buffer.from('89504e470d0a1a0a', 'hex'),
      'en/other.png': 'x',
      'en/words.mdx': '# Words\n',
      'en/bytes.md': Buffer.from([0, 1, 2, 0, 0, 3]),
      '.github/note.md': '# Note\n',
      'node_modules/x/README.md': '# X\n',
    }),
  );
  const [, list = ''] = /Not taken:\n((?: {2}.*\n?)+)/.exec(made.report) ?? [];
  expect(
    list
      .trimEnd()
      .split('\n')
      .map((line) => line.trim().split(': ')),
  ).toEqual([
    ['.github/', expect.stringContaining('hidden')],
    ['en/other.png', expect.stringContaining('no page')],
    ['en/words.mdx', expect.stringContaining('not Markdown')],
    ['node_modules/', expect.stringContaining('hidden')],
  ]);
  expect(made.report).toContain('en/bytes.md: This is no text.');
  expect(made.out).toContain('1 file of Markdown cannot be read and was not taken.');
  expect(readFileSync(join(made.dir, 'source/a.md'), 'utf8')).toContain('[two](two.md)');
});
