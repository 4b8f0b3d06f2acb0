import type { Point } from './diagnostic.ts';

/** Finds line and column of an offset into `text`; `\n`, `\r\n` and a lone `\r` end a line, as in Markdown. */
export function pointsIn(text: string): (offset: number) => Point {
  const starts = lineStarts(text);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}

/** Finds the offset of a point of `text`; one that lies outside gives the nearest end. */
export function offsetsIn(text: string): (point: Point) => number {
  const starts = lineStarts(text);
  return ({ line, column }) => Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1);
}

/** Where the line begins that an offset of `text` is in. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at -= 1;
  return at;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}
