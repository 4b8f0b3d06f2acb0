/** Widths of a table's columns: numbers in, numbers out. */
import type { Points } from '../display.ts';

export interface ColumnNeed {
  /** Width of its longest word. */
  readonly least: Points;
  /** Width of its longest cell in one line. */
  readonly most: Points;
}

/**
 * Shares out a width among columns, as CSS does for tables: each gets its least, and the rest goes to those that want
 * more, in proportion to how much more. Where not even the least fits, all are narrowed alike.
 *
 * @param width - What there is for all columns, without the space between them.
 * @returns Widths whose sum is at most `width`.
 */
export function shareWidth(needs: readonly ColumnNeed[], width: Points): Points[] {
  const least = sum(needs.map((need) => need.least));
  const most = sum(needs.map((need) => need.most));
  if (most <= width) return grown(needs, { width, most });
  if (least >= width) return narrowed(needs, width);
  const wanting = most - least;
  return needs.map((need) => need.least + ((width - least) * (need.most - need.least)) / wanting);
}

/** A table that leaves little of the measure free takes all of it; a small one keeps its own width. */
function grown(needs: readonly ColumnNeed[], { width, most }: { width: Points; most: Points }): Points[] {
  const spare = width - most;
  if (spare > width * 0.45) return needs.map((need) => need.most);
  return needs.map((need) => need.most + spare / needs.length);
}

/** Wide columns give first: all are cut to one greatest width. */
function narrowed(needs: readonly ColumnNeed[], width: Points): Points[] {
  const order = needs.map((need) => need.least).sort((a, b) => a - b);
  let rest = width;
  let greatest = 0;
  for (const [index, least] of order.entries()) {
    greatest = rest / (order.length - index);
    if (least > greatest) break;
    rest -= least;
  }
  return needs.map((need) => Math.min(need.least, greatest));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
