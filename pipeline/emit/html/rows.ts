import type { Element, ElementContent, Root } from 'hast';
import type { FootnoteDefinition, RootContent } from 'mdast';
import {
  type BilingualDocument,
  type BilingualEdition,
  type Language,
  type LanguageMap,
  type Row,
  SKIP,
  visit,
} from '../../model/index.ts';
import { halfWriters, type MarkupOptions } from '../markup/index.ts';
import { element } from './hast.ts';

/** Writes one language's half of a page. */
type Writer = (blocks: readonly RootContent[]) => readonly ElementContent[];

/** Makes a page's rows, in the languages' order. */
export interface RowWriter {
  readonly rows: (rows: readonly Row[]) => readonly ElementContent[];
  readonly notes: () => readonly ElementContent[];
}

interface RowOptions {
  readonly document: BilingualDocument;
  readonly edition: BilingualEdition;
  /** How each language's half finds its addresses. */
  readonly markup: (language: Language) => MarkupOptions;
  /** Adds to the elements of a language what a page wants. */
  readonly adorn: (tree: Root, language: Language) => void;
}

export function rowWriter({ document, edition, markup, adorn }: RowOptions): RowWriter {
  const { order } = edition;
  const plain = halfWriters(document, markup);
  const adorned = (language: Language): Writer => {
    const write = plain[language];
    return (blocks) => {
      const tree: Root = { type: 'root', children: [...write(blocks)] };
      adorn(tree, language);
      return tree.children.filter((node) => node.type !== 'doctype');
    };
  };
  const writers: LanguageMap<Writer> = { en: adorned('en'), fr: adorned('fr') };
  const half = (language: Language, content: readonly ElementContent[]): Element =>
    element('div', { className: ['half'], lang: edition.sides[language].tag }, [...content]);
  const write = (row: Row): Element => {
    if (row.type === 'group') return element('div', { className: ['rows'], id: row.id }, row.rows.map(write));
    if (row.type === 'shared')
      return element('div', { className: ['row', 'shared'] }, [...writers[order[0]]([row.block])]);
    const halves = order.map((language) => half(language, writers[language](row.halves[language] ?? [])));
    const id = row.id === undefined ? {} : { id: row.id };
    return element('div', { className: ['row'], ...id }, halves);
  };
  const noteHalf = (note: FootnoteDefinition | undefined, language: Language): Element => {
    const content = note ? [element('ol', { start: note.data?.number ?? 1 }, [...writers[language]([note])])] : [];
    return half(language, content);
  };
  return {
    rows: (rows) => rows.map(write),
    notes: () =>
      document.notes.map(({ halves }) =>
        element(
          'div',
          { className: ['row'] },
          order.map((language) => noteHalf(halves[language], language)),
        ),
      ),
  };
}

/** Anchors of a bilingual page that those of one language have too: its rows'. */
export function rowIds(document: BilingualDocument): ReadonlySet<string> {
  const ids = new Set<string>();
  const addShared = (block: RootContent): void =>
    visit(block, ({ data }) => {
      if (data?.half) return SKIP;
      if (data?.id !== undefined) ids.add(data.id);
      return undefined;
    });
  const add = (row: Row): void => {
    if (row.type === 'shared') addShared(row.block);
    else if (row.id !== undefined) ids.add(row.id);
    if (row.type === 'group') row.rows.forEach(add);
  };
  document.rows.forEach(add);
  return ids;
}
