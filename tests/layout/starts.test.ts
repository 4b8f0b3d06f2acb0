import type { BlockContent, FootnoteDefinition, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { expect, test } from 'vitest';
import { layoutEdition, type PagedEdition, type PageStart } from '../../pipeline/layout/index.ts';
import { cutAtSign, visit } from '../../pipeline/model/index.ts';
import { sampleEdition } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { documentOf, rootOf } from './trees.ts';

/** Words that are each met once. */
const words = (seed: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${seed}${index}`).join(' ');
const say = (value: string): PhrasingContent => ({ type: 'text', value });
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });

function laid(root: Root, notes: readonly FootnoteDefinition[] = []): PagedEdition {
  const half = { path: 'half.png', mediaType: 'image/png', bytes: new Uint8Array(), width: 400, height: 480 } as const;
  const documents = [{ ...documentOf(root), notes: [...notes] }];
  const edition = sampleEdition('en', {}, { documents, assets: new Map([['half.png', half]]) });
  return layoutEdition(edition, { fonts: fakeFonts() }).value;
}

/** The word with which a page begins; of what is no text, its type. */
function beginningOf({ place }: PageStart): string | undefined {
  if (place?.node.type !== 'text') return place?.node.type;
  return cutAtSign((place.node as Text).value, place.at)[1].split(' ')[0];
}

/** Words in the order in which they stand on the page with this label. */
function wordsOn({ pages }: PagedEdition, label: string): string[] {
  const page = pages.find((each) => each.label === label);
  const owned = page?.fragments.filter(({ owner }) => 'tag' in owner) ?? [];
  return owned.flatMap((each) => (each.kind === 'text' ? each.words.map(({ text }) => text) : []));
}

const starts = (paged: PagedEdition): PageStart[] => paged.starts.filter(({ part }) => part === 'text');

test('a page begins with the first word that begins on it, not with the rest of one', () => {
  const value = Array.from(
    { length: 900 },
    (_, index) => `https://example.org/first/second/third/fourth/${index}`,
  ).join(' ');
  const paged = laid(rootOf(paragraph(say(value))));
  const all = value.split(' ');
  const pages = starts(paged);
  expect(pages.length).toBeGreaterThan(4);
  let rests = 0;
  for (const start of pages.slice(1)) {
    const first = String(beginningOf(start));
    expect(all).toContain(first);
    const [one = '', two = ''] = wordsOn(paged, start.label);
    const isRest = !one.startsWith('https');
    if (isRest) rests++;
    expect(first.startsWith(isRest ? two : one)).toBe(true);
  }
  expect(rests).toBeGreaterThan(0);
});

const figure: RootContent = {
  type: 'figure',
  kind: 'figure',
  number: 1,
  children: [
    { type: 'caption', children: [say('Caption')] },
    { type: 'image', url: 'half.png', alt: 'Half', data: { asset: 'half.png' } },
  ],
};

test('a page to whose head a figure was moved begins with its text', () => {
  let moved = 0;
  for (let before = 1; before < 12; before++) {
    const lead = Array.from({ length: before }, (_, at) => paragraph(say(words(`l${at}w`, 40))));
    const after = Array.from({ length: 6 }, (_, at) => paragraph(say(words(`a${at}w`, 40))));
    const paged = laid(rootOf(...structuredClone([...lead, figure, ...after])));
    const pages = starts(paged);
    const at = pages.findIndex(({ label }) => wordsOn(paged, label).includes('Caption'));
    const start = pages[at] as PageStart;
    const isMoved = pages.slice(0, at).some(({ label }) => wordsOn(paged, label).includes('a0w0'));
    if (isMoved) {
      moved++;
      expect(beginningOf(start)).toMatch(/^a\dw\d+$/);
    } else if (wordsOn(paged, start.label)[0] === 'Caption') expect(beginningOf(start)).toBe('image');
  }
  expect(moved).toBeGreaterThan(1);
});

test('a page that the rest of a note fills begins with nothing', () => {
  const note: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier: 'n',
    data: { number: 1 },
    children: Array.from({ length: 60 }, (_, at) => paragraph(say(words(`n${at}w`, 30)))),
  };
  const call: PhrasingContent = { type: 'footnoteReference', identifier: 'n', data: { number: 1 } };
  const paged = laid(rootOf(paragraph(say('Before'), call)), [note]);
  const pages = starts(paged);
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.map(beginningOf)).toEqual(['A', ...pages.slice(1).map(() => undefined)]);
});

test('every page of the book that has a number is told, in its order, and leads into the text', () => {
  const root = rootOf(paragraph(say(words('p', 1500))));
  const paged = laid(root);
  const numbered = paged.pages.filter(({ label }) => /^\d+$/.test(label)).map(({ label }) => label);
  expect(paged.starts.map(({ label }) => label).filter((label) => /^\d+$/.test(label))).toEqual(numbered);
  expect(paged.starts.at(-1)).toEqual({ label: numbered.at(-1), part: 'colophon' });
  const nodes = new Set<unknown>();
  visit(root, (node) => void nodes.add(node));
  for (const { place } of starts(paged)) expect(nodes.has(place?.node)).toBe(true);
});
