import type { Nodes, Root } from 'mdast';
import { slugOf } from '../language/index.ts';
import { wholeHeadings } from './headingIds.ts';
import { idsOf, takeId } from './ids.ts';

/** Shared blocks that are worth an address; a paragraph is one where it has two sides. */
const addressed: ReadonlySet<string> = new Set([
  'paragraph',
  'list',
  'table',
  'code',
  'blockquote',
  'figure',
  'admonition',
  'aside',
  'group',
  'definitionList',
]);

/** What may hold pairs; a table's or a paragraph's own parts need no address. */
const containers: ReadonlySet<string> = new Set([
  'root',
  'list',
  'listItem',
  'blockquote',
  'figure',
  'admonition',
  'aside',
  'group',
]);

/** Gives pairs and shared blocks without an authored id one from their section and their place in it: `purpose-3`. */
export function nameBlocks(tree: Root, document: string): void {
  const taken = idsOf(tree);
  let section = slugOf(document) || 'section';
  let ordinal = 0;
  const name = (node: Nodes): void => {
    ordinal += 1;
    if (node.data?.id === undefined) node.data = { ...node.data, id: takeId(`${section}-${ordinal}`, taken) };
  };
  const visit = (node: Nodes, top: boolean): void => {
    if (node.type === 'pair' ? wholeHeadings(node).length === 0 : top && addressed.has(node.type)) name(node);
    const heading = lastHeading(node);
    if (heading !== undefined) {
      section = heading;
      ordinal = 0;
    }
    if ('children' in node && containers.has(node.type)) {
      for (const child of node.children) visit(child, node.type === 'root');
    }
  };
  visit(tree, false);
}

/** Id of the section that is open after a heading, or after a pair that has some. */
function lastHeading(node: Nodes): string | undefined {
  if (node.type === 'heading') return node.data?.id;
  const blocks = node.type === 'pair' ? (node.children[0]?.children ?? []) : [];
  return blocks.findLast((block) => block.type === 'heading')?.data?.id;
}
