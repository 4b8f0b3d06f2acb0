import { describe, expect, test } from 'vitest';
import { layoutEdition, type StructureElement } from '../../pipeline/layout/index.ts';
import { languages } from '../../pipeline/model/index.ts';
import { assembled, concept } from '../helpers/assembled.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { pageOf } from './pageOf.ts';
import { elementsOf, textOfStructure } from './reading.ts';

const team = concept(
  'team',
  { term: 'border team', def: 'Those who work there.' },
  { term: 'équipe frontalière', def: 'Ceux qui y travaillent.' },
);

/** A term, and a place for the index, on pages of their own. */
const source = [
  '# :en[Plan]:fr[Plan]',
  ':::en\nFirst, an :index[audit]{as="Audit"}.\n:::\n:::fr\nD’abord, une :index[vérification]{as="Audit"}.\n:::',
  '::pagebreak',
  '## :en[Teams]:fr[Équipes]',
  ':::en\nA border team, and another :index[audit]{as="Audit"}.\n:::\n:::fr\nUne équipe frontalière, et une autre :index[vérification]{as="Audit"}.\n:::',
  '::pagebreak',
  '::index{terms}',
].join('\n\n');

const used = ':::en\nA border team.\n:::\n:::fr\nUne équipe frontalière.\n:::';
const other = ':::en\nNothing.\n:::\n:::fr\nRien.\n:::';

describe.each(languages)('in %s', (language) => {
  const { editions } = assembled({ plan: source }, { concepts: [team] });
  const { value } = layoutEdition(editions[language], { fonts: fakeFonts() });
  const text = textOfStructure(value.structure);
  const labelOf = (place: string): string => {
    const label = pageOf(value, place);
    if (label === undefined) throw new Error(`No page has “${place}”`);
    return label;
  };

  test('the index gives the pages on which its places are', () => {
    const [first, second] = [labelOf('plan#index-1'), labelOf('plan#index-2')];
    expect(first).not.toBe(second);
    expect(text).toContain(`Audit, ${first}, ${second}`);
    expect(text).toContain(`${team[language].term}, ${labelOf('plan#use-team-1')}`);
  });

  test('the index is in an element of its own, which holds its entries as a list', () => {
    const [index, ...others] = elementsOf(value.structure).filter(({ tag }) => tag === 'Index');
    expect(others).toEqual([]);
    expect(index?.children.map((child) => 'tag' in child && child.tag)).toEqual(['L']);
    const entries = elementsOf(index as StructureElement).filter(({ tag }) => tag === 'LI');
    expect(entries.length).toBe(2); // letters
  });

  test('the glossary says on which page its term is used', () => {
    const section = language === 'en' ? 'Teams' : 'Équipes';
    expect(text).toContain(`${section} (page ${labelOf('plan#use-team-1')})`);
  });
});

describe('a term that is used again and again', () => {
  const uses = ['## :en[One]:fr[Un]', 'use', 'use', 'use', '## :en[Two]:fr[Deux]', 'use', 'break', 'use'].flatMap(
    (part) =>
      part === 'use' ? [used, '::pagebreak'] : part === 'break' ? ['::pagebreak', other, '::pagebreak'] : [part],
  );
  const book = ['# :en[Plan]:fr[Plan]', ...uses, '# :en[Index]:fr[Index]', '::index{terms}'].join('\n\n');

  test.each(['first-in-document', 'none', 'all', 'first-in-section'] as const)(
    'linked %s, has all its pages',
    (link) => {
      const { editions } = assembled({ plan: book }, { concepts: [team], settings: { glossary: { link } } });
      const { value } = layoutEdition(editions.en, { fonts: fakeFonts() });
      const text = textOfStructure(value.structure);
      const pages = Array.from({ length: 5 }, (_, index) => Number(pageOf(value, `plan#use-team-${index + 1}`)));
      const [first = 0, second, third = 0, fourth = 0, fifth = 0] = pages;
      expect([second, third]).toEqual([first + 1, first + 2]);
      expect(fifth).toBeGreaterThan(fourth + 1);
      expect(text).toContain(`Used in: One (pages ${first}–${third}), Two (pages ${fourth}, ${fifth})`);
      expect(text).toContain(
        `border team, ${first}–${fourth === third + 1 ? fourth : `${third}, ${fourth}`}, ${fifth}`,
      );
    },
  );
});
