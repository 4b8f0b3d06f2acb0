/** An element of a page's markup, by where it stands in the text. */
export interface Element {
  readonly name: string;
  /** Of its start tag's `<`. */
  readonly start: number;
  /** After its start tag. */
  readonly inner: number;
  /** After its end tag. */
  end: number;
  /** Elements only; none within `opaque` ones. */
  readonly children: Element[];
}

/** HTML Standard, 13.1.2: these have no end tag. */
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Their content is text to a browser that runs scripts; it ends with their own end tag. */
const opaque = /^(?:script|style|textarea|title|noscript|iframe|template)$/;

/** A comment, a doctype, or a tag: `/`, name, attributes, `/`. */
const token = /<!--[\s\S]*?-->|<![^>]*>|<(\/?)([a-zA-Z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*?(\/?)>/g;

/**
 * The elements of a page as its text has them, in time linear in the text.
 *
 * @returns Undefined where the text leaves tags out or crosses them: our own pages do neither, a publisher's templates may.
 */
export function elementsOf(text: string): Element | undefined {
  const root: Element = { name: '', start: 0, inner: 0, end: text.length, children: [] };
  const open = [root];
  const scan = new RegExp(token);
  for (let found = scan.exec(text); found; found = scan.exec(text)) {
    const [whole, isEnd, typed, isClosed] = found;
    const parent = open.at(-1);
    if (typed === undefined || !parent) continue;
    const name = typed.toLowerCase();
    if (isEnd) {
      if (parent.name !== name || open.length === 1) return undefined;
      parent.end = scan.lastIndex;
      open.pop();
      continue;
    }
    const element: Element = { name, start: found.index, inner: scan.lastIndex, end: scan.lastIndex, children: [] };
    parent.children.push(element);
    if (empty.test(name) || (isClosed && isForeign(open))) continue;
    if (opaque.test(name)) {
      const end = endOf(text, name, scan.lastIndex);
      if (end === undefined) return undefined;
      element.end = end;
      scan.lastIndex = end;
      continue;
    }
    if (whole.endsWith('/>')) return undefined; // HTML takes it for a start tag
    open.push(element);
  }
  return open.length === 1 ? root : undefined;
}

/** Only in SVG and MathML does `/>` end an element. */
function isForeign(open: readonly Element[]): boolean {
  return open.some(({ name }) => name === 'svg' || name === 'math');
}

function endOf(text: string, name: string, from: number): number | undefined {
  const end = new RegExp(`</${name}\\s*>`, 'gi');
  end.lastIndex = from;
  return end.exec(text) ? end.lastIndex : undefined;
}
