import type { Paragraph, TableCell } from 'mdast';
import { holdsBlock, type Unpaired } from './htmlBlocks.ts';
import type { HtmlItem } from './htmlTree.ts';

type Item = HtmlItem<Unpaired>;

/** Elements that only stand around what a cell says. */
const wrappers: ReadonlySet<string> = new Set(['p', 'div', 'center']);

/** Whether a cell says words in a line and no more: it has one paragraph at most, in each language. */
export function isOneLine(items: readonly Item[]): boolean {
  const own = items.filter((item) => item.kind !== 'text' || item.value.trim() !== '');
  if (!own.some(holdsBlock)) return true;
  const [first, second, more] = own;
  if (!first || more) return false;
  if (second) return isVariantOfWords(first) && isVariantOfWords(second);
  if (first.kind !== 'element') return isVariantOfWords(first) || (first.kind === 'node' && isParagraph(first.node));
  const { name, attributes, children } = first;
  return wrappers.has(name) && !attributes.has('id') && !attributes.has('lang') && isOneLine(children);
}

function isVariantOfWords(item: Item): boolean {
  if (item.kind !== 'node' || item.node.type !== 'variant') return false;
  const [only, more] = item.node.children;
  return !more && (!only || isParagraph(only));
}

const isParagraph = ({ type }: { type: string }): boolean => type === 'paragraph';

/** Blocks as a cell’s children. A heading makes no section there: its words stand in bold. */
export function cellChildren(blocks: readonly Unpaired[]): TableCell['children'] {
  return blocks.map(withoutHeadings) as readonly object[] as TableCell['children'];
}

function withoutHeadings(block: Unpaired): Unpaired {
  if (block.type === 'variant')
    return { ...block, children: block.children.map(withoutHeadings) as typeof block.children };
  if (block.type !== 'heading') return block;
  const { children, data, position } = block;
  const place = position && { position };
  const words: Paragraph = { type: 'paragraph', children: [{ type: 'strong', children, ...place }], ...place };
  return { ...words, ...(data && { data }) };
}
