import type { RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { layoutEdition, type Page, type TextFragment } from '../../pipeline/layout/index.ts';
import type { Edition } from '../../pipeline/model/index.ts';
import { sampleEdition, sampleSettings } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { sampleTheme } from '../helpers/theme.ts';
import { squeeze, textOfFragment } from './reading.ts';
import { documentOf, rootOf } from './trees.ts';

const prose = 'The two countries share information in a timely and coherent way. ';
const paragraph: RootContent = { type: 'paragraph', children: [{ type: 'text', value: prose.repeat(3).trim() }] };

function pagesWith(own: string, { paper = 'letter' as 'letter' | 'a4', overrides = {} as Partial<Edition> } = {}) {
  const settings = { ...sampleSettings, pdf: { paper, theme: sampleTheme(own) } };
  const documents = [documentOf(rootOf(paragraph, paragraph, paragraph))];
  return layoutEdition(sampleEdition('en', {}, { documents, ...overrides, settings }), { fonts: fakeFonts() }).value
    .pages;
}

const wordsOf = (page: Page | undefined): TextFragment[] =>
  (page?.fragments ?? []).filter(
    (one): one is TextFragment => one.kind === 'text' && 'tag' in one.owner && one.owner.tag === 'P',
  );
const bodyOf = (pages: readonly Page[]) => wordsOf(pages.find(({ label }) => label === '1'));

describe('a theme', () => {
  test('sets the sheet, the margins and the measure', () => {
    const own = 'papers: {a4: {width: 500, height: 700, margins: {inside: 50, outside: 70, top: 60, bottom: 60}}}';
    const pages = pagesWith(own, { paper: 'a4' });
    expect(pages.map(({ width, height }) => [width, height])).toEqual(pages.map(() => [500, 700]));
    expect(Math.min(...bodyOf(pages).map(({ x }) => Math.round(x)))).toBeGreaterThanOrEqual(47);
    expect(pagesWith(own)[0]).toMatchObject({ width: 612, height: 792 });
  });

  test('sets faces, sizes and colours of text', () => {
    const own = "styles: {text: {face: sans, size: 9, colour: '#123456'}}";
    for (const fragment of bodyOf(pagesWith(own))) {
      expect(fragment).toMatchObject({ face: 'sans', size: 9, colour: '#123456' });
    }
  });

  test('sets acronyms in small capitals, in upright text of the serif face alone', () => {
    const acronym = {
      type: 'abbreviation' as const,
      expansion: 'Border Team',
      children: [{ type: 'text' as const, value: 'BT' }],
    };
    const blocks: RootContent[] = [
      { type: 'paragraph', children: [{ type: 'text', value: 'The ' }, acronym, { type: 'text', value: ' met' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'emphasis', children: [acronym] },
          { type: 'strong', children: [acronym] },
        ],
      },
      { type: 'heading', depth: 2, children: [acronym] },
    ];
    const facesOf = (own: string) =>
      pagesWith(own, { overrides: { documents: [documentOf(rootOf(...blocks))] } })
        .flatMap(({ fragments }) => fragments)
        .filter((one): one is TextFragment => one.kind === 'text' && textOfFragment(one).trim() === 'BT')
        .map(({ face }) => face);
    const plain = ['serif', 'serif-italic', 'serif-bold', facesOf('')[3]];
    expect(facesOf('')).toEqual(plain);
    expect(facesOf('acronyms: capitals')).toEqual(plain);
    expect(facesOf('acronyms: small-capitals')).toEqual(['serif-small-capitals', ...plain.slice(1)]);
  });

  test('tells paragraphs apart by space, or by first lines that are set in', () => {
    const linesOf = (own: string) => {
      const lines = new Map<number, number>();
      for (const { baseline, x } of bodyOf(pagesWith(own))) lines.set(baseline, Math.min(lines.get(baseline) ?? x, x));
      return [...lines];
    };
    const [spaced, indented] = [
      linesOf('hanging-punctuation: false'),
      linesOf('paragraphs: indented\nhanging-punctuation: false'),
    ];
    const steps = (lines: [number, number][]) =>
      new Set(lines.slice(1).map(([y], at) => Math.round((y - (lines[at]?.[0] ?? 0)) * 100) / 100));
    expect(steps(spaced)).toEqual(new Set([15.5, 23.25]));
    expect(steps(indented)).toEqual(new Set([15.5]));
    expect(new Set(spaced.map(([, x]) => x))).toEqual(new Set([108]));
    expect(indented.map(([, x]) => x - 108).filter((x) => x > 0)).toEqual([18, 18]); // not the first
  });
});

describe('the colophon', () => {
  test('has the numbers of every format, and the edition in the other language', () => {
    const numbers = {
      own: { pdf: { isbn: '978-0-306-40615-7', catalogue: 'A-1' }, epub: { isbn: '978-1' } },
      other: { pdf: { isbn: '978-2' } },
    };
    const last = pagesWith('', { overrides: { numbers, otherTitle: 'Exemple' } }).at(-1);
    const words = squeeze(
      (last?.fragments ?? []).flatMap((one) => (one.kind === 'text' ? [textOfFragment(one)] : [])).join(' '),
    );
    expect(words).toContain('ISBN 978-0-306-40615-7 (PDF) 978-1 (EPUB)');
    expect(words).toContain('Catalogue number A-1 (PDF)');
    expect(words).toContain('In French Exemple ISBN 978-2');
    const other = last?.fragments.find((one) => one.kind === 'text' && textOfFragment(one).startsWith('Exemple'));
    expect(other && 'tag' in other.owner && other.owner.lang).toBe('fr-CA');
  });
});
