import type { Nodes, Parents } from 'mdast';

/** A visitor's answer: leave the node's children alone. */
export const SKIP = Symbol('skip');
/** A visitor's answer: it has seen enough. */
export const EXIT = Symbol('exit');

type Visitor<Node extends Nodes> = (node: Node, index: number | undefined, parent: Parents | undefined) => unknown;

/**
 * Visits every node, or those of one type, in document order, children after their parent and as the visitor left them.
 *
 * As `unist-util-visit`, without its ancestors and tests: trees are walked dozens of times in a build, and that one took a
 * quarter of it.
 */
export function visit<Type extends Nodes['type']>(
  tree: Nodes,
  type: Type,
  visitor: Visitor<Extract<Nodes, { type: Type }>>,
): void;
export function visit(tree: Nodes, visitor: Visitor<Nodes>): void;
export function visit(tree: Nodes, first: string | Visitor<Nodes>, second?: unknown): void {
  const type = typeof first === 'string' ? first : undefined;
  const visitor = (typeof first === 'string' ? second : first) as Visitor<Nodes>;
  const walk = (node: Nodes, index: number | undefined, parent: Parents | undefined): boolean => {
    if (type === undefined || node.type === type) {
      const answer = visitor(node, index, parent);
      if (answer === EXIT) return false;
      if (answer === SKIP) return true;
    }
    if (!('children' in node)) return true;
    for (let at = 0; at < node.children.length; at += 1) {
      const child = node.children[at];
      if (child && !walk(child, at, node)) return false;
    }
    return true;
  };
  walk(tree, undefined, undefined);
}
