import { toString as textOf } from 'mdast-util-to-string';
import type { Position } from '../model/index.ts';
import { parse } from './syntax.ts';

/** A piece of raw HTML; `at` is its place in the source. */
export type HtmlToken =
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string>; closed: boolean; at: Position }
  | { kind: 'close'; name: string; at: Position }
  | { kind: 'text'; value: string; at: Position }
  | { kind: 'dropped'; name: string; at: Position };

const tag = /<(\/?)([a-z][a-z0-9:-]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>/iy;
const attribute = /([^\s"'=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
/** Elements whose content is for machines, not words of the author's. */
const machine = /<(script|style|template|noscript)\b/iy;

/**
 * Cut raw HTML into tags and text. Never fails: what is no tag is text, an unclosed comment runs to the end.
 *
 * @param position - Place of an offset of `html` in the source.
 */
export function htmlTokens(html: string, position: (start: number, end: number) => Position): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let textStart = 0;
  let index = 0;
  const endText = (): void => {
    const value = decode(html.slice(textStart, index));
    if (value) tokens.push({ kind: 'text', value, at: position(textStart, index) });
  };
  while (index < html.length) {
    const next = html.indexOf('<', index);
    if (next < 0) break;
    index = next;
    const end = endOfMarkup(html, index);
    if (end === undefined) {
      index++;
      continue;
    }
    endText();
    tokens.push(...tokenOf(html.slice(index, end), position(index, end)));
    index = end;
    textStart = end;
  }
  index = html.length;
  endText();
  return tokens;
}

/** Where the tag, comment, declaration or machine element that begins at `start` ends; undefined when none begins there. */
function endOfMarkup(html: string, start: number): number | undefined {
  if (html.startsWith('<!--', start)) return after(html, '-->', start + 4);
  if (html.startsWith('<![CDATA[', start)) return start + 9;
  if (/[!?]/.test(html[start + 1] ?? '')) return after(html, '>', start + 2);
  machine.lastIndex = start;
  const element = machine.exec(html)?.[1];
  if (element) {
    const close = new RegExp(`</${element}[^>]*>`, 'ig');
    close.lastIndex = start;
    return close.exec(html) ? close.lastIndex : html.length;
  }
  tag.lastIndex = start;
  return tag.test(html) ? tag.lastIndex : undefined;
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function tokenOf(markup: string, at: Position): HtmlToken[] {
  if (/^<[!?]/.test(markup)) return [];
  machine.lastIndex = 0;
  const dropped = machine.exec(markup)?.[1];
  tag.lastIndex = 0;
  // among words, Markdown gives the tags one by one
  const isTag = tag.test(markup) && tag.lastIndex === markup.length;
  if (dropped && !isTag) return [{ kind: 'dropped', name: dropped.toLowerCase(), at }];
  tag.lastIndex = 0;
  const [, slash, written, rest = ''] = tag.exec(markup) ?? [];
  const name = (written ?? '').toLowerCase();
  if (slash) return [{ kind: 'close', name, at }];
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single, bare] of rest.matchAll(attribute)) {
    if (!attributes.has(key.toLowerCase())) attributes.set(key.toLowerCase(), decode(double ?? single ?? bare ?? ''));
  }
  return [{ kind: 'open', name, attributes, closed: /\/\s*$/.test(rest), at }];
}

/** `&eacute;` → `é`: HTML's references are Markdown's. */
function decode(text: string): string {
  const known = new Map<string, string>();
  return text.replace(/\r\n?/g, '\n').replace(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/gi, (reference) => {
    const letter = known.get(reference) ?? textOf(parse(reference));
    known.set(reference, letter);
    return letter;
  });
}
