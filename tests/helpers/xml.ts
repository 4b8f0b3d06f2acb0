/**
 * A strict reader of the XML that books are made of: a witness that shares nothing with what wrote it.
 * It knows elements, attributes, text, comments, the declaration and the doctype; it takes nothing else.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const forbidden = /(?![\t\n\r])\p{Control}|\p{Surrogate}|[\ufffe\uffff]/u;
const token =
  /<\?xml [^?]*\?>|<!DOCTYPE html>|<!--(?:(?!--)[\s\S])*-->|<(\/?)([\p{L}_][-:.\p{L}\p{N}_]*)((?:\s+[\p{L}_][-:.\p{L}\p{N}_]*="[^"<]*")*)\s*(\/?)>|([^<]+)/uy;

/** @throws on anything that is not well-formed. */
export function parseXml(source: string): XmlElement {
  const illegal = /\]\]>/.exec(source) ?? forbidden.exec(source);
  if (illegal) throw new Error(`Illegal in XML: ${JSON.stringify(illegal[0])} at ${illegal.index}`);
  const root: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }[] = [
    { name: '', attributes: {}, children: [] },
  ];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const match = token.exec(source);
    if (!match) throw new Error(`Not well-formed at ${at}: ${source.slice(at, at + 60)}`);
    const [, close, name, attributes = '', empty, text] = match;
    const top = root.at(-1);
    if (text !== undefined) top?.children.push(decode(text));
    if (name === undefined) continue;
    if (close) {
      if (top?.name !== name) throw new Error(`</${name}> closes <${top?.name}> at ${at}`);
      root.pop();
      continue;
    }
    const element = { name, attributes: attributesOf(attributes), children: [] };
    top?.children.push(element);
    if (!empty) root.push(element);
  }
  const elements = root[0]?.children.filter((child) => typeof child !== 'string') ?? [];
  const [only] = elements;
  if (root.length !== 1 || elements.length !== 1 || !only) throw new Error('Not one element closed');
  return only;
}

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.matchAll(/([^\s=]+)="([^"]*)"/g)) {
    if (name in attributes) throw new Error(`Attribute ${name} stands twice`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const code = /^#(x?)([0-9a-f]+)$/i.exec(name);
    const character = code ? String.fromCodePoint(Number.parseInt(code[2] ?? '', code[1] ? 16 : 10)) : entities[name];
    if (character === undefined || forbidden.test(character) || !whole.endsWith(';'))
      throw new Error(`Unknown reference ${whole}`);
    return character;
  });
}

/** All elements in document order, each with the elements around it, outermost first. */
export function* elementsIn(
  element: XmlElement,
  around: readonly XmlElement[] = [],
): Generator<{ element: XmlElement; around: readonly XmlElement[] }> {
  yield { element, around };
  for (const child of element.children) if (typeof child !== 'string') yield* elementsIn(child, [...around, element]);
}

/** Its words as they stand, without the elements that `skip` names. */
export function textIn(element: XmlElement, skip: (element: XmlElement) => boolean = () => false): string {
  if (skip(element)) return '';
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child, skip))).join('');
}
