import { beforeAll, describe, expect, test } from 'vitest';
import { type BuildResult, build } from '../../pipeline/build.ts';
import { type PdfStandard, pdfStandards } from '../../pipeline/model/index.ts';
import { readPublication } from '../../pipeline/read/index.ts';
import { editionsOf } from '../helpers/corpus-faults.ts';
import { imported } from '../helpers/importing.ts';
import { type Pdf, readPdf } from '../helpers/pdf.ts';
import { judgePdf } from '../helpers/pdf-judge.ts';
import { mutations } from '../helpers/pdf-mutations.ts';
import { paintedApart } from '../helpers/pdf-painted.ts';
import { roleFaults } from '../helpers/pdf-roles.ts';
import { askTool } from '../helpers/pdf-tools.ts';

/** The publication of this repository, every construct that works, and texts by others. */
const publications = [
  { name: 'cross-border-cooperation', folder: '.', findings: [] },
  {
    name: 'specimen',
    folder: 'tests/publications/specimen',
    // It shows a table that no upright page holds, what typography sets otherwise, and amounts that cannot be parted.
    findings: ['typography-is-set', 'typography-is-set', 'loose-line', 'table-fits', 'loose-line'],
  },
  { name: '12factor', folder: 'tests/publications/12factor' },
  { name: 'cloud-guardrails', folder: 'tests/publications/cloud-guardrails' },
];
const usual = ['en', 'fr', 'columns'] as const;
const editions = [...usual, 'stacked', 'facing', 'tumble'] as const;
const books = publications.flatMap(({ name, findings }) =>
  (findings ? [...editions, 'tumble-print' as const] : usual).map((edition) => ({ name, edition })),
);
const files = books.flatMap((book) => pdfStandards.map((standard) => ({ ...book, standard })));
const built = new Map<string, BuildResult>();
const folders = new Map<string, string>();

beforeAll(async () => {
  for (const { name, folder, findings } of publications) {
    const dir = findings ? folder : (await imported(folder)).dir;
    folders.set(name, dir);
    for (const pdfStandard of pdfStandards) {
      const asked = { editions: findings ? editions : usual, pdfStandard, draft: !findings };
      built.set(`${name} ${pdfStandard}`, await build(dir, { to: 'memory', formats: ['pdf'], ...asked }));
    }
  }
}, 600_000);

interface File {
  readonly name: string;
  readonly edition: (typeof books)[number]['edition'];
  readonly standard: PdfStandard;
}

function bytesOf({ name, edition, standard }: File): Uint8Array {
  const file = built.get(`${name} ${standard}`)?.files.find(({ path }) => path.endsWith(`-${edition}.pdf`));
  if (!file) throw new Error(`No ${edition} of ${name}`);
  return file.bytes;
}

const pdfOf = (file: File): Pdf => readPdf(bytesOf(file));

test.each(publications.filter(({ findings }) => findings))('$name builds without a finding to mend', (publication) => {
  for (const standard of pdfStandards) {
    const result = built.get(`${publication.name} ${standard}`);
    expect(result?.outcome).toBe('done');
    expect(result?.diagnostics.map(({ rule }) => rule).sort()).toEqual([...(publication.findings ?? [])].sort());
  }
});

describe.each(files)('$name, $edition, $standard', (file) => {
  test('is judged sound, with every construct in its structure', () => {
    expect(judgePdf(pdfOf(file), file.standard)).toEqual([]);
  });

  test('is clean to qpdf', ({ skip }) => {
    const qpdf = askTool('qpdf', ['--check', 'FILE'], bytesOf(file));
    if (!qpdf) return skip();
    expect(qpdf.output).toContain('No syntax or stream encoding errors');
  });
});

const spoilt = files.filter(({ edition }) => usual.some((one) => one === edition));

describe.each(spoilt)('$name, $edition, $standard', (file) => {
  test('is not judged sound once it is spoilt, in whatever way', () => {
    const pdf = pdfOf(file);
    const missed: string[] = [];
    let tried = 0;
    for (const { name, standard, spoil } of mutations) {
      const mend = !standard || standard === file.standard ? spoil(pdf) : undefined;
      if (!mend) continue;
      tried++;
      if (judgePdf(pdf, file.standard).length === 0) missed.push(name);
      mend();
    }
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(20);
    expect(judgePdf(pdf, file.standard)).toEqual([]); // all is mended again
  });
});

test('every way to spoil a file was tried on one of them', () => {
  const tried = new Set(['a caption stands in a Div ua-2']); // none of these has the like: tests/emit/pdf/standards.test.ts
  for (const file of files.filter(({ name }) => name === 'specimen')) {
    const pdf = pdfOf(file);
    for (const { name, standard, spoil } of mutations) {
      const mend = !standard || standard === file.standard ? spoil(pdf) : undefined;
      mend?.();
      if (mend) tried.add(`${name} ${standard ?? ''}`);
    }
  }
  expect(mutations.map(({ name, standard }) => `${name} ${standard ?? ''}`).filter((each) => !tried.has(each))).toEqual(
    [],
  );
});

describe.each(books)('$name, $edition', (book) => {
  test('has the same pages in both standards', () => {
    const [one, other] = pdfStandards.map((standard) => paintedApart(pdfOf({ ...book, standard })));
    expect(one?.length).toBeGreaterThan(2);
    expect(other).toEqual(one);
  });
});

test.each(files.filter(({ name, edition }) => /^(?:en|fr)$/.test(edition) && !/12|cloud/.test(name)))(
  '$name, $edition, $standard has each heading, item, cell, note, link, figure and formula of its edition once, in order',
  async (file) => {
    const { value } = await readPublication(folders.get(file.name) ?? '');
    if (!value) throw new Error(`${file.name} has no source`);
    const edition = editionsOf(value)[file.edition === 'fr' ? 'fr' : 'en'];
    expect(roleFaults(edition, pdfOf(file))).toEqual([]);
  },
);
