/** What stands once for both languages, and has words of each. */
import type { Nodes } from 'mdast';
import type { Language } from './language.ts';

/** With the words of one language alone: a copy, or the node itself where it has none but what both share. */
export function inHalf<Node extends Nodes>(node: Node, language: Language): Node {
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
    const half = child.data?.half;
    if (half === undefined) return [inHalf(child, language)];
    return half === language && 'children' in child ? child.children : [];
  });
  const isSame = children.length === node.children.length && children.every((child, at) => child === node.children[at]);
  return isSame ? node : { ...node, children };
}
