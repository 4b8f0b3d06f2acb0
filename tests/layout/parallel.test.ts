import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assembleBilingual } from '../../pipeline/assemble/index.ts';
import {
  type Formulae,
  layoutBilingual,
  type StructureElement,
  type TextFragment,
} from '../../pipeline/layout/index.ts';
import { type Language, languages } from '../../pipeline/model/index.ts';
import { assembled } from '../helpers/assembled.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import {
  beginningOf,
  blocksIn,
  expectHeardWhole,
  expectNoLoneLine,
  heardIn,
  laidOutAs,
  long,
  markdownOf,
  type Places,
  pagesByFragment,
  pairs,
  partsOf,
  saidBy,
  textsIn,
} from '../helpers/parallel.ts';
import { elementsOf, fragmentsOf, isArtifact } from './reading.ts';

const fonts = fakeFonts();

const laidOut = laidOutAs('columns');

describe('whatever the publication', () => {
  test('each language is heard whole and in order, in a part of each chapter', () => expectHeardWhole(laidOut, 25));

  test('pairs begin level on one page, and break where their own lines allow; all is in its column, and in the tree once', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const { edition, value } = laidOut({ plan: markdownOf(list) });
        const places = pagesByFragment(value);
        const [parts] = partsOf(value, 1) as [readonly [StructureElement, StructureElement]];
        for (const language of languages) expect(heardIn(value, edition, language)).toEqual(saidBy(edition, language));
        expectLevel(parts, places);
        expectInColumns(parts);
        expectNoLoneLine(value.structure, places);
        const painted = value.pages.flatMap(({ fragments }) => fragments.filter((one) => !isArtifact(one)));
        const tagged = fragmentsOf(value.structure);
        expect(painted.length).toBe(tagged.length);
        expect(new Set(painted)).toEqual(new Set(tagged));
      }),
      { seed: 7, numRuns: 25 },
    );
  });
});

type Parts = readonly [StructureElement, StructureElement];

/** Both halves of every pair begin on one page, their first baselines within half a point. */
function expectLevel(parts: Parts, places: Places): void {
  const [left, right] = [blocksIn(parts[0]).filter(isLevel), blocksIn(parts[1]).filter(isLevel)];
  expect(left.length).toBe(right.length);
  for (const [at, element] of left.entries()) {
    const [here, there] = [beginningOf(element, places), beginningOf(right[at] as StructureElement, places)];
    expect(there?.page).toBe(here?.page);
    expect(Math.abs((there?.baseline ?? 0) - (here?.baseline ?? 0))).toBeLessThan(0.5);
  }
}

function expectInColumns([one, other]: Parts): void {
  for (const [part, from] of [[one, 66] as const, [other, 324] as const]) {
    for (const { x, baseline } of textsIn(part)) {
      expect(x).toBeGreaterThan(from - hanging);
      expect(x).toBeLessThan(from + 222);
      expect(baseline).toBeGreaterThan(80);
      expect(baseline).toBeLessThan(792 - 86);
    }
  }
}

/** Small signs stand a little outside the edges. */
const hanging = 4;

/** Notes hang in the paragraphs that call them. */
function isLevel({ tag }: StructureElement): boolean {
  return tag !== 'Note';
}

test('a last page has more than a few lines, which the page before can spare', () => {
  const block = (language: Language): string => `:::${language}\nA line of words.\n:::`;
  const twoPages = Array.from({ length: 30 }, (_, at) => at + 24).flatMap((count) => {
    const blocks = Array.from({ length: count }, () => languages.map(block).join('\n\n'));
    const { value } = laidOut({ plan: ['# :en[A]:fr[B]', ...blocks].join('\n\n') });
    const [parts] = partsOf(value, 1) as [Parts];
    const places = pagesByFragment(value);
    const pages = textsIn(parts[0]).map((each) => places.get(each) ?? -1);
    const [first = -1, last = -1] = [pages[0], pages.at(-1)];
    return last === first + 1 ? [pages.filter((page) => page === last).length] : [];
  });
  expect(twoPages.length).toBeGreaterThan(10);
  expect(Math.min(...twoPages)).toBeGreaterThan(3);
});

describe('notes', () => {
  const note = (language: Language, words: number) => `[^n]: ${long(words, language)}`;
  const source = `# :en[A]:fr[B]\n\n:::en\nOne[^n].\n\n${note('en', 60)}\n:::\n\n:::fr\nUn[^n].\n\n${note('fr', 9)}\n:::`;

  test('stand under their own column, on the page of their call, and lead to it and back', () => {
    const { value } = laidOut({ plan: source });
    const notes = elementsOf(value.structure).filter(({ tag }) => tag === 'Note');
    expect(notes.map(({ id }) => id)).toEqual(['plan-fn-1--en', 'plan-fn-1--fr']);
    const places = pagesByFragment(value);
    const columns = notes.map((each) => textsIn(each).map((part) => [places.get(part), Math.floor(part.x / 306)]));
    expect(columns.map((parts) => [...new Set(parts.map(String))])).toEqual([['2,0'], ['2,1']]);
    const { links } = value.pages[2] ?? { links: [] };
    const leading = links.map(({ to }) => ('destination' in to ? to.destination : ''));
    for (const language of languages) {
      expect(leading).toContain(`plan#fn-1--${language}`);
      expect(leading).toContain(`plan#fnref-1--${language}`);
    }
  });
});

describe('what is the same in both languages', () => {
  test('stands once on the page, across both columns, and is heard in both parts', () => {
    const { value } = laidOut({ plan: '# :en[A]:fr[B]\n\n```\nsame\n```' });
    const parts = partsOf(value, 1)[0] ?? [];
    const codes = parts.map((part) => textsIn(part).filter(({ face }) => face === 'code'));
    expect(codes.map((list) => list.map(({ unseen }) => unseen ?? false))).toEqual([[false], [true]]);
    expect(codes[0]?.[0]?.x).toBe(codes[1]?.[0]?.x);
  });
});

test('a formula that both share is said in each language', () => {
  const { editions } = assembled({ plan: '# :en[A]:fr[B]\n\n$$\na = b\n$$\n\nThe same $$c$$.' });
  const formulae: Formulae = (tex, { lang }) => ({
    asset: tex,
    width: 2,
    ascent: 1,
    descent: 0,
    words: `${lang} ${tex}`,
  });
  const { value } = layoutBilingual(assembleBilingual(editions, 'columns'), { fonts, formulae });
  const said = (partsOf(value, 1)[0] ?? []).map((part) =>
    elementsOf(part).flatMap(({ tag, alt }) => (tag === 'Formula' ? [alt] : [])),
  );
  expect(said).toEqual([
    ['en-CA a = b', 'en-CA c'],
    ['fr-CA a = b', 'fr-CA c'],
  ]);
});

describe('bookmarks and heads', () => {
  test('are in both languages', () => {
    const words = long(900, 'paper');
    const { value } = laidOut({ plan: `# :en[Paper]:fr[Papier]\n\n:::en\n${words}\n:::\n\n:::fr\n${words}\n:::` });
    expect(value.outline.map(({ title }) => title)).toContain('Paper – Papier');
    const heads = value.pages.flatMap(({ fragments }) =>
      fragments.filter(
        (one): one is TextFragment => one.kind === 'text' && 'artifact' in one.owner && one.owner.artifact === 'header',
      ),
    );
    expect(new Set(heads.map(({ words: set }) => set.map(({ text }) => text).join(' ')))).toEqual(
      new Set(['Paper', 'Papier', 'Sample', 'Exemple']),
    );
  });
});

test('a title that is the same in both languages is said once', () => {
  const settings = { title: { en: 'Plan', fr: 'Plan' } };
  const { editions } = assembled({ plan: '# :en[A]:fr[B]' }, { settings });
  const { value } = layoutBilingual(assembleBilingual(editions, 'columns'), { fonts });
  expect(value.structure.title).toBe('Plan');
});

describe('tables', () => {
  const table = (language: Language, words: number): string =>
    `:::${language}\n| ${language} | x |\n| --- | --- |\n| ${long(words, 'word')} | 1 |\n| last ${language} | 2 |\n:::`;

  test('stand level row by row, and what has too many columns for one stands across both', () => {
    const { value } = laidOut({ plan: `# :en[A]:fr[B]\n\n${table('en', 4)}\n\n${table('fr', 25)}` });
    const places = pagesByFragment(value);
    const rows = (partsOf(value, 1)[0] ?? []).map((part) => elementsOf(part).filter(({ tag }) => tag === 'TR'));
    const tops = rows.map((list) => list.map((row) => beginningOf(row, places)?.baseline));
    expect(tops[0]).toHaveLength(3);
    expect(tops[0]).toEqual(tops[1]);

    const wide = (language: Language) =>
      `:::${language}\n|${' w |'.repeat(8)}\n|${' - |'.repeat(8)}\n|${` ${language} |`.repeat(8)}\n:::`;
    const across = laidOut({ plan: `# :en[A]:fr[B]\n\n${wide('en')}\n\n${wide('fr')}` }).value;
    const heights = (partsOf(across, 1)[0] ?? []).map((part) => {
      const cells = textsIn(part).filter(({ owner }) => 'tag' in owner && owner.tag === 'TD');
      return { left: Math.min(...cells.map(({ x }) => x)), baseline: cells[0]?.baseline ?? 0 };
    });
    expect(heights[0]?.left).toBe(heights[1]?.left);
    expect(heights[1]?.baseline).toBeGreaterThan((heights[0]?.baseline ?? 0) + 20);
  });
});
