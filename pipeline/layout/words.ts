import type { Fonts } from './display.ts';
import type { Run } from './runs.ts';

/** A word cut at each place where a line may end inside it. */
interface Pieces {
  /** All of it, as printed. */
  readonly whole: string;
  readonly texts: readonly string[];
  /** In thousandths of the size: differences of the widths of ever longer beginnings, so that kerning is counted once. */
  readonly widths: readonly number[];
  /** `breaks[i]`: what a line end between pieces i and i + 1 is. */
  readonly breaks: readonly WordBreak[];
}

export type WordBreak = 'hyphen' | 'sign' | 'cut';

export type Hyphenators = (tag: string) => (word: string) => readonly number[];

/** For the words of one run: their pieces, remembered by word. */
export type Shaper = (run: Run) => (word: string) => Pieces;

/** One for an edition: what a word's pieces are is found once. */
export function makeShaper(fonts: Fonts, hyphenators: Hyphenators): Shaper {
  const remembered = new Map<string, Map<string, Pieces>>();
  return (run) => {
    const key = `${run.face} ${run.kind} ${run.hyphenate ? run.lang : ''}`;
    const words = remembered.get(key) ?? new Map<string, Pieces>();
    remembered.set(key, words);
    const hyphenate = run.hyphenate ? hyphenators(run.lang) : atNone;
    const { width } = fonts(run.face);
    return (word) => {
      let pieces = words.get(word);
      if (!pieces) {
        pieces = measurePieces(word, breaksIn(word, run.kind, hyphenate), width);
        words.set(word, pieces);
      }
      return pieces;
    };
  };
}

/** Of text that is not hyphenated by its language: only the soft hyphens that its author wrote count. */
const atNone = (): readonly number[] => [];

function measurePieces(word: string, breaks: ReadonlyMap<number, WordBreak>, width: (text: string) => number): Pieces {
  const whole = visible(word);
  if (breaks.size === 0) return { whole, texts: [whole], widths: [width(whole)], breaks: noBreaks };
  const texts: string[] = [];
  const widths: number[] = [];
  const kinds: WordBreak[] = [];
  let from = 0;
  let before = 0;
  for (const end of [...[...breaks.keys()].sort((a, b) => a - b), word.length]) {
    const piece = visible(word.slice(from, end));
    if (piece === '' && end < word.length) continue;
    const upTo = width(visible(word.slice(0, end)));
    texts.push(piece);
    widths.push(upTo - before);
    const kind = breaks.get(end);
    if (kind) kinds.push(kind);
    from = end;
    before = upTo;
  }
  return { whole, texts, widths, breaks: kinds };
}

const noBreaks: readonly WordBreak[] = [];

/** Soft hyphens and zero-width spaces say where a word may break; they are not printed. */
function visible(text: string): string {
  return text.replace(unprinted, '');
}

const unprinted = /[\u00ad\u200b\u2060\ufeff]/g;

function breaksIn(
  word: string,
  kind: Run['kind'],
  hyphenate: (word: string) => readonly number[],
): ReadonlyMap<number, WordBreak> {
  if (word.length < 4) return unbroken;
  const breaks = new Map<number, WordBreak>();
  if (kind === 'code') inCode(word, breaks);
  else if (isAddress(word)) inAddress(word, breaks);
  else {
    inProse(word, hyphenate, breaks);
    if (signs.test(word)) atSigns(word, breaks);
  }
  if (word.includes('\u200b')) for (const { index } of word.matchAll(/\u200b/g)) breaks.set(index + 1, 'sign');
  breaks.delete(0);
  breaks.delete(word.length);
  return breaks;
}

const unbroken: ReadonlyMap<number, WordBreak> = new Map();
const signs = /[-‐/–—]/;

const leastBefore = 3;
const leastAfter = 3;

function inProse(word: string, hyphenate: (word: string) => readonly number[], breaks: Map<number, WordBreak>): void {
  if (word.includes('\u00ad')) {
    for (const { index } of word.matchAll(/\u00ad/g)) breaks.set(index + 1, 'hyphen');
    return;
  }
  for (const { 0: letters, index } of word.matchAll(/[\p{L}\p{M}]{5,}/gu)) {
    if (letters === letters.toUpperCase()) continue;
    for (const offset of hyphenate(letters)) {
      if (offset >= leastBefore && letters.length - offset >= leastAfter) breaks.set(index + offset, 'hyphen');
    }
  }
}

/** After hyphens, dashes and slashes between words: not in “a-t-il” or “dit-on”, not in “2001-12-12”. */
function atSigns(word: string, breaks: Map<number, WordBreak>): void {
  for (const { index } of word.matchAll(/(?<=[\p{L}\p{M}\p{N}]{2})[-‐/](?=\p{L}[\p{L}\p{M}\p{N}]{2})/gu))
    breaks.set(index + 1, 'sign');
  for (const { index } of word.matchAll(/(?<=\p{L}.?)[–—](?=\p{L})/gu)) breaks.set(index + 1, 'sign');
}

const isAddress = (word: string): boolean =>
  word.length > 16 && /:\/\/|^\(?www\.|@[\w-]+\.|^[\w-]+(\.[\w-]+)+\//.test(word);

/** Before a sign, so that a full stop at a line's end is never part of an address; after `//`. */
function inAddress(word: string, breaks: Map<number, WordBreak>): void {
  for (const { index } of word.matchAll(/(?<=[^/])[/.?#&=_~%@-](?=.{3})/g)) if (index > 3) breaks.set(index, 'sign');
  for (const { index } of word.matchAll(/:\/\//g)) {
    breaks.delete(index + 1);
    breaks.set(index + 3, 'sign');
  }
}

function inCode(word: string, breaks: Map<number, WordBreak>): void {
  if (word.length < 10) return;
  for (const { index, 0: sign } of word.matchAll(/[._/\\:(,;=)+-]+(?=[^._/\\:(,;=)+-])/g)) {
    if (index + sign.length > 2) breaks.set(index + sign.length, 'sign');
  }
  for (const { index } of word.matchAll(/(?<=\p{Ll})(?=\p{Lu})/gu)) if (index > 2) breaks.set(index, 'sign');
}
