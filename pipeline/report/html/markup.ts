import type { Element, ElementContent, Properties, Text } from 'hast';

export type Child = ElementContent | string | undefined | readonly Child[];

/** An element as hast; strings among its children are words. */
export function element(tagName: string, properties: Properties, ...children: readonly Child[]): Element {
  const set = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
  return { type: 'element', tagName, properties: set, children: nodesOf(children) };
}

function nodesOf(child: Child): ElementContent[] {
  if (child === undefined || child === '') return [];
  if (typeof child === 'string') return [{ type: 'text', value: child } satisfies Text];
  return Array.isArray(child) ? child.flatMap(nodesOf) : [child as ElementContent];
}
