import type { Nodes } from 'hast';
import { type Diagnostic, diagnose } from '../../model/index.ts';
import { isElement } from './hast.ts';
import type { Part } from './parts.ts';
import { bytesOf, limit, longest, mostBytes } from './sizes.ts';

/** Files that are longer than readers on small devices load at ease: something in them could not be divided. */
export function tooLong(parts: readonly Part[]): Diagnostic[] {
  return parts
    .filter(({ tree }) => mostBytes(tree) > limit && bytesOf(tree) > longest - slack)
    .map(({ tree, document: { path = 'source/publication.yaml' } }) => {
      const node = longestIn(tree);
      const details = { variant: variantOf(node), kilobytes: longest / 1000 };
      return diagnose('block-fits', { path, position: node.position, details });
    });
}

/** What is around the text of a file, in bytes: about one thousand. */
const slack = 2_000;

/** The innermost block with a place in the source that alone is too long, of a table the row; else the longest one. */
function longestIn(parent: Nodes): Nodes {
  if (isRow(parent)) return parent;
  const children = 'children' in parent ? parent.children.filter(isElement) : [];
  const [first] = children.map((node) => ({ node, size: bytesOf(node) })).sort((one, other) => other.size - one.size);
  if (!first || (first.size <= limit && parent.position)) return parent;
  const inside = longestIn(first.node);
  return inside.position ? inside : parent;
}

function variantOf(node: Nodes): string {
  if (!isElement(node)) return 'other';
  if (node.tagName === 'pre') return 'code';
  return isRow(node) ? 'row' : 'other';
}

function isRow(node: Nodes): boolean {
  return isElement(node) && node.tagName === 'tr';
}
