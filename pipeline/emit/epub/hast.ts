import type { Element, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';

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
  visit(tree, 'element', (element) => {
    elements.push(element);
  });
  return elements;
}
