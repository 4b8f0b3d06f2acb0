import type { Figure, Nodes } from 'mdast';
import { type SourceDocument, visit as visitNodes } from '../model/index.ts';

/** Number of each figure, table and formula of the source that has one. */
export type Numbers = ReadonlyMap<Figure, number>;

export type Counts = Record<Figure['kind'], number>;

/**
 * Numbers figures, tables and formulae, each kind by itself, over the whole publication in document order.
 *
 * It reads the source, not an edition, so that the numbers are the same in both languages: the sides of a pair count
 * from the same number, what has an id that the first side has too takes its number, and what is for one language alone
 * has none.
 */
export function numberFigures(documents: readonly SourceDocument[]): Numbers {
  const all = new Map<Figure, number>();
  let counts = noFigures;
  for (const document of documents) {
    const { numbers, after } = figuresIn(document, counts);
    for (const [figure, number] of numbers) all.set(figure, number);
    counts = after;
  }
  return all;
}

export const noFigures: Counts = { figure: 0, table: 0, math: 0 };

/** @param before - The last numbers of the document before. */
export function figuresIn({ tree }: SourceDocument, before: Counts): { numbers: Numbers; after: Counts } {
  const numbers = new Map<Figure, number>();
  let counts = before;
  const named = new Map<string, number>(); // by kind and id
  let taken: ReadonlySet<string> = new Set(); // kind and number of what this side has in common with the one before it

  const visit = (node: Nodes): void => {
    if (node.type === 'pair' || node.type === 'phrasingPair') {
      const before = counts;
      let after = counts;
      for (const variant of node.children) {
        if (variant.only) continue;
        counts = before;
        taken = takenBy(variant, named);
        visitChildren(variant);
        after = larger(after, counts);
      }
      counts = after;
      taken = new Set();
      return;
    }
    if (node.type === 'figure' && isNumbered(node)) {
      const key = keyOf(node);
      const known = key === undefined ? undefined : named.get(key);
      if (known === undefined) {
        do counts = { ...counts, [node.kind]: counts[node.kind] + 1 };
        while (taken.has(`${node.kind} ${counts[node.kind]}`));
      }
      const number = known ?? counts[node.kind];
      numbers.set(node, number);
      if (key !== undefined) named.set(key, number);
    }
    visitChildren(node);
  };
  const visitChildren = (node: Nodes): void => {
    if ('children' in node) for (const child of node.children) visit(child);
  };

  visit(tree);
  return { numbers, after: counts };
}

function takenBy(variant: Nodes, named: ReadonlyMap<string, number>): ReadonlySet<string> {
  const taken = new Set<string>();
  if (named.size === 0) return taken;
  visitNodes(variant, 'figure', (figure) => {
    const known = named.get(keyOf(figure) ?? '');
    if (known !== undefined) taken.add(`${figure.kind} ${known}`);
  });
  return taken;
}

function keyOf({ kind, data }: Figure): string | undefined {
  return data?.authored && data.id !== undefined ? `${kind} ${data.id}` : undefined;
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
