import type { Element, Nodes, Root } from 'hast';

export function isElement(node: Nodes): node is Element {
  return node.type === 'element';
}

/** Terms of its `epub:type`. */
export function typesOf(node: Nodes): string[] {
  if (!isElement(node)) return [];
  const types = node.properties['epub:type'];
  return Array.isArray(types) ? types.map(String) : String(types ?? '').split(' ');
}

/** The elements of a tree, in document order. */
export function elementsOf(tree: Root | Element): Element[] {
  const elements: Element[] = [];
  const walk = (node: Nodes): void => {
    if (isElement(node)) elements.push(node);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree); // by hand: asked for several times of every tree of a book
  return elements;
}

/** Of a heading, or of a pair whose first half is one. */
export function headingDepth(node: Nodes): number | undefined {
  if (!isElement(node)) return undefined;
  if (/^h[1-6]$/.test(node.tagName)) return Number(node.tagName[1]);
  if (!classesOf(node).includes('pair')) return undefined;
  const [half] = node.children;
  const blocks = half && isElement(half) ? half.children.filter(isElement) : [];
  const [only] = blocks;
  return only && blocks.length === 1 ? headingDepth(only) : undefined;
}

/** The words of a node; those of a formula are what it says. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (isElement(node) && node.tagName === 'math') return String(node.properties.alttext ?? '');
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

export function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}
