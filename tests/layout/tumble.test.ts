import { expect, test } from 'vitest';
import { assembleBilingual } from '../../pipeline/assemble/index.ts';
import { imposed, layoutEdition, layoutTumble, type StructureElement } from '../../pipeline/layout/index.ts';
import { languages } from '../../pipeline/model/index.ts';
import { assembled } from '../helpers/assembled.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { elementsOf, textOfStructure } from './reading.ts';

const fonts = fakeFonts();

const plan = `# :en[Plan]:fr[Plan]

## :en[Fees]:fr[Frais] {#fees}

:::en
See [the fees](#fees) and a note.[^n]

[^n]: A note.
:::

:::fr
Voir [les frais](#fees) et une note.[^n]

[^n]: Une note.
:::
`;
const { editions } = assembled({ plan });
const edition = assembleBilingual(editions, 'tumble');
const { value: paged } = layoutTumble(edition, { fonts });

test('each book is heard as it is by itself, in a part of its own language', () => {
  const parts = paged.structure.children as readonly StructureElement[];
  expect(parts.map(({ tag, lang }) => [tag, lang])).toEqual([
    ['Part', 'en-CA'],
    ['Part', 'fr-CA'],
  ]);
  for (const [at, language] of languages.entries()) {
    const alone = layoutEdition({ ...editions[language], otherTitle: '' }, { fonts }).value;
    expect(textOfStructure(parts[at] as StructureElement)).toBe(textOfStructure(alone.structure));
  }
});

test('names are told apart, and every link leads into its own book', () => {
  const ids = elementsOf(paged.structure).flatMap(({ id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(2);
  const middle = paged.pages.findLastIndex(({ label }) => label === 'i');
  const links = paged.pages.flatMap((page, at) => page.links.map(({ to }) => ({ to, at })));
  expect(links.length).toBeGreaterThan(8);
  for (const { to, at } of links) {
    if ('uri' in to) continue;
    const there = paged.destinations.get(to.destination);
    expect(there).toBeDefined();
    expect((there?.page ?? -1) < middle).toBe(at < middle);
  }
  expect(paged.outline.map(({ title, lang }) => [title, lang])).toEqual(
    languages.map((language) => [editions[language].title, editions[language].tag]),
  );
});

test('for the printer, the second book begins on the last page and is upside down', () => {
  const middle = paged.pages.findLastIndex(({ label }) => label === 'i');
  const printed = imposed(paged);
  expect(middle % 2).toBe(0);
  expect(printed.pages.length % 2).toBe(0);
  expect(printed.pages.slice(0, middle)).toEqual(paged.pages.slice(0, middle));
  expect(printed.pages.at(-1)).toEqual({ ...paged.pages[middle], upsideDown: true });
  expect(printed.pages[middle]).toEqual({ ...paged.pages.at(-1), upsideDown: true });
  for (const [name, { page }] of paged.destinations)
    expect(printed.pages[printed.destinations.get(name)?.page ?? -1]?.fragments).toBe(paged.pages[page]?.fragments);
});
