import type { Element, Nodes, RootContent } from 'hast';
import { elementsOf, isElement, typesOf } from './hast.ts';
import { xhtmlOf } from './xml.ts';

/** Readers on small devices load a file whole: none is to be longer, in bytes. */
export const longest = 300_000;

/** What the text of a file may take; what is around it takes some of the rest. */
export const limit = longest - 16_000;

/** Length of a node in a file, in bytes, with the notes that it is the first to call. */
export type Scale = (node: RootContent) => number;

/** @param text - All of the document but its notes, in its order. */
export function scaleOf(text: readonly RootContent[], notes: readonly Element[]): Scale {
  const waiting = new Map<unknown, number>(notes.map((note) => [`#${note.properties.id}`, bytesOf(note)]));
  const first = new Map<Element, number>();
  for (const call of callsIn(text)) {
    const { href } = call.properties;
    first.set(call, waiting.get(href) ?? 0);
    waiting.delete(href);
  }
  const known = new Map<RootContent, number>();
  return (node) => {
    const size = known.get(node) ?? callsIn([node]).reduce((sum, call) => sum + (first.get(call) ?? 0), bytesOf(node));
    known.set(node, size);
    return size;
  };
}

export function callsIn(nodes: readonly RootContent[]): Element[] {
  const calls = elementsOf({ type: 'root', children: [...nodes] });
  return calls.filter((element) => typesOf(element).includes('noteref'));
}

export function bytesOf(node: Nodes): number {
  return Buffer.byteLength(xhtmlOf(node));
}

/** What a tree cannot be longer than as XHTML, in bytes, without writing it: six for each letter, as `&quot;` has. */
export function mostBytes(node: Nodes): number {
  if ('value' in node) return node.value.length * 6 + 7;
  if (!('children' in node)) return 0;
  const children = node.children.reduce((sum, child) => sum + mostBytes(child), 0);
  if (!isElement(node)) return children;
  const attributes = Object.entries(node.properties).reduce((sum, [name, value]) => {
    return sum + name.length + 8 + (Array.isArray(value) ? value.join(' ') : String(value)).length * 6;
  }, 0);
  return children + attributes + 2 * node.tagName.length + 5;
}
