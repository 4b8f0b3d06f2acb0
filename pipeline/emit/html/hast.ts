import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const writer = unified().use(rehypeStringify);

/** HTML of finished elements. */
export function htmlOf(children: readonly (ElementContent | Root['children'][number])[]): string {
  return writer.stringify({ type: 'root', children: [...children] } as Root);
}

export function isElement(node: ElementContent | Root['children'][number]): node is Element {
  return node.type === 'element';
}

export function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): ElementContent {
  return { type: 'text', value };
}
