import type { Element, ElementContent, RootContent } from 'hast';
import { classesOf, elementsOf, isElement } from './hast.ts';
import { bodyOf } from './units.ts';

/**
 * An element once for each file that has something of it. Its anchors stay with the beginning; a list counts on, and the
 * head of a table, with its caption, is said again.
 *
 * @param files - Its units; `undefined` is given where there are none.
 */
export function wrapped(node: Element, files: readonly RootContent[][]): (Element | undefined)[] {
  let [begun, items] = [false, 0];
  return files.map((units) => {
    if (units.length === 0) return undefined;
    const children = units as ElementContent[];
    const piece = holding(begun ? continued(node, items - (isContinued(children[0]) ? 1 : 0)) : node, children);
    items += children.filter((child) => isElement(child) && child.tagName === 'li' && !isContinued(child)).length;
    begun = true;
    return piece;
  });
}

function holding(node: Element, children: ElementContent[]): Element {
  const body = node.tagName === 'table' ? bodyOf(node) : undefined;
  if (!body) return { ...node, children };
  return { ...node, children: node.children.map((child) => (child === body ? { ...body, children } : child)) };
}

/** @param items - How many of a list are before it. */
function continued(node: Element, items: number): Element {
  const { id: _id, ...properties } = node.properties;
  const children =
    node.tagName === 'table'
      ? node.children.map((child) => (child === bodyOf(node) ? child : copied(child)))
      : node.children;
  if (node.tagName === 'ol')
    return { ...node, properties: { ...properties, start: Number(properties.start ?? 1) + items }, children };
  if (node.tagName === 'li')
    return { ...node, properties: { ...properties, className: [...classesOf(node), continues] }, children };
  return { ...node, properties, children };
}

/** On the rest of an item that begins in the file before: it has no number, or sign, of its own. */
const continues = 'continues';

function isContinued(node: RootContent | undefined): boolean {
  return node !== undefined && isElement(node) && classesOf(node).includes(continues);
}

/** Without anchors, which stay where they were. */
function copied(node: ElementContent): ElementContent {
  if (!isElement(node)) return node;
  const copy = structuredClone(node);
  for (const { properties } of elementsOf(copy)) delete properties.id;
  return copy;
}
