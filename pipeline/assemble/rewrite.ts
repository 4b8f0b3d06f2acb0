import type { Nodes, Parents } from 'mdast';

/** Puts in the place of each descendant what `make` gives for it, in document order, a node before its children. */
export function rewrite(parent: Nodes, make: (node: Nodes) => readonly Nodes[]): void {
  if (!('children' in parent)) return;
  const children: readonly Nodes[] = parent.children;
  const made = children.flatMap((child) => {
    const nodes = make(child);
    for (const node of nodes) rewrite(node, make);
    return nodes;
  });
  setChildren(parent, made);
}

/** The children's types follow from what was there; the caller keeps blocks where blocks were. */
export function setChildren(parent: Parents, children: readonly Nodes[]): void {
  (parent as { children: Nodes[] }).children = joinTexts(children);
}

/** Neighbouring text nodes made one: emitters break lines and words inside a text node. */
export function joinTexts(nodes: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && node.value === '') continue;
    if (node.type !== 'text' || last?.type !== 'text') joined.push(node);
    else {
      joined[joined.length - 1] = {
        type: 'text',
        value: last.value + node.value,
        ...(last.position && node.position && { position: { ...last.position, end: node.position.end } }),
      };
    }
  }
  return joined;
}
