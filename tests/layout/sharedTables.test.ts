import { expect, test } from 'vitest';
import type { StructureElement } from '../../pipeline/layout/index.ts';
import { type BilingualKind, languages } from '../../pipeline/model/index.ts';
import { laidOutAs, pagesByFragment, partsOf, textsIn } from '../helpers/parallel.ts';
import { elementsOf, textOfStructure } from './reading.ts';

/** A table that the source has once stands once, in the words of both languages, and is heard whole in each. */

const plan = [
  '# :en[A]:fr[B]',
  '::::table{#t}\n:::en\nPlaces\n:::\n\n:::fr\nLieux\n:::',
  '| :en[Place]:fr[Lieu] | Km |\n| --- | --: |\n| :en[London]:fr[Londres] | 12 |\n| Rome | :num[1234.5] |\n\n::::',
].join('\n\n');

const heard = {
  en: ['Table 1. Places', 'Place', 'Km', 'London', '12', 'Rome', '1,234.5'],
  fr: ['Tableau 1. Lieux', 'Lieu', 'Km', 'Londres', '12', 'Rome', '1 234,5'],
};

function laidOut(kind: BilingualKind) {
  const { value } = laidOutAs(kind)({ plan });
  const [parts = []] = partsOf(value, 1);
  const cells = parts.map((part) =>
    elementsOf(part).filter(({ tag }) => tag === 'Caption' || tag === 'TH' || tag === 'TD'),
  );
  return { value, parts, cells };
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').trim();

/** What of an element is seen. */
const seenOf = (element: StructureElement): string =>
  plain(
    textsIn(element)
      .flatMap(({ words, unseen }) => (unseen ? [] : words.map(({ text }) => text)))
      .join(' '),
  );

test.each(['columns', 'stacked', 'facing'] as const)('each language hears the table once, in its words: %s', (kind) => {
  const { parts, cells } = laidOut(kind);
  for (const [at, language] of languages.entries()) {
    expect(elementsOf(parts[at] as StructureElement).filter(({ tag }) => tag === 'Table')).toHaveLength(1);
    expect(cells[at]?.map((cell) => plain(textOfStructure(cell)))).toEqual(heard[language]);
    expect(cells[at]?.map(({ tag }) => tag)).toEqual(['Caption', 'TH', 'TH', 'TD', 'TD', 'TD', 'TD']);
  }
});

test.each(['columns', 'stacked'] as const)(
  'what differs stands one below the other, what does not stands once: %s',
  (kind) => {
    const { cells } = laidOut(kind);
    const [english = [], french = []] = cells.map((all) => all.map(seenOf));
    expect(english).toEqual(heard.en);
    expect(french).toEqual(heard.fr.map((words, at) => (words === heard.en[at] ? '' : words)));
    const [place, lieu] = [cells[0]?.[1], cells[1]?.[1]].map((cell) => textsIn(cell as StructureElement)[0]);
    expect(lieu?.x).toBe(place?.x);
    expect(lieu?.baseline).toBeGreaterThan(place?.baseline ?? 0);
  },
);

test('of two facing pages, each has it in its own language', () => {
  const { value, cells } = laidOut('facing');
  const places = pagesByFragment(value);
  const pages = cells.map((all) => new Set(all.flatMap(textsIn).map((text) => places.get(text))));
  expect(pages.map((set) => set.size)).toEqual([1, 1]);
  expect(pages[0]).not.toEqual(pages[1]);
  expect(cells.map((all) => all.map(seenOf))).toEqual([heard.en, heard.fr]);
});

test('each language calls its own notes in it, which stand under its own column', () => {
  const { value, edition } = laidOutAs('columns')({
    plan: `# :en[A]:fr[B]\n\n| :en[Place]:fr[Lieu] | Km |\n| --- | --- |\n| Rome | 12[^n] |\n\n[^n]: :en[Words.]:fr[Mots.]`,
  });
  const [parts = []] = partsOf(value, 1);
  const places = parts.map((part) => {
    const [note] = elementsOf(part).filter(({ tag }) => tag === 'Note');
    return textsIn(note as StructureElement).flatMap(({ words, x }) =>
      words.map(({ text }) => [text, Math.floor(x / 200)]),
    );
  });
  expect(edition.documents[0]?.rows[1]?.type).toBe('shared');
  expect(places.map((words) => words.at(-1))).toEqual([
    ['Words.', 0],
    ['Mots.', 1],
  ]);
  expect(parts.map((part) => elementsOf(part).filter(({ tag }) => tag === 'Reference').length)).toEqual([1, 1]);
  expect(value.pages.length).toBe(4);
});
