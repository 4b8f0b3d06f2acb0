import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { readPdf } from '../helpers/pdf.ts';

/**
 * What no author should write, at full size, from files on the disk to PDFs of one language and of both: each publishes, or
 * is told, with a bound on pages, bytes and findings.
 */

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const times = (number: number, make: (at: number) => string): string =>
  Array.from({ length: number }, (_, at) => make(at)).join('');
const pair = (en: string, fr: string): string => `:::::en\n${en}\n:::::\n\n:::::fr\n${fr}\n:::::`;

/** White, without a byte that is not needed: RGB, or with an alpha channel. */
function whitePng(side: number, alpha: boolean): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, alpha ? 6 : 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(side * (1 + side * (alpha ? 4 : 3)), 0xff);
  for (let row = 0; row < side; row++) rows[(row * rows.length) / side] = 0; // no filter
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.of()),
  ]);
}

async function published(markdown: string, pictures: Readonly<Record<string, Uint8Array>> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'diptych-unbreakable-'));
  folders.push(dir);
  mkdirSync(join(dir, 'source'));
  writeFileSync(
    join(dir, 'source/publication.yaml'),
    'id: hard\ntitle: {en: Hard, fr: Dur}\nlanguages: [en-CA, fr-CA]\ndate: 2001-12-12\nrules: {translation-is-approved: off}\n',
  );
  writeFileSync(join(dir, 'source/plan.md'), `# :en[Plan]:fr[Projet]\n\n${markdown}\n`);
  for (const [name, bytes] of Object.entries(pictures)) writeFileSync(join(dir, 'source', name), bytes);
  const { files, diagnostics } = await build(dir, { formats: ['pdf'], to: 'memory', draft: true });
  return {
    made: files.map(({ bytes }) => ({ pages: readPdf(bytes).pages.length, bytes: bytes.length })),
    rules: new Map(diagnostics.map(({ rule }) => [rule, diagnostics.filter((other) => other.rule === rule).length])),
  };
}

/** Title page, contents, colophon, and an empty page. */
const around = 5;

interface Bound {
  readonly markdown: string;
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
  /** At most, in each of the three. */
  readonly pages: number;
  readonly bytes: number;
  /** What has to be said. */
  readonly says?: readonly string[];
}

const rows = (word: string): string =>
  `| a | b | c |\n| - | - | - |\n${times(10_000, (at) => `| ${word} ${at} | x | y |\n`)}`;
const notes = (word: string): string =>
  times(700, (at) => `${word} here.[^n${at}]\n\n[^n${at}]: ${times(140, () => `${word} `)}\n\n`);
const nested = times(200, (at) => `${'  '.repeat(at)}- i${at}\n`);
const picture = (name: string): string => `::::figure{#f src=${name} alt="White" alt-fr="Blanc"}\n::::`;

const cases: Readonly<Record<string, Bound>> = {
  'a table of 10,000 rows': { markdown: pair(rows('row'), rows('rang')), pages: 450, bytes: 12e6 },
  'notes over 200 pages': { markdown: pair(notes('word'), notes('mot')), pages: 420, bytes: 12e6 },
  'a word of 5,000 letters': {
    markdown: pair(
      times(1250, () => 'abcd'),
      'mot',
    ),
    pages: around + 6,
    bytes: 4e5,
  },
  'a picture of 10,000 by 10,000': {
    markdown: picture('white.png'),
    pictures: { 'white.png': whitePng(10_000, false) },
    pages: around + 2,
    bytes: 2e6,
  },
  'the same with an alpha channel': {
    markdown: picture('clear.png'),
    pictures: { 'clear.png': whitePng(10_000, true) },
    pages: around + 2,
    bytes: 2e6,
  },
  'a picture that is none': {
    markdown: picture('none.png'),
    pictures: { 'none.png': Buffer.from('no picture') },
    pages: around + 2,
    bytes: 4e5,
    says: ['asset-exists'],
  },
  'a character that no face has': {
    markdown: pair('An owl 𓅓.', 'Un hibou 𓅓.'),
    pages: around + 1,
    bytes: 4e5,
    says: ['glyph-is-available'],
  },
  '200 lists in one another': { markdown: pair(nested, nested), pages: around + 12, bytes: 1e6 },
  'one word against forty pages': {
    markdown: pair('Word.', times(10_000, () => 'beaucoup ').trim()),
    pages: around + 42,
    bytes: 2e6,
  },
  'a side without words': { markdown: pair('Words.', ''), pages: around + 1, bytes: 4e5, says: ['variant-present'] },
  'quotations in Hebrew and Chinese': {
    markdown: pair(
      '> :span[אבג דהו]{lang=he}\n\n> :span[漢字]{lang=zh}',
      '> :span[אבג דהו]{lang=he}\n\n> :span[漢字]{lang=zh}',
    ),
    pages: around + 1,
    bytes: 4e5,
    says: ['glyph-is-available'],
  },
};

describe.each(Object.entries(cases))('%s', (_, { markdown, pictures, pages, bytes, says = [] }) => {
  test('publishes within its bounds, and is told where it has to be', async () => {
    const { made, rules } = await published(markdown, pictures);
    expect(made).toHaveLength(3);
    for (const one of made) {
      expect(one.pages).toBeLessThanOrEqual(pages);
      expect(one.bytes).toBeLessThanOrEqual(bytes);
    }
    expect([...rules.keys()]).toEqual(expect.arrayContaining([...says]));
    for (const count of rules.values()) expect(count).toBeLessThan(50);
  });
});
