import type { Nodes, Parents } from 'mdast';

/** Puts in the place of each child what `make` gives for it. */
export function replaceEach(parent: Parents, make: (child: Nodes) => readonly Nodes[]): void {
  const children: readonly Nodes[] = parent.children;
  const made = children.map(make);
  if (made.every((nodes, index) => nodes.length === 1 && nodes[0] === children[index])) return;
  (parent as { children: Nodes[] }).children = made.flat();
}
