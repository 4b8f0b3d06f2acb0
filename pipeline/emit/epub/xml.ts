import type { Nodes } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';
import { xmlText } from '../../xml/index.ts';

const xhtmlNamespace = 'http://www.w3.org/1999/xhtml';

/** The same value with every string in it, at any depth, passed through `xmlText`; bytes are left alone. */
export function xmlTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return xmlText(value) as Value;
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(xmlTexts) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, xmlTexts(member)])) as Value;
}

/** Well-formed XHTML of a tree, without declaring XHTML's namespace: the page around it does. Formulae declare theirs. */
export function xhtmlOf(tree: Nodes): string {
  const xast = toXast(tree);
  for (const node of xast.type === 'root' ? xast.children : [xast]) {
    if (node.type === 'element' && node.attributes.xmlns === xhtmlNamespace) delete node.attributes.xmlns;
  }
  const xml = toXml(xast, { closeEmptyElements: true, tightClose: true });
  // `]]>` may not stand in XML text (§2.4); the serializer escapes `<` and `&` alone.
  return xmlText(xml).replaceAll(']]>', ']]&gt;');
}

/** An XML name without colon: `id` as it is when it is one already, else with `_` for what it may not hold. */
export function xmlName(id: string): string {
  const name = id.replace(/[^-.\p{L}\p{N}_]/gu, '_');
  return /^[\p{L}_]/u.test(name) ? name : `_${name}`;
}
