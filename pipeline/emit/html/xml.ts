import type { toXml } from 'xast-util-to-xml';

/** An element of XML. */
type Element = Extract<Parameters<typeof toXml>[0], { type: 'element' }>;

export function tag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: Element['children'] = [],
): Element {
  return { type: 'element', name, attributes: { ...attributes }, children };
}

/** An element that holds text alone. */
export function words(name: string, value: string, attributes: Readonly<Record<string, string>> = {}): Element {
  return tag(name, attributes, [{ type: 'text', value }]);
}

export function xmlFile(content: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${content}\n`;
}
