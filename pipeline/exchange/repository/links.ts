import type { Nodes, Pair } from 'mdast';
import { walk } from '../../align/index.ts';
import type { TextEdit } from '../../edit/index.ts';
import type { SourceFile } from '../../model/index.ts';
import { markdownEndings } from '../../read/index.ts';
import { type RangeOf, rangesIn } from '../ranges.ts';

/** Where what an address led to is now. Paths begin with `source/`. */
export interface Moves {
  /** New path of each Markdown file. */
  readonly files: ReadonlyMap<string, string>;
  /** New id of an anchor, by old path and anchor: `source/fr/plan.md#objet`. */
  readonly anchors: ReadonlyMap<string, string>;
  /** What each new page has an anchor for. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** Other files, which keep their places. */
  readonly others: ReadonlySet<string>;
  /** Told of each of those that something leads to. */
  readonly onUse: (path: string) => unknown;
  /** Told of what leads nowhere, whose words stay. */
  readonly onDead: (path: string, url: string, line: number) => unknown;
}

/** The files with the addresses of their links and pictures as they are to be after the move. */
export function movedLinks(
  pairs: readonly Pair[],
  files: ReadonlyMap<string, SourceFile>,
  moves: Moves,
): ReadonlyMap<string, readonly TextEdit[]> {
  const edits = new Map<string, Map<number, TextEdit>>();
  const rangeOf = rangesIn(files);
  for (const pair of pairs) {
    walk(pair, (node, { variant }) => {
      const url = addressOf(node);
      const path = node.position?.path ?? variant?.position?.path;
      if (url === undefined || path === undefined) return;
      const moved = movedAddress(url, path, { ...moves, isPicture: node.type === 'image' });
      if (moved === url) return;
      if (moved === undefined) {
        const off = unlinked(node, { path, text: files.get(path)?.text ?? '' }, rangeOf);
        if (off.length > 0) moves.onDead(path, url, node.position?.start.line ?? 1);
        const own = edits.get(path) ?? new Map<number, TextEdit>();
        edits.set(path, new Map([...own, ...off.map((edit) => [edit.start, edit] as const)]));
        return;
      }
      const at = placeOfAddress(node, { url, path, text: files.get(path)?.text ?? '' }, rangeOf);
      if (at === undefined) return;
      const own = edits.get(path) ?? new Map<number, TextEdit>();
      edits.set(path, own.set(at, { start: at, end: at + url.length, text: moved }));
    });
  }
  return new Map([...edits].map(([path, own]) => [path, [...own.values()].sort((a, b) => a.start - b.start)]));
}

function addressOf(node: Nodes): string | undefined {
  return node.type === 'link' || node.type === 'image' || node.type === 'definition' ? node.url : undefined;
}

/** Behind the words that it stands with; undefined where it is not written as it is read. */
function placeOfAddress(
  { position, type }: Nodes,
  { url, path, text }: { url: string; path: string; text: string },
  rangeOf: RangeOf,
): number | undefined {
  if (!position || url === '') return undefined;
  const { start, end } = rangeOf({ ...position, path });
  const written = text.slice(start, end);
  const at = written.startsWith('<') || type === 'definition' ? written.indexOf(url) : written.lastIndexOf(url);
  return at >= 0 && /[(<:\s"'=]/.test(written[at - 1] ?? '') ? start + at : undefined;
}

/** The address as it is to be written; itself where it leads out of the repository, undefined where it leads nowhere. */
function movedAddress(url: string, from: string, moves: Moves & { readonly isPicture: boolean }): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return url;
  const [, written = '', anchor] = /^([^#]*)(?:#(.*))?$/s.exec(url) ?? [];
  const [name = '', query] = written.split('?');
  const here = moves.files.get(from) ?? from;
  const old = pageOf(name, from, moves.files);
  const page = old && moves.files.get(old);
  if (page !== undefined) {
    const known = anchor === undefined ? undefined : moves.anchors.get(`${old}#${plain(anchor)}`);
    const id = known ?? (anchor !== undefined && moves.ids.get(page)?.has(anchor) ? anchor : undefined);
    if (name === '' && id === undefined && anchor) return undefined;
    const path = page === here ? '' : encoded(relativePath(here, page));
    return path + (id === undefined ? '' : `#${id}`) || encoded(page.split('/').at(-1) ?? '');
  }
  if (moves.files.size === 0) return url;
  const target = resolved(decoded(name), name.startsWith('/') ? 'source/' : from);
  if (!moves.isPicture || !moves.others.has(target)) return undefined; // no format has files besides pictures
  moves.onUse(target);
  return (
    encoded(relativePath(here, target)) +
    (query === undefined ? '' : `?${query}`) +
    (anchor === undefined ? '' : `#${anchor}`)
  );
}

/**
 * The file that an address means, also as web pages are called; one that begins at a site's root, which may be any of the
 * folders around. Undefined where there is none.
 */
function pageOf(name: string, from: string, files: ReadonlyMap<string, string>): string | undefined {
  if (name === '') return files.has(from) ? from : undefined;
  const folders = from.split('/').slice(0, -1);
  const roots = name.startsWith('/')
    ? folders.map((_, at) => `${folders.slice(0, folders.length - at).join('/')}/`)
    : [from];
  return roots
    .map((root) => resolved(decoded(name), root))
    .flatMap((target) => {
      const bare = target.replace(/\.html?$/i, '');
      return [target, ...markdownEndings.map((ending) => `${bare}.${ending}`)];
    })
    .find((target) => files.has(target));
}

/** A link that leads nowhere becomes its words, and a picture that is not there the words for it. */
function unlinked(node: Nodes, { path, text }: SourceFile, rangeOf: RangeOf): readonly TextEdit[] {
  if (!node.position) return [];
  const { start, end } = rangeOf({ ...node.position, path });
  const written = text.slice(start, end);
  const tag = node.type === 'image' ? tagOf(node.url, written) : undefined;
  if (tag && node.type === 'image') {
    return [{ start: start + tag.index, end: start + tag.index + tag[0].length, text: node.alt ?? '' }];
  }
  if (node.type === 'link' && /^<a\b/i.test(written)) return withoutTags(written, start);
  const opening = /^!?\[/.exec(written)?.[0].length ?? 0;
  const closing = node.type === 'image' ? written.lastIndexOf('](') : closingOf(node, path, rangeOf) - start;
  if (opening === 0 || closing < opening || !written.startsWith('](', closing)) return [];
  return [
    { start, end: start + opening, text: '' },
    { start: start + closing, end, text: '' },
  ];
}

/** `<a href="…">words</a>` to its words. */
function withoutTags(written: string, start: number): readonly TextEdit[] {
  const [opening = ''] = /^<a\b[^<>]*>/i.exec(written) ?? [];
  const closing = /<\/a\s*>$/i.exec(written);
  if (opening === '' || !closing) return [];
  return [
    { start, end: start + opening.length, text: '' },
    { start: start + closing.index, end: start + written.length, text: '' },
  ];
}

/** The element of HTML that shows a picture. */
function tagOf(url: string, written: string): RegExpExecArray | undefined {
  return [...written.matchAll(/<img\b[^<>]*>/gi)].find(([tag]) => tag.includes(url));
}

function closingOf(node: Nodes, path: string, rangeOf: RangeOf): number {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  return last?.position ? rangeOf({ ...last.position, path }).end : 0;
}

/** An anchor as a code host makes it and as people type it. */
export function plain(anchor: string): string {
  return decoded(anchor).toLowerCase();
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function encoded(path: string): string {
  return path.replace(/[ ()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function resolved(name: string, from: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function relativePath(from: string, to: string): string {
  const [a, b] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < a.length && shared < b.length - 1 && a[shared] === b[shared]) shared += 1;
  return [...a.slice(shared).map(() => '..'), ...b.slice(shared)].join('/');
}
