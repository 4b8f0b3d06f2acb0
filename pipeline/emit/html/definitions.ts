import type { Element, ElementContent } from 'hast';
import type { Paragraph, PhrasingContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block, Edition, EditionDocument } from '../../model/index.ts';
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
 * Definitions of the terms that a document uses, each once, for the script to show beside a term that is pointed at or
 * has the focus. Without the script they stay hidden, and the term is a link to its entry.
 */
export function popoversFor({ tree, notes }: EditionDocument, options: MarkupOptions): readonly Element[] {
  const used = new Set<string>();
  for (const root of [tree, ...notes]) {
    visit(root, 'term', ({ data }) => void (data?.target?.id !== undefined && used.add(data.target.id)));
  }
  return [...used].flatMap((id) => {
    const words = options.definitions?.get(id);
    if (!words) return [];
    const properties = { className: ['definition'], id: `_${id}`, popover: 'auto', role: 'tooltip' };
    return [element('div', properties, phrasingToHast(words, options) as ElementContent[])];
  });
}
