/** Rivers: white that runs down through the spaces of lines that follow each other. Numbers in, numbers out. */
import type { Points } from './display.ts';

/**
 * Where the spaces of a line are, from the left edge: of each its beginning, its end, and 1 where one stands above it, else
 * 0; three numbers a space, one after the other, for many lines are tried for each that is set.
 */
export type LineSpaces = readonly number[];

export const noSpaces: LineSpaces = [];

/** Of the items before each. */
export type Sums = Readonly<Record<'width' | 'stretch' | 'shrink' | 'spaces', Float64Array>>;

interface StretchedLine {
  readonly items: { readonly kind: readonly string[] };
  readonly sums: Sums;
  /** First item of the line, and the item at which it breaks. */
  readonly from: number;
  readonly to: number;
  /** By which its glue is stretched, or shrunk where negative. */
  readonly ratio: number;
  /** How far it begins outside the left edge. */
  readonly hung: Points;
}

/**
 * Places the spaces of a line, and counts the rivers that reach it: its spaces that overlap one of the line above which
 * itself overlaps one of the line above that.
 */
export function riversBelow(above: LineSpaces, line: StretchedLine): { spaces: LineSpaces; rivers: number } {
  const { items, sums, from, to, ratio, hung } = line;
  const flexible = ratio < 0 ? sums.shrink : sums.stretch;
  const [width, flex] = [(sums.width[from] as number) + hung, flexible[from] as number];
  const spaces: number[] = [];
  let rivers = 0;
  let next = 0;
  for (let at = from; at < to; at++) {
    if (items.kind[at] !== 'glue') continue;
    const begin = (sums.width[at] as number) - width + ratio * ((flexible[at] as number) - flex);
    const end = (sums.width[at + 1] as number) - width + ratio * ((flexible[at + 1] as number) - flex);
    while (next < above.length && (above[next + 1] as Points) <= begin) next += 3;
    // Two spaces above may touch this one: the second begins before this ends.
    let overlaps = 0;
    let flows = 0;
    for (let other = next; other < above.length && (above[other] as Points) < end; other += 3) {
      overlaps = 1;
      flows |= above[other + 2] as number;
    }
    rivers += flows;
    spaces.push(begin, end, overlaps);
  }
  return { spaces, rivers };
}
