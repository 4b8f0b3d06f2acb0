import { type Chunk, lastCodeIn, maskEnd, mayHoldMask, telephoneEnd } from './masks.ts';
import type { Token, TokenKind } from './token.ts';

const space = /\s+/y;
const clock = /(\d{1,2})(h)(\d{2})?(?![\p{L}\p{M}\p{N}])/uy;
const number = /\d+(?:[.,]\d+)*(?![\p{L}\p{M}\p{N}_])/uy;
const word = /[\p{L}\p{M}\p{N}_]+(?:['’.\-\u2011\u00AD&·][\p{L}\p{M}\p{N}_]+)*/uy;
const row = /[!?]+|\.{2,}|-{2,}|:{2,}|'{2,}/y;
const anySign = /./suy;

/** A stretch of the source that the caller wants back as it is. */
export interface FrozenRange {
  readonly start: number;
  readonly end: number;
}

/** Cuts a block's text into tokens; white space between them is not a token. Time is linear in the text's length. */
export function scan(text: string, frozen: readonly FrozenRange[]): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const range of frozen) {
    scanStretch(text, { start: from, end: range.start }, tokens);
    if (range.end > range.start) push(tokens, text, 'frozen', range);
    from = range.end;
  }
  scanStretch(text, { start: from, end: text.length }, tokens);
  return tokens;
}

/** Scans `range`, which holds nothing frozen. Offsets of the tokens are those of the whole text. */
function scanStretch(whole: string, range: FrozenRange, tokens: Token[]): void {
  if (range.start === range.end) return;
  const text = range.end === whole.length ? whole : whole.slice(0, range.end);
  let index = range.start;
  let chunkEnd = index;
  let suspicious: Chunk | undefined;
  while (index < text.length) {
    if (index >= chunkEnd) {
      index = after(space, text, index);
      if (index >= text.length) return;
      chunkEnd = endOfChunk(text, index);
      suspicious = suspiciousChunk(text, { start: index, end: chunkEnd });
    }
    const plain = suspicious ? index : plainWordEnd(text, index);
    if (plain > index) {
      index = push(tokens, text, 'word', { start: index, end: plain });
      continue;
    }
    const end = scanToken(text, { start: index, end: chunkEnd }, { tokens, suspicious });
    index = end;
    if (end > chunkEnd) chunkEnd = end; // a mask may hold spaces
  }
}

/** A chunk that may hold what is not to be touched. */
function suspiciousChunk(text: string, { start, end }: FrozenRange): Chunk | undefined {
  const chunk = text.slice(start, end);
  if (!mayHoldMask(chunk)) return undefined;
  const code = lastCodeIn(chunk);
  return { end, lastCode: code < 0 ? -1 : start + code };
}

function endOfChunk(text: string, index: number): number {
  let end = index + 1;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

/** What `\s` holds. */
function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0;
  return (code >= 0x2000 && code <= 0x200a) || otherSpaces.has(code);
}

const otherSpaces: ReadonlySet<number> = new Set([0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);

/** The end of a word of Latin letters that a space or a sign ends for certain; `index` when it is not so simple. */
function plainWordEnd(text: string, index: number): number {
  let end = index;
  while (isLatinLetter(text.charCodeAt(end))) end += 1;
  if (end === text.length) return end;
  const next = text.charCodeAt(end);
  return next === 32 || next === 44 || next === 0xa0 || next === 10 ? end : index;
}

function isLatinLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code >= 0xc0 && code <= 0x17f && code !== 0xd7 && code !== 0xf7;
}

/** Takes one token, or the three of `13h30`, and returns where it ends. */
function scanToken(
  text: string,
  at: FrozenRange,
  { tokens, suspicious }: { tokens: Token[]; suspicious: Chunk | undefined },
) {
  const start = at.start;
  const code = text.charCodeAt(start);
  const digit = code >= 48 && code <= 57;
  const touches = tokens.at(-1)?.end === start && tokens.at(-1)?.kind === 'word';
  if ((digit || code === 40 || code === 43) && !touches) {
    const end = telephoneEnd(text, start);
    if (end > start) return push(tokens, text, 'mask', { start, end });
  }
  if (suspicious && !touches) {
    const end = maskEnd(text, start, suspicious);
    if (end > start) return push(tokens, text, 'mask', { start, end });
  }
  if (digit) {
    clock.lastIndex = start;
    const time = clock.exec(text);
    if (time) return pushTime(tokens, text, { start, parts: time.slice(1) });
    const end = after(number, text, start);
    if (end > start) return push(tokens, text, 'number', { start, end });
  }
  const wordEnd = after(word, text, start);
  if (wordEnd > start) return push(tokens, text, 'word', { start, end: wordEnd });
  const rowEnd = after(row, text, start);
  const end = rowEnd > start ? rowEnd : after(anySign, text, start);
  return push(tokens, text, 'sign', { start, end });
}

function pushTime(tokens: Token[], text: string, time: { start: number; parts: (string | undefined)[] }): number {
  let start = time.start;
  for (const part of time.parts) {
    if (!part) continue;
    const kind = part === 'h' ? 'word' : 'number';
    start = push(tokens, text, kind, { start, end: start + part.length });
  }
  return start;
}

function push(tokens: Token[], text: string, kind: TokenKind, range: FrozenRange): number {
  tokens.push({ kind, text: text.slice(range.start, range.end), start: range.start, end: range.end });
  return range.end;
}

function after(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : index;
}
