import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Unit } from '../../pipeline/model/index.ts';
import { checkFreshness } from '../../pipeline/parity/index.ts';
import { transformContext, transformDocument } from '../../pipeline/plugins/index.ts';
import { readPublication } from '../../pipeline/read/index.ts';
import { sentencesOf } from '../../pipeline/report/index.ts';
import { concept } from '../helpers/assembled.ts';
import { approved, publicationOf, reviewOf, type Sources } from '../helpers/review.ts';
import { strings } from '../helpers/strings.ts';
import { listDiagnostics } from '../read/outline.ts';

const folder = 'tests/fixtures/freshness';

describe('fixtures', () => {
  const cases = readdirSync(folder);
  test('there are some', () => expect(cases.length).toBeGreaterThan(3));
  test.each(cases)('%s', async (name) => {
    const { value } = await readPublication(`${folder}/${name}`);
    if (!value) throw new Error('The fixture is no publication');
    const { diagnostics } = checkFreshness(value);
    for (const found of diagnostics) {
      for (const table of [strings('en'), strings('fr')]) expect(sentencesOf(found, table).hint).toBeTruthy();
    }
    expect(existsSync(`${folder}/${name}/expected.txt`)).toBe(true);
    expect(listDiagnostics(diagnostics, true)).toBe(readFileSync(`${folder}/${name}/expected.txt`, 'utf8'));
  });
});

const page = `# :en[The plan]:fr[Le plan]

:::en{#intro}
The office opens at 9:00. See [the plan](#plan).
:::

:::fr
Le bureau ouvre à 9 h. Voir [le plan](#plan).
:::

## :en[Fees]:fr[Frais] {#plan}

| :en[Item]:fr[Article] | :num[2] |
| --- | --- |
| :en[A book]:fr[Un livre] | :num[21] |

:::fr
Il n’y a pas de frais.
:::
:::en
There is no fee.
:::
`;
const sources: Sources = { documents: { page } };

const stateOf = (units: readonly Unit[], name: string) => units.find((unit) => unit.name === name)?.state;

/** How units stand after everything was approved and the page was then changed. */
function afterwards(change: (text: string) => string, before: Sources = sources) {
  const { documents, approvals } = approved(before);
  const changed = change(documents.page ?? '');
  if (changed === documents.page) throw new Error('Nothing was changed');
  return reviewOf({ documents: { page: changed }, ...(approvals !== undefined && { approvals }) });
}

test('what is approved by itself, in its order', () => {
  const { units } = reviewOf(sources).value;
  const own = units.filter(({ document }) => document === 'page');
  expect(own.map(({ name, place, language }) => `${name} ${place} ${language}`)).toEqual([
    'page#the-plan file fr',
    'page#intro fence fr',
    'page#plan file fr',
    'page#plan-1.1 file fr',
    'page#plan-1.2 file fr',
    'page#plan-2 fence en',
  ]);
  expect(new Set(own.map(({ state }) => state))).toEqual(new Set(['unreviewed']));
});

test('units go by the ids that links and outputs go by', () => {
  const publication = publicationOf(sources);
  const { settings, concepts, documents } = publication;
  const [document] = documents;
  if (!document) throw new Error('No document');
  const { tree } = transformDocument(document, transformContext(settings, concepts)).value;
  const ids = tree.children.map(({ data }) => data?.id);
  expect(ids).toEqual(['the-plan', 'intro', 'plan', 'plan-1', 'plan-2']);
});

test('approve, then check: all is fresh, and in English as in French', () => {
  const { value, diagnostics } = reviewOf(approved(sources));
  expect(diagnostics).toEqual([]);
  expect(new Set(value.units.map(({ state }) => state))).toEqual(new Set(['fresh']));
  const { units } = value.coverage.en;
  expect(value.coverage).toEqual({
    en: { units, approved: units, stale: 0, missing: 0 },
    fr: { units, approved: units, stale: 0, missing: 0 },
  });
});

describe('no wolf is cried', () => {
  test.each<[string, (text: string) => string]>([
    ['a paragraph is broken otherwise', (text) => text.replace('9:00. See', '9:00.\nSee')],
    ['line ends are those of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['no-break spaces are put in', (text) => text.replace('9 h. Voir', '9\u00a0h. Voir')],
    ['the translation is mended', (text) => text.replace('Le bureau ouvre', 'Notre bureau est ouvert')],
    [
      'the sides of a block change places',
      (text) => text.replace(/(:::en\{#intro\}[\s\S]*?\n:::\n)\n(:::fr[\s\S]*?\n:::\n)/, '$2\n$1'),
    ],
    ['the sides of an inline pair change places', (text) => text.replace(':en[Fees]:fr[Frais]', ':fr[Frais]:en[Fees]')],
    ['a block is fenced with more colons', (text) => text.replace(/:::(?=en\{#intro|\n\n:::fr)/g, '::::')],
    ['a waiver is written into it', (text) => text.replace('The office', '<!-- diptych-ignore x "y" -->\nThe office')],
    ['a row comes before others', (text) => text.replace('| :en[A book]', '| :num[1] | :num[2] |\n| :en[A book]')],
    ['a paragraph comes before a table', (text) => text.replace('| :en[Item]', 'USB\n\n| :en[Item]')],
    ['a pair in the heading of a column', (text) => text.replace(':num[2] |\n|', ':num[2]  |\n|')],
  ])('%s', (_, change) => {
    const { value, diagnostics } = afterwards(change);
    expect(diagnostics).toEqual([]);
    expect(value.units.filter(({ state }) => state !== 'fresh').map(({ name }) => name)).toEqual([]);
  });

  test('a new row before others leaves them approved, and is itself not', () => {
    const { value, diagnostics } = afterwards((text) =>
      text.replace('| :en[A book]', '| :en[A map]:fr[Une carte] | :num[2] |\n| :en[A book]'),
    );
    expect(value.units.filter(({ state }) => state !== 'fresh').map(({ name }) => name)).toEqual(['page#plan-1.2']);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('typography alone is a note, and stays approved', () => {
    const { value, diagnostics } = afterwards((text) =>
      text.replace('The office opens at 9:00.', 'The office – opens at 9:00.'),
    );
    expect(diagnostics.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['translation-is-fresh info']);
    expect(stateOf(value.units, 'page#intro')).toBe('touched');
    expect(value.coverage.fr).toMatchObject({ stale: 0, approved: value.units.length });
  });

  test('a typing mistake set right is a warning, not an error', () => {
    const typo = { documents: { page: page.replace('office', 'ofice') } };
    const { diagnostics } = afterwards((text) => text.replace('ofice', 'office'), typo);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  });
});

describe('what has changed is found, on the side that waits', () => {
  test('figures: an error, with both positions', () => {
    const { value, diagnostics } = afterwards((text) => text.replace('9:00', '10:00'));
    expect(diagnostics).toMatchObject([
      {
        rule: 'translation-is-fresh',
        severity: 'error',
        path: 'source/page.md',
        position: { start: { line: 7, column: 1 } },
        related: { path: 'source/page.md', position: { start: { line: 3, column: 1 } } },
        details: { variant: 'facts-fr', unit: 'page#intro' },
      },
    ]);
    expect(value.coverage).toMatchObject({ en: { stale: 0 }, fr: { stale: 1 } });
  });

  test('the side that was written first may be French', () => {
    const { value, diagnostics } = afterwards((text) => text.replace('Il n’y a pas de frais', 'Il y a des frais'));
    expect(diagnostics).toMatchObject([{ severity: 'error', details: { variant: 'facts-en', unit: 'page#plan-2' } }]);
    expect(value.coverage).toMatchObject({ en: { stale: 1 }, fr: { stale: 0 } });
  });

  test('an inline pair', () => {
    const { diagnostics } = afterwards((text) => text.replace('A book', 'A map'));
    expect(diagnostics).toMatchObject([{ severity: 'warning', details: { unit: 'page#plan-1.2' } }]);
  });

  test('both sides carry an approval: each stands for the other', () => {
    const both = approved(sources).documents.page?.replace('{#intro}', '{#intro rev=00000000-0000-0000}') ?? '';
    const { diagnostics } = reviewOf({ documents: { page: both } });
    expect(diagnostics).toMatchObject([{ severity: 'error', details: { variant: 'facts-en' } }]);
    expect(reviewOf(approved({ documents: { page: both } })).diagnostics).toEqual([]);
  });

  test('a neutral value in a block', () => {
    const valued = { documents: { page: ':::en\nIt costs :money[5]{cur=CAD}.\n:::\n:::fr\nCoût.\n:::\n' } };
    expect(afterwards((text) => text.replace('[5]', '[6]'), valued).diagnostics).toMatchObject([{ severity: 'error' }]);
  });
});

describe('what is no unit', () => {
  test.each([
    [':::en{only}\nFor English alone.\n:::\n'],
    ['USB, SCSI\n'],
    [':nt[:en[a]:fr[b]]\n'],
    ['::::figure{#f src=a.png alt=""}\n::::\n'],
    [':::en{nt}\nE pluribus unum\n:::\n'],
  ])('%s', (text) => {
    const { units } = reviewOf({ documents: { page: text } }).value;
    expect(units.filter(({ document }) => document === 'page')).toEqual([]);
  });
});

test('what has one side only is missing in the other language, and waits for no approval', () => {
  const publication = publicationOf({ documents: { page: '' } });
  const [document] = publication.documents;
  if (!document) throw new Error('No document');
  const position = { start: { line: 1, column: 1 }, end: { line: 3, column: 4 } };
  const paragraph = {
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, value: 'Alone.', position }],
    position,
  };
  const variant = { type: 'variant' as const, language: 'en' as const, children: [paragraph], position };
  const tree = {
    type: 'root' as const,
    children: [{ type: 'pair' as const, children: [variant], position }],
    position,
  };
  const { value, diagnostics } = checkFreshness({ ...publication, documents: [{ ...document, tree }] });
  expect(diagnostics).toEqual([]);
  const unit = value.units.find((each) => each.document === 'page');
  expect(unit).toMatchObject({ state: 'missing', language: 'fr', approvals: [] });
  expect(value.coverage.fr.missing).toBe(1);
  const { en } = value.coverage;
  expect(en).toMatchObject({ approved: 0, stale: 0, missing: 0 });
});

test('pictures, captions, front matter and the glossary', () => {
  const text = `::::figure{#map src=map.svg alt-en="A map" alt-fr="Une carte"}
:::en
The border
:::
:::fr
La frontière
:::
::::
`;
  const parts = {
    documents: { page: { title: { en: 'Page', fr: 'Feuillet' }, description: { en: 'Same', fr: 'Same' } } },
    concepts: [concept('border', { term: 'border', def: 'A line.' }, { term: 'frontière', def: 'Une ligne.' })],
  };
  const { units } = reviewOf({ documents: { page: text } }, parts).value;
  expect(units.map(({ name }) => name).filter((name) => !name.startsWith('publication.yaml'))).toEqual([
    'page.title',
    'page#map.alt',
    'page#map.caption',
    'glossary.yaml#border',
  ]);
  const done = approved({ documents: { page: text } }, parts);
  expect(done.approvals).toMatch(/^page#map\.alt: [0-9a-f-]{18}$/m);
  expect(reviewOf(done, parts).diagnostics).toEqual([]);
  const redefined = [concept('border', { term: 'border', def: 'No line.' }, { term: 'frontière', def: 'Une ligne.' })];
  expect(reviewOf(done, { ...parts, concepts: redefined }).diagnostics).toMatchObject([
    { severity: 'error', path: 'source/glossary.yaml', details: { unit: 'glossary.yaml#border' } },
  ]);
});

test('approval is asked for only where the policy does', () => {
  expect(reviewOf(sources).diagnostics).toEqual([]);
  const parts = { settings: { policy: { approval: 'required' as const } } };
  const { diagnostics, value } = reviewOf(sources, parts);
  expect(new Set(diagnostics.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(
    new Set(['translation-is-approved warning']),
  );
  expect(diagnostics.length).toBe(value.units.length);
  expect(reviewOf(approved(sources, parts), parts).diagnostics).toEqual([]);
});
