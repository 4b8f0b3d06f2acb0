import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuildResult, build } from '../../pipeline/build.ts';
import { readPublication } from '../../pipeline/read/index.ts';
import { editionsOf } from '../helpers/corpus-faults.ts';
import { readPdf } from '../helpers/pdf.ts';
import { judgePdf } from '../helpers/pdf-judge.ts';
import { roleFaults } from '../helpers/pdf-roles.ts';
import { tool } from '../helpers/tool.ts';

const dir = mkdtempSync(join(tmpdir(), 'diptych-specimen-'));
/** The publication of this repository, and every construct that works. */
const publications = [
  { name: 'cross-border-cooperation', folder: '.', findings: [] },
  {
    name: 'specimen',
    folder: 'tests/publications/specimen',
    // It shows a table that no upright page holds, what typography sets otherwise, and amounts that cannot be parted.
    findings: ['typography-is-set', 'typography-is-set', 'loose-line', 'table-fits', 'loose-line'],
  },
];
const editions = ['en', 'fr', 'columns', 'stacked', 'facing', 'tumble'] as const;
const books = publications.flatMap(({ name }) => [...editions, 'tumble-print'].map((edition) => `${name}-${edition}`));
const built = new Map<string, BuildResult>();

beforeAll(async () => {
  for (const { name, folder } of publications)
    built.set(name, await build(folder, { to: 'memory', formats: ['pdf'], editions }));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.each(publications)('$name builds without a finding to mend', ({ name, findings }) => {
  expect(built.get(name)?.outcome).toBe('done');
  expect(
    built
      .get(name)
      ?.diagnostics.map(({ rule }) => rule)
      .sort(),
  ).toEqual([...findings].sort());
});

function bytesOf(book: string): Uint8Array {
  const files = [...built.values()].flatMap((result) => result.files);
  const file = files.find(({ path }) => path === `${book}.pdf`);
  if (!file) throw new Error(`No ${book}.pdf`);
  return file.bytes;
}

describe.each(books)('%s.pdf', (book) => {
  const bytes = (): Uint8Array => bytesOf(book);

  test('is judged sound, with every construct in its structure', () => {
    expect(judgePdf(readPdf(bytes()))).toEqual([]);
  });

  test('is clean to qpdf', (context) => {
    const qpdf = tool('qpdf', context);
    const path = join(dir, `${book}.pdf`);
    writeFileSync(path, bytes());
    expect(execFileSync(qpdf, ['--check', path], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
  });
});

test.each(books.filter((book) => /-(?:en|fr)$/.test(book)))(
  '%s.pdf has each heading, item, cell, note, link, figure and formula of its edition once, in order',
  async (book) => {
    const published = publications.find(({ name }) => book.startsWith(name));
    const { value } = await readPublication(published?.folder ?? '');
    if (!value) throw new Error(`${book} has no source`);
    const edition = editionsOf(value)[book.endsWith('-en') ? 'en' : 'fr'];
    expect(roleFaults(edition, readPdf(bytesOf(book)))).toEqual([]);
  },
);
