import type { Element, ElementContent, Properties, Root } from 'hast';
import type { RootContent } from 'mdast';
import {
  type BilingualDocument,
  type BilingualEdition,
  fill,
  type Language,
  type LanguageMap,
  type Row,
} from '../../model/index.ts';
import { halfWriters, type MarkupOptions } from '../markup/index.ts';
import { said, sidesOf, spansOf, textNodes } from './said.ts';

/** Writes blocks of one language. */
type Writer = (blocks: readonly RootContent[]) => readonly ElementContent[];

/** A document in both languages: each passage in one, then in the other, and what is shared once. Its notes come last. */
export function rowsToHast(
  document: BilingualDocument,
  edition: BilingualEdition,
  markup: (language: Language) => MarkupOptions,
): Root {
  const writers: LanguageMap<Writer> = halfWriters(document, markup);
  const half = (language: Language, blocks: readonly RootContent[] | undefined): Element[] => {
    const { tag } = edition.sides[language];
    return blocks && blocks.length > 0 ? [box({ lang: tag, xmlLang: tag }, writers[language](blocks))] : [];
  };
  const write = (row: Row): readonly ElementContent[] => {
    if (row.type === 'shared') return writers[edition.order[0]]([row.block]);
    if (row.type === 'group') return [box({ id: row.id }, row.rows.flatMap(write))];
    const halves = edition.order.flatMap((language) => half(language, row.halves[language]));
    return [box({ className: ['pair'], ...(row.id !== undefined && { id: row.id }) }, halves)];
  };
  const notes = document.notes.flatMap(({ halves }) =>
    edition.order.flatMap((language) => {
      const note = halves[language];
      return note ? writers[language]([note]).map((made) => inLanguage(made, edition.sides[language].tag)) : [];
    }),
  );
  return { type: 'root', children: onLines([...document.rows.flatMap(write), ...noteSection(notes, edition)]) };
}

/** A note keeps its own element at the top, so that a long chapter can be cut between notes. */
function inLanguage(made: ElementContent, tag: string): ElementContent {
  return made.type === 'element' ? { ...made, properties: { ...made.properties, lang: tag, xmlLang: tag } } : made;
}

function noteSection(notes: readonly ElementContent[], edition: BilingualEdition): Element[] {
  if (notes.length === 0) return [];
  const id = 'fn-notes';
  const words = said(sidesOf(edition), (side) => fill(side.strings, 'edition.notes.title'));
  const heading: Element = { type: 'element', tagName: 'h2', properties: { id }, children: spansOf(textNodes(words)) };
  const properties: Properties = {
    className: ['notes'],
    role: 'doc-endnotes',
    ariaLabelledBy: [id],
    'epub:type': 'footnotes',
  };
  return [{ type: 'element', tagName: 'section', properties, children: onLines([heading, ...notes]) }];
}

function box(properties: Properties, children: readonly ElementContent[]): Element {
  return { type: 'element', tagName: 'div', properties, children: onLines(children) };
}

/** Each block on a line of its own. */
function onLines(blocks: readonly ElementContent[]): ElementContent[] {
  return blocks.flatMap((block): ElementContent[] => [block, { type: 'text', value: '\n' }]);
}
