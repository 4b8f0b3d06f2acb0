import type { Position } from '../model/index.ts';
import type { HtmlToken } from './htmlTokens.ts';

/** An element of raw HTML, with Markdown nodes among its children. */
export interface HtmlElement<Node> {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: HtmlItem<Node>[];
  /** From its first tag to its last, or to its last child. */
  readonly position: Position;
  /** Its end tag is written. */
  readonly ended?: boolean;
}

export type HtmlItem<Node> =
  | HtmlElement<Node>
  | { readonly kind: 'text'; readonly value: string; readonly position: Position }
  | { readonly kind: 'node'; readonly node: Node; readonly position: Position };

export type HtmlInput<Node> = HtmlToken | { kind: 'node'; node: Node; at: Position };

const voidElements = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Opening the first closes an open one of the second, up to the nearest of the third. */
const closes: Readonly<Record<string, readonly [closed: readonly string[], within: readonly string[]]>> = {
  li: [['li'], ['ul', 'ol']],
  dt: [['dt', 'dd'], ['dl']],
  dd: [['dt', 'dd'], ['dl']],
  tr: [['tr', 'td', 'th'], ['table']],
  td: [
    ['td', 'th'],
    ['tr', 'table'],
  ],
  th: [
    ['td', 'th'],
    ['tr', 'table'],
  ],
  tbody: [['thead', 'tbody', 'tr', 'td', 'th'], ['table']],
  tfoot: [['thead', 'tbody', 'tr', 'td', 'th'], ['table']],
  option: [['option'], ['select']],
};
const closesParagraph = new Set(
  'address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);

/** Elements within elements; beyond it the words are kept and the elements dropped, so that no input exhausts the stack. */
const deepest = 60;

type Open<Node> = HtmlElement<Node> & {
  position: { start: Position['start']; end: Position['end'] };
  ended?: boolean;
};

/**
 * Build the tree of a run of tags, text and Markdown nodes, as forgivingly as a browser: an end tag without its
 * beginning is passed over, an element without its end ends with what holds it.
 */
export function htmlTree<Node>(input: readonly HtmlInput<Node>[]): HtmlItem<Node>[] {
  const top: HtmlItem<Node>[] = [];
  const open: Open<Node>[] = [];
  const close = (count: number, end?: Position['end']): void => {
    for (const element of open.splice(open.length - count)) {
      element.position.end = end ?? element.children.at(-1)?.position.end ?? element.position.end;
    }
  };
  const add = (item: HtmlItem<Node>): void => {
    (open.at(-1)?.children ?? top).push(item);
  };
  for (const item of input) {
    if (item.kind === 'text') add({ kind: 'text', value: item.value, position: item.at });
    else if (item.kind === 'node') add({ kind: 'node', node: item.node, position: item.at });
    else if (item.kind === 'close') {
      const index = open.findLastIndex((element) => element.name === item.name);
      const ended = open[index];
      if (ended) ended.ended = true;
      if (index >= 0) close(open.length - index, item.at.end);
    } else {
      const implied = impliedEnds(open, item.name);
      if (implied) close(implied, item.at.start);
      const attributes = item.kind === 'open' ? item.attributes : new Map<string, string>();
      const element: Open<Node> = {
        kind: 'element',
        name: item.name,
        attributes,
        children: [],
        position: { start: item.at.start, end: item.at.end },
      };
      const isOpen = item.kind === 'open' && !item.closed && !voidElements.has(item.name);
      if (isOpen && open.length >= deepest) continue;
      add(element);
      if (isOpen) open.push(element);
    }
  }
  close(open.length);
  return top;
}

/** How many open elements, innermost first, the start of `name` ends. */
function impliedEnds<Node>(open: readonly Open<Node>[], name: string): number {
  if (closesParagraph.has(name) && open.at(-1)?.name === 'p') return 1;
  const rule = closes[name];
  if (!rule) return 0;
  const [closed, within] = rule;
  let count = 0;
  for (let index = open.length - 1; index >= 0; index--) {
    const current = open[index]?.name ?? '';
    if (within.includes(current)) break;
    if (closed.includes(current)) count = open.length - index;
  }
  return count;
}
