import type { Nodes, Variant } from 'mdast';
import { lineEndOf } from '../../edit/index.ts';
import { type Language, lineStart, type SourceDocument } from '../../model/index.ts';
import { rangesIn } from '../ranges.ts';

/** A stretch of the source, as offsets; end exclusive. Or what stands between two of them. */
export type Piece = readonly [start: number, end: number] | string;

/** Of what it says in a side. */
export function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece[1] - piece[0];
}

/** A document as readers of one language have it, in pieces of its source. */
export function sideOf(document: Pick<SourceDocument, 'path' | 'text' | 'tree'>, language: Language): readonly Piece[] {
  const cuts = new Cuts(document, language);
  cuts.visit(document.tree);
  return cuts.pieces();
}

export function textOfPieces(pieces: readonly Piece[], source: string): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : source.slice(piece[0], piece[1]))).join('');
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Cut extends Stretch {
  /** Whole ones, line ends and all. */
  readonly isLines: boolean;
}

/** What of a source is not one language's: fences and brackets, and what is in the other one. */
class Cuts {
  readonly #text: string;
  readonly #path: string;
  readonly #language: Language;
  readonly #rangeOf: (position: NonNullable<Nodes['position']>) => Stretch;
  /** Whole lines, and stretches within lines. */
  readonly #lines: Stretch[] = [];
  readonly #words: Stretch[] = [];
  /** Where something began behind the mark of a list item, and nothing has stood there since. */
  #open: number | undefined;

  constructor({ path, text }: Pick<SourceDocument, 'path' | 'text'>, language: Language) {
    this.#text = text;
    this.#path = path;
    this.#language = language;
    const rangeOf = rangesIn(new Map([['', { path, text }]]));
    this.#rangeOf = ({ start, end }) => rangeOf({ start, end });
  }

  visit(node: Nodes): void {
    const isHere = (node.position?.path ?? this.#path) === this.#path;
    const { start, end } = node.position && isHere ? this.#rangeOf(node.position) : { start: -1, end: -1 };
    if (start >= 0 && node.type === 'variant') {
      if (this.#block(node, { start, end })) this.#children(node);
      return;
    }
    if (start >= 0 && node.type === 'phrasingVariant') {
      const written = this.#text.slice(start, end);
      if (node.language !== this.#language) return void this.#words.push({ start, end });
      const [opening, closing] = [/^:\w+\[/.exec(written), /\](?:\{[^{}]*\})?$/.exec(written)];
      if (opening && closing && closing.index >= opening[0].length) {
        this.#words.push({ start, end: start + opening[0].length }, { start: start + closing.index, end });
      }
    } else if (start >= 0 && node.type !== 'pair' && node.type !== 'root') this.#begins(start);
    this.#children(node);
    if (node.type === 'listItem' && this.#open !== undefined && this.#open > start && start >= 0) {
      this.#open = undefined; // nothing is left of it
      this.#lines.push({ start: lineStart(this.#text, start), end: this.#lineEnd(end) });
    }
  }

  #children(node: Nodes): void {
    if ('children' in node) for (const child of node.children) this.visit(child);
  }

  /** What stands first in a list item moves up to the item's mark. */
  #begins(at: number): void {
    if (this.#open === undefined || at <= this.#open) return;
    this.#words.push({ start: this.#open, end: at });
    this.#open = undefined;
  }

  /** Takes out a side's fences, or all of it; says whether there is something to be seen in it. */
  #block(node: Variant, { start, end }: Stretch): boolean {
    const written = this.#text.slice(start, end);
    const opening = /^:{3,}[^\r\n]*/.exec(written);
    const isMarked = !/^[ \t>]*$/.test(this.#text.slice(lineStart(this.#text, start), start));
    if (node.language !== this.#language) {
      if (isMarked) this.#open ??= start;
      else this.#lines.push({ start: lineStart(this.#text, start), end: this.#lineEnd(end) });
      return false;
    }
    if (!opening) return true;
    if (isMarked) this.#open ??= start;
    else this.#lines.push({ start: lineStart(this.#text, start), end: this.#lineEnd(start) });
    const closing = /[\r\n][ \t>]*:{3,}[ \t]*$/.test(written) ? lineStart(this.#text, end) : undefined;
    if (closing !== undefined) this.#lines.push({ start: closing, end: this.#lineEnd(end) });
    return true;
  }

  /** Behind the line end. */
  #lineEnd(at: number): number {
    const ending = /\r\n|\n|\r/g;
    ending.lastIndex = at;
    return ending.exec(this.#text) ? ending.lastIndex : this.#text.length;
  }

  pieces(): readonly Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    const keep = (to: number): unknown => from < to && pieces.push([from, to]);
    for (const { start, end, isLines } of this.#united()) {
      keep(start);
      from = Math.max(from, end);
      if (!isLines || start === 0 || end === this.#text.length) continue;
      const [before, after] = [this.#lineBefore(start), this.#lineAt(end)];
      if (!isBlank(before) && !isBlank(after) && !startsItem(before, after))
        pieces.push(`${prefixOf(before, after)}${lineEndOf(this.#text)}`);
    }
    keep(this.#text.length);
    return pieces;
  }

  /** Of two blank lines, the one that is deeper in quotations and lists goes with what stood between them. */
  #squeezed({ start, end }: Stretch): Stretch {
    if (start === 0 || end === this.#text.length) return { start, end };
    const [before, after] = [this.#lineBefore(start), this.#lineAt(end)];
    if (!isBlank(before) || !isBlank(after)) return { start, end };
    return before.trimEnd().length > after.trimEnd().length
      ? { start: lineStart(this.#text, start - before.length - 1), end }
      : { start, end: this.#lineEnd(end) };
  }

  /** In order, what touches in one. */
  #united(): readonly Cut[] {
    const lines = this.#lines.map((stretch): Cut => ({ ...stretch, isLines: true }));
    const words = this.#words.map((stretch): Cut => ({ ...stretch, isLines: false }));
    const squeezed = united(lines).map((cut): Cut => ({ ...this.#squeezed(cut), isLines: true }));
    return united([...squeezed, ...words]);
  }

  #lineBefore(start: number): string {
    return /([^\r\n]*)(?:\r\n|\n|\r)$/.exec(this.#text.slice(Math.max(0, start - 4000), start))?.[1] ?? '';
  }

  #lineAt(start: number): string {
    return /^[^\r\n]*/.exec(this.#text.slice(start, start + 4000))?.[0] ?? '';
  }
}

/** The mark of an item ends what stands before it. */
function startsItem(before: string, after: string): boolean {
  return (
    /^[ \t>]*(?:[-*+]|1[.)])[ \t]/.test(after) ||
    (/^[ \t>]*\d+[.)][ \t]/.test(after) && /^[ \t>]*(?:\d|[ \t])/.test(before))
  );
}

function united(cuts: readonly Cut[]): readonly Cut[] {
  const found: Cut[] = [];
  for (const cut of cuts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = found.at(-1);
    const touches = last && (cut.start < last.end || (cut.start === last.end && cut.isLines && last.isLines));
    if (touches) found[found.length - 1] = { ...last, end: Math.max(last.end, cut.end) };
    else found.push(cut);
  }
  return found;
}

function isBlank(line: string): boolean {
  return /^[ \t>]*$/.test(line);
}

/** What a blank line between two lines begins with, so that it parts no quotation. */
function prefixOf(one: string, other: string): string {
  const [a = '', b = ''] = [one, other].map((line) => /^[ \t>]*/.exec(line)?.[0]);
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length).trimEnd();
}
