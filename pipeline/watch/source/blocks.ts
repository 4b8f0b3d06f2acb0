import type { Nodes } from 'mdast';
import type { Language, SourceDocument } from '../../model/index.ts';

/** A block of a document that has an id, or one side of it. */
export interface SourceBlock {
  readonly id: string;
  /** Absent on what both languages share. */
  readonly language?: Language;
  /** The file that it stands in. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** With what marks its language. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Trees are not changed once they are made; nor is what stands in them. */
const known = new WeakMap<SourceDocument, readonly SourceBlock[]>();

/** In document order, the outer before the inner; ids are those of the outputs. */
export function blocksOf(document: SourceDocument): readonly SourceBlock[] {
  const before = known.get(document);
  if (before) return before;
  const blocks: SourceBlock[] = [];
  visit(document.tree, { path: document.path, blocks });
  known.set(document, blocks);
  return blocks;
}

interface Visit {
  readonly path: string;
  readonly blocks: SourceBlock[];
  readonly language?: Language;
  /** Of the pair, for its sides. */
  readonly pair?: string | undefined;
}

function visit(node: Nodes, at: Visit): void {
  const language = node.type === 'variant' || node.type === 'phrasingVariant' ? node.language : at.language;
  const id = node.data?.id ?? (node.type === 'variant' ? at.pair : undefined);
  if (id !== undefined && node.position) {
    const { start, end, path = at.path } = node.position;
    const first = node.type === 'variant' ? (node.children[0]?.position?.start ?? start) : start;
    const place = { path, line: first.line, column: first.column, firstLine: start.line, lastLine: end.line };
    at.blocks.push({ id, ...(language && { language }), ...place });
  }
  if (!('children' in node)) return;
  const inner = { ...at, ...(language && { language }), pair: node.type === 'pair' ? node.data?.id : undefined };
  for (const child of node.children) visit(child, inner);
}
