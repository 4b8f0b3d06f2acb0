import type { Text } from 'mdast';

/** Positions that come from the parser know it. */
interface Offset {
  readonly offset?: number | undefined;
}

/**
 * Where each character of a text stands in its file, and behind the last one where it ends: the source has backslashes,
 * character references, and indentation that the text has not.
 *
 * @returns undefined where the text does not stand in the file as it is read.
 */
export function sourceOffsets({ value, position }: Text, source: string): readonly number[] | undefined {
  const start = (position?.start as Offset | undefined)?.offset;
  const end = (position?.end as Offset | undefined)?.offset;
  if (start === undefined || end === undefined) return undefined;
  const places: number[] = [];
  if (source.startsWith(value, start) && start + value.length <= end) {
    for (let at = 0; at <= value.length; at++) places.push(start + at);
    return places;
  }
  let from = start;
  for (let at = 0; at < value.length; ) {
    const read = readAt(source, skipped(source, from, value[at] ?? ''), value.slice(at, at + 8));
    if (!read || read.end > end) return undefined;
    for (let unit = 0; unit < read.units; unit++) places.push(read.start);
    from = read.end;
    at += read.units;
  }
  places.push(from);
  return places;
}

/** The next character of a text: as it is, behind a backslash, or as a reference. */
function readAt(
  source: string,
  start: number,
  wanted: string,
): { start: number; end: number; units: number } | undefined {
  const [letter = ''] = wanted;
  if (source[start] === '\\' && source[start + 1] === letter && /[!-/:-@[-`{-~]/.test(letter)) {
    if (letter !== '\\' || !wanted.startsWith('\\\\')) return { start, end: start + 2, units: 1 };
  }
  const reference = referenceAt(source, start);
  if (reference !== '' && !wanted.startsWith(reference.slice(0, wanted.length))) {
    return { start, end: start + reference.length, units: String.fromCodePoint(wanted.codePointAt(0) ?? 0).length };
  }
  return source[start] === letter ? { start, end: start + 1, units: 1 } : undefined;
}

/** Past spaces that end a line, and past what begins one in a quotation or a list. */
function skipped(source: string, from: number, wanted: string): number {
  if (source[from] === wanted) return from;
  const before = source[from - 1] ?? '\n';
  const pattern = /[\r\n]/.test(wanted) ? /[ \t]+(?=\r|\n)/y : /[\r\n]/.test(before) ? /[ \t>]+/y : undefined;
  if (!pattern) return from;
  pattern.lastIndex = from;
  return pattern.test(source) ? pattern.lastIndex : from;
}

function referenceAt(source: string, from: number): string {
  if (source[from] !== '&') return '';
  const pattern = /&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});/iy;
  pattern.lastIndex = from;
  return pattern.exec(source)?.[0] ?? '';
}

interface Difference {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How two texts of the same letters and digits differ between them. A line end stays; what stands beside it may change. */
export function differencesOf(before: string, after: string): readonly Difference[] {
  const found: Difference[] = [];
  let [at, other] = [0, 0];
  while (at < before.length || other < after.length) {
    if (before[at] === after[other]) {
      at += 1;
      other += 1;
      continue;
    }
    const back = at - gapStart(before, at);
    const [start, end] = [at - back, gapEnd(before, at)];
    const otherEnd = gapEnd(after, other);
    if (before.codePointAt(end) !== after.codePointAt(otherEnd)) {
      throw new Error('Typography changes no letter and no digit');
    }
    found.push(...differencesInGap(before.slice(start, end), after.slice(other - back, otherEnd), start));
    [at, other] = [end, otherEnd];
  }
  return found;
}

function differencesInGap(text: string, wanted: string, start: number): readonly Difference[] {
  const [lines, wantedLines] = [linesOf(text), linesOf(wanted)];
  if (lines.length !== wantedLines.length) return [];
  return lines.flatMap((line, at) => differenceIn(line.text, wantedLines[at]?.text ?? '', start + line.start));
}

const letterOrDigit = /^[\p{L}\p{M}\p{N}]/u;

/** Behind the letter or digit before a place. */
function gapStart(text: string, from: number): number {
  let at = from;
  while (at > 0) {
    const width = at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff ? 2 : 1;
    if (letterOrDigit.test(text.slice(at - width, at))) break;
    at -= width;
  }
  return at;
}

/** Where the next letter or digit begins, from a place on. */
function gapEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const width = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    if (letterOrDigit.test(text.slice(at, at + width))) break;
    at += width;
  }
  return at;
}

function differenceIn(text: string, wanted: string, start: number): Difference[] {
  if (text === wanted) return [];
  let head = 0;
  while (head < text.length && head < wanted.length && text[head] === wanted[head]) head++;
  let tail = 0;
  const most = Math.min(text.length, wanted.length) - head;
  while (tail < most && text.at(-1 - tail) === wanted.at(-1 - tail)) tail++;
  const put = wanted.slice(head, wanted.length - tail);
  return [{ start: start + head, end: start + text.length - tail, text: put }];
}

interface Stretch {
  readonly start: number;
  readonly text: string;
}

/** The stretches between line ends, with the spaces that touch one in its own. */
function linesOf(gap: string): readonly Stretch[] {
  const lines: Stretch[] = [];
  let from = 0;
  for (const { 0: end, index } of gap.matchAll(/[ \t]*(?:\r\n|\n|\r)[ \t]*/g)) {
    lines.push({ start: from, text: gap.slice(from, index) });
    from = index + end.length;
  }
  return [...lines, { start: from, text: gap.slice(from) }];
}
