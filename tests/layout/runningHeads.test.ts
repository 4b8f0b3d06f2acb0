import { expect, test } from 'vitest';
import { assembleBilingual } from '../../pipeline/assemble/index.ts';
import { layoutBilingual, layoutEdition, type PagedEdition } from '../../pipeline/layout/index.ts';
import { assembled } from '../helpers/assembled.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { textOfFragment, textOfStructure } from './reading.ts';

const long =
  'sections whose name goes on and on until no line at the top of a page has room for all of it, in any language';
const prose = (words: string) => Array.from({ length: 60 }, () => `${words} `.repeat(20)).join('\n\n');
const source = [
  `# :en[The ${long}]:fr[Les ${long}] {#top short-en="The whole" short-fr="L'ensemble"}`,
  `## :en[First of ${long}]:fr[Première de ${long}] {#first short-en="First"}`,
  `:::en\n${prose('Word')}\n:::\n:::fr\n${prose('Mot')}\n:::`,
].join('\n\n');

const headsOf = ({ pages }: PagedEdition): string[] =>
  pages.flatMap(({ fragments }) =>
    fragments.flatMap((each) =>
      each.kind === 'text' && 'artifact' in each.owner && each.owner.artifact === 'header' ? textOfFragment(each) : [],
    ),
  );

const { editions } = assembled({ one: source, two: '# :en[Other]:fr[Autre]' });
const fonts = fakeFonts();

test('pages have the short title of a chapter and of a section above them, typeset', () => {
  const heads = {
    en: headsOf(layoutEdition(editions.en, { fonts }).value),
    fr: headsOf(layoutEdition(editions.fr, { fonts }).value),
  };
  expect(new Set(heads.en)).toEqual(new Set(['The whole', 'First']));
  // Of the section, French says nothing shorter: as much of its title as there is room for.
  expect(heads.fr).toContain('L’ensemble');
  expect(heads.fr.some((head) => head.startsWith('Première de sections') && head.endsWith('…'))).toBe(true);
});

test('pages of two columns have the short title of the chapter in each language', () => {
  const { value } = layoutBilingual(assembleBilingual(editions, 'columns'), { fonts });
  expect(headsOf(value)).toEqual(expect.arrayContaining(['The whole', 'L’ensemble']));
});

test('headings themselves, contents and bookmarks have the whole title', () => {
  const { outline, structure } = layoutEdition(editions.en, { fonts }).value;
  expect(JSON.stringify(outline)).toContain(`The ${long}`);
  expect(JSON.stringify(outline)).not.toContain('The whole');
  expect(textOfStructure(structure)).not.toContain('The whole');
});
