/** An element of an XML document. Names keep their prefix; comments and instructions are gone. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** An element that is still open. */
interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** One piece of markup, or a run of text: comment, CDATA, instruction, declaration, end tag, start tag, text. */
const piece =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE(?:[^[>"']|"[^"]*"|'[^']*'|\[[^\]]*\])*>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;

const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The root element of a well-formed document. Entities other than the five of XML itself are not expanded, so that
 * nothing outside the text is ever read.
 *
 * @returns Undefined when the text is not well formed.
 */
export function parseXml(text: string): XmlElement | undefined {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'); // XML 1.0, section 2.11
  if (forbidden.test(source)) return undefined;
  const top: Open = { name: '', attributes: new Map(), children: [] };
  const open: Open[] = [top];
  let at = 0;
  for (const match of source.matchAll(piece)) {
    at = match.index + match[0].length;
    const parent = open.at(-1) as Open;
    const [, cdata, end, start, attributes, selfClosing, words] = match;
    if (cdata !== undefined) parent.children.push(cdata);
    else if (words !== undefined) {
      if (open.length === 1 && words.trim() !== '') return undefined;
      if (hasWrongReference(words)) return undefined;
      parent.children.push(decode(words));
    } else if (start !== undefined) {
      if (hasWrongReference(attributes ?? '')) return undefined;
      const element: Open = { name: start, attributes: readAttributes(attributes ?? ''), children: [] };
      parent.children.push(element);
      if (!selfClosing) open.push(element);
    } else if (end !== undefined) {
      if (open.length === 1 || parent.name !== end) return undefined;
      open.pop();
    }
  }
  const roots = top.children.filter((child): child is XmlElement => typeof child !== 'string');
  return at === source.length && open.length === 1 && roots.length === 1 ? roots[0] : undefined;
}

/** What XML 1.0 has no place for, section 2.2. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML refuses
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/;

/** A reference to a character that no XML may hold, such as `&#0;`. */
function hasWrongReference(text: string): boolean {
  return [...text.matchAll(/&#(?:x([\da-f]+)|(\d+));/gi)].some(([, hex, decimal]) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || forbidden.test(String.fromCodePoint(code));
  });
}

function readAttributes(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(attribute)].map(([, name, double, single]) => [name ?? '', decode(double ?? single ?? '')]),
  );
}

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named.get(name) ?? whole;
    const codePoint = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
  });
}

/** Words as they stand in text and in attributes between double quotes. What XML has no place for is left as it is. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Characters that XML 1.0 forbids (§2.2: most controls, lone surrogates, U+FFFE and U+FFFF) and the C1 controls, which
 * it discourages and HTML forbids.
 */
const unwelcome = /(?![\t\n\r])\p{Control}|\p{Surrogate}|[\ufffe\uffff]/gu;

/** Whether one of them may be there: read by units, any half of a character beyond U+FFFF counts. Most texts have none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are looked for
const suspect = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/;

/** The text without the characters that no XML document can hold, escaped or not. */
export function xmlText(text: string): string {
  return suspect.test(text) ? text.replace(unwelcome, '') : text;
}

/** The elements among the children. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** All text within. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
