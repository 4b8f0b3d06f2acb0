import type { Figure, Nodes } from 'mdast';
import type { SourceDocument } from '../model/index.ts';

/** Number of each figure, table and formula of the source that has one. */
export type Numbers = ReadonlyMap<Figure, number>;

type Counts = Record<Figure['kind'], number>;

/**
 * Numbers figures, tables and formulae, each kind by itself, over the whole publication in document order.
 *
 * It reads the source, not an edition, so that the numbers are the same in both languages: the sides of a pair count
 * from the same number, what is for one language alone has none.
 */
export function numberFigures(documents: readonly SourceDocument[]): Numbers {
  const numbers = new Map<Figure, number>();
  let counts: Counts = { figure: 0, table: 0, math: 0 };

  const visit = (node: Nodes): void => {
    if (node.type === 'pair' || node.type === 'phrasingPair') {
      const before = counts;
      let after = counts;
      for (const variant of node.children) {
        if (variant.only) continue;
        counts = before;
        visitChildren(variant);
        after = larger(after, counts);
      }
      counts = after;
      return;
    }
    if (node.type === 'figure' && isNumbered(node)) {
      counts = { ...counts, [node.kind]: counts[node.kind] + 1 };
      numbers.set(node, counts[node.kind]);
    }
    visitChildren(node);
  };
  const visitChildren = (node: Nodes): void => {
    if ('children' in node) for (const child of node.children) visit(child);
  };

  for (const { tree } of documents) visit(tree);
  return numbers;
}

/** A picture with neither a caption nor a name cannot be spoken of. */
function isNumbered(figure: Figure): boolean {
  return figure.data?.authored === true || figure.children.some((child) => child.type === 'caption');
}

function larger(one: Counts, other: Counts): Counts {
  return {
    figure: Math.max(one.figure, other.figure),
    table: Math.max(one.table, other.table),
    math: Math.max(one.math, other.math),
  };
}
