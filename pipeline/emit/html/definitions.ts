import type { Element, ElementContent } from 'hast';
import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import {
  type BilingualDocument,
  type Block,
  type Edition,
  type Language,
  type LanguageTag,
  type Row,
  suffixOf,
  visit,
} from '../../model/index.ts';
import { type MarkupOptions, phrasingToHast } from '../markup/index.ts';
import { element } from './hast.ts';

export type Definitions = NonNullable<MarkupOptions['definitions']>;

/** What the edition's glossary says of each of its terms, by the id of the entry. */
export function definitionsIn({ documents }: Edition): Definitions {
  const definitions = new Map<string, readonly PhrasingContent[]>();
  for (const { kind, tree } of documents) {
    if (kind !== 'glossary') continue;
    visit(tree, 'definitionList', ({ children }) => {
      for (const [index, child] of children.entries()) {
        const [first] = child.type === 'definitionDescription' ? child.children : [];
        const id = children[index - 1]?.data?.id;
        if (id !== undefined && isDefinition(first)) definitions.set(id, first.children);
      }
    });
  }
  return definitions;
}

function isDefinition(block: Block | undefined): block is Paragraph {
  return block?.type === 'paragraph' && block.data?.role === 'definition';
}

/**
 * Definitions of the terms that a text uses, each once, for the script to show beside a term that is pointed at or has
 * the focus. Without the script they stay hidden, and the term is a link to its entry.
 *
 * @param lang - Theirs, where it is not the page's.
 */
export function popoversFor(roots: readonly Nodes[], options: MarkupOptions, lang?: LanguageTag): readonly Element[] {
  const used = new Set<string>();
  for (const root of roots) {
    visit(root, 'term', ({ data }) => void (data?.target?.id !== undefined && used.add(data.target.id)));
  }
  return [...used].flatMap((id) => {
    const words = options.definitions?.get(id);
    if (!words) return [];
    const properties = { className: ['definition'], id: `_${id}`, lang, popover: 'auto', role: 'tooltip' };
    return [element('div', properties, phrasingToHast(words, options) as ElementContent[])];
  });
}

/** The same definitions by the ids of a page in both languages, where a half's end in its language. */
export function definitionsOfHalf(definitions: Definitions, language: Language): Definitions {
  return new Map(
    [...definitions].flatMap(([id, words]) => [[id, words] as const, [id + suffixOf(language), words] as const]),
  );
}

/** What the language's half of a page says; what is shared is said in the first language. */
export function rootsOfHalf(
  { rows, notes }: BilingualDocument,
  language: Language,
  isFirst: boolean,
): readonly Nodes[] {
  const inRow = (row: Row): readonly Nodes[] => {
    if (row.type === 'group') return row.rows.flatMap(inRow);
    if (row.type === 'shared') return isFirst ? [row.block] : wordsOf(row.block, language);
    return row.halves[language] ?? [];
  };
  return [...rows.flatMap(inRow), ...notes.flatMap(({ halves }) => halves[language] ?? [])];
}

/** The language's own words in what is shared. */
function wordsOf(block: Nodes, language: Language): readonly Nodes[] {
  const found: Nodes[] = [];
  visit(block, 'span', (node) => void (node.data?.half === language && found.push(node)));
  return found;
}
