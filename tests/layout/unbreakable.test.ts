import { describe, expect, test } from 'vitest';
import { assembleBilingual } from '../../pipeline/assemble/index.ts';
import { layoutBilingual, type PagedEdition, type TextFragment } from '../../pipeline/layout/index.ts';
import type { Language } from '../../pipeline/model/index.ts';
import { assembled } from '../helpers/assembled.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { partsOf } from '../helpers/parallel.ts';
import { fragmentsOf } from './reading.ts';

/** What no author should write, in both columns, each with a bound on the pages and the fragments that come of it. */

const fonts = fakeFonts();

function laidOut(en: string, fr: string) {
  const pair = (language: Language, text: string): string => `:::::${language}\n${text}\n:::::`;
  return columnsOf(`# :en[A]:fr[B]\n\n${pair('en', en)}\n\n${pair('fr', fr)}`);
}

function columnsOf(plan: string) {
  const { editions } = assembled({ plan });
  return layoutBilingual(assembleBilingual(editions, 'columns'), { fonts });
}

/** Letters of each part of the only chapter, without hyphens that breaking made. */
function lettersOf(paged: PagedEdition): string[] {
  const [parts = []] = partsOf(paged, 1);
  return parts.map((part) =>
    fragmentsOf(part)
      .filter((one): one is TextFragment => one.kind === 'text')
      .flatMap(({ words }) => words.map(({ text }) => text))
      .join(''),
  );
}

const count = ({ pages }: PagedEdition): number => pages.reduce((sum, { fragments }) => sum + fragments.length, 0);
const times = (number: number, make: (at: number) => string): string =>
  Array.from({ length: number }, (_, at) => make(at)).join('');

const isHeading = ({ owner }: Pick<TextFragment, 'owner'>): boolean => 'tag' in owner && owner.tag === 'H2';

/** Title, contents and colophon. */
const around = 4;

describe('columns of', () => {
  test('a table of three hundred rows', () => {
    const rows = (language: string) => `| a | b |\n| - | - |\n${times(300, (at) => `| ${language}${at} | x |\n`)}`;
    const { value } = laidOut(rows('en'), rows('fr'));
    expect(value.pages.length).toBeLessThan(around + 300 / 25);
    expect(count(value)).toBeLessThan(6 * 300);
    for (const [at, language] of ['en', 'fr'].entries()) {
      const letters = lettersOf(value)[at] ?? '';
      for (const row of [0, 149, 299]) expect(letters).toContain(`${language}${row}x`);
    }
  });

  test('a note of many pages, beside one of a word', () => {
    const { value } = laidOut(`x[^n]\n\n[^n]: ${times(2000, () => 'note ')}end`, 'y[^n]\n\n[^n]: fin');
    expect(value.pages.length).toBeLessThan(around + 8);
    expect(lettersOf(value)[0]).toContain('noteend');
    expect(lettersOf(value)[1]).toContain('fin');
  });

  test('a note longer than a page, below a heading that stays with its paragraph', () => {
    const text = (language: string) =>
      `${times(30, () => `${language}\n\n`)}## Heading\n\ncalls[^n] ${times(60, () => 'words ')}\n\n[^n]: ${times(900, () => 'note ')}`;
    const { value } = laidOut(text('en'), text('fr'));
    const pageWith = (word: string): number =>
      value.pages.findIndex(({ fragments }) =>
        fragments.some((each) => each.kind === 'text' && each.words.some(({ text: own }) => own === word)),
      );
    expect(pageWith('calls')).toBe(value.pages.findLastIndex(({ fragments }) => fragments.some(isHeading)));
    expect(pageWith('calls')).toBe(pageWith('note'));
  });

  test('a word of five thousand letters', () => {
    const { value, diagnostics } = laidOut(
      times(5000, (at) => 'abcdefgh'[at % 8] as string),
      'mot',
    );
    expect(diagnostics.length).toBeLessThan(2);
    expect(value.pages.length).toBeLessThan(around + 5);
    expect(lettersOf(value)[0]?.replaceAll(/[^a-h]/g, '').length).toBeGreaterThanOrEqual(5000);
  });

  test('sixty lists in one another', () => {
    const nested = times(60, (at) => `${'  '.repeat(at)}- i${at}\n`);
    const { value } = laidOut(nested, nested);
    expect(value.pages.length).toBeLessThan(around + 5);
    for (const letters of lettersOf(value)) expect(letters).toContain('i59');
  });

  test('one word against twenty pages', () => {
    const { value } = laidOut('Word.', times(5000, () => 'beaucoup ').trim());
    expect(value.pages.length).toBeGreaterThan(around + 15);
    expect(value.pages.length).toBeLessThan(around + 22);
    expect(lettersOf(value)[0]).toBe('AWord.');
    expect(lettersOf(value)[1]?.length).toBe(1 + 5000 * 'beaucoup'.length);
  });

  test('what one language alone has, and scripts that run the other way or have no letters of ours', () => {
    const lone = ':::en{only}\n> אבג דהו\n\n漢字と仮名\n:::';
    const { value } = columnsOf(`# :en[A]:fr[B]\n\n${lone}`);
    expect(value.pages.length).toBeLessThan(around + 2);
    expect(lettersOf(value)[0]).toContain('אבג');
    expect(lettersOf(value)[0]).toContain('漢字と仮名');
    expect(lettersOf(value)[1]).toBe('B');
  });
});
