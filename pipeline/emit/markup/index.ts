import type { ElementContent, Root as HastRoot } from 'hast';
import type { FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import {
  type BilingualDocument,
  type EditionDocument,
  type Language,
  type LanguageMap,
  otherLanguage,
  type Row,
  suffixOf,
} from '../../model/index.ts';
import { contextOf, type Handler, type State } from './context.ts';
import { handlersFor } from './handlers/index.ts';
import type { MarkupOptions } from './options.ts';

export { shownTarget } from './handlers/link.ts';
export { pageMark } from './handlers/page-marks.ts';
export type { MarkupOptions } from './options.ts';

/** A document's blocks and, after them, the section of its notes; no page around it. */
export function documentToHast(document: EditionDocument, options: MarkupOptions): HastRoot {
  const root: Root = { type: 'root', children: [...document.tree.children, ...noteSection(document.notes)] };
  const context = contextOf(document.tree, document.notes, options);
  return toHast(root, { handlers: handlersFor(context) }) as HastRoot;
}

/**
 * Makes a document's blocks and notes some at a time, as the rows of a bilingual edition need them.
 *
 * @param all - What it will be asked for: names and numbers of one block may depend on the others.
 */
function blockWriter(
  all: { readonly blocks: readonly RootContent[]; readonly notes: readonly FootnoteDefinition[] },
  options: MarkupOptions,
): BlockWriter {
  const root: Root = { type: 'root', children: [...all.blocks] };
  const state = stateFor(root, handlersFor(contextOf(root, all.notes, options)));
  return (blocks) => state.wrap(state.all({ type: 'root', children: [...blocks] }), false);
}

/** One for all that is asked of a tree: making one looks through the whole tree, and copies every handler. */
function stateFor(tree: Root, handlers: Readonly<Record<string, Handler>>): State {
  const made: State[] = [];
  const root: Handler = (state) => void made.push(state);
  toHast(tree, { handlers: { ...handlers, root } });
  const [state] = made;
  if (!state) throw new Error('The tree has no root');
  return state;
}

type BlockWriter = (blocks: readonly RootContent[]) => ElementContent[];

/** Writes blocks of each language's half of a bilingual document, and in its words what both share. */
export function halfWriters(
  document: BilingualDocument,
  markup: (language: Language) => MarkupOptions,
): LanguageMap<BlockWriter> {
  const writerOf = (language: Language): BlockWriter =>
    halfWriter(document, language, {
      ...markup(language),
      otherHalf: (words) => writers[otherLanguage(language)]([words]),
    });
  const writers: LanguageMap<BlockWriter> = { en: writerOf('en'), fr: writerOf('fr') };
  return writers;
}

function halfWriter(document: BilingualDocument, language: Language, options: MarkupOptions): BlockWriter {
  const blocks = document.rows.flatMap((row) => blocksIn(row, language));
  const notes = document.notes.flatMap(({ halves }) => halves[language] ?? []);
  return blockWriter({ blocks, notes }, { ...options, suffix: suffixOf(language) });
}

function blocksIn(row: Row, language: Language): readonly RootContent[] {
  if (row.type === 'group') return row.rows.flatMap((inner) => blocksIn(inner, language));
  return row.type === 'shared' ? [row.block] : (row.halves[language] ?? []);
}

/** Phrasing alone, for titles and captions outside a document. */
export function phrasingToHast(nodes: readonly PhrasingContent[], options: MarkupOptions): ElementContent[] {
  const plain = wordsAlone(nodes);
  if (plain) return plain;
  const context = contextOf({ type: 'root', children: [...nodes] }, [], options);
  const paragraph = toHast({ type: 'paragraph', children: [...nodes] }, { handlers: handlersFor(context) });
  return paragraph.type === 'element' ? paragraph.children : [];
}

/** A node of this room alone, so that notes pass through the same handlers, and the same definitions, as the text. */
function noteSection(notes: readonly FootnoteDefinition[]): Root['children'] {
  if (notes.length === 0) return [];
  return [{ type: 'noteSection', children: notes } as unknown as Root['children'][number]];
}

/** Most titles are words and nothing else: for these, no table of handlers is made. */
function wordsAlone(nodes: readonly PhrasingContent[]): ElementContent[] | undefined {
  const words: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type !== 'text' || node.data || node.value.includes('\n')) return undefined;
    words.push({ type: 'text', value: node.value });
  }
  return words;
}
