/** What page breaks between the rows of a table cost, in the measure of pagination: 1000 times the square of the empty part of the page. */
import type { Points } from '../display.ts';
import { never } from '../flow.ts';

/** Fewer rows than this, alone on a page, look lost. */
const together = 3;
/** A table of up to so many rows is read at a glance. */
const glance = 12;

/** As much as a page of which this part stays empty. */
const asEmpty = (part: number): number => 1000 * part ** 2;

const cost = {
  fewRows: asEmpty(1 / 2),
  shortTable: asEmpty(1 / 6),
  /** That would fit on a page of its own. */
  longTable: asEmpty(1 / 8),
} as const;

/**
 * @param index - Of the row below the break, from 1.
 * @param table - `fits`: it is no taller than a page, its caption included.
 */
export function costOfBreak(index: number, { rows, fits }: { rows: number; fits: boolean }): number {
  if (Math.min(index, rows - index) < together) return cost.fewRows;
  if (!fits) return 0;
  return rows <= glance ? cost.shortTable : cost.longTable;
}

/** A row that takes more of a page than this had better be divided than leave as much of the page before it empty. */
const tall = 1 / 3;

/** Between the lines of one row: a low one stays whole, and one that fits on no page divides where it must. */
export function costWithin(height: Points, page: Points): number {
  if (height > page) return 0;
  return height > page * tall ? asEmpty(tall) : never;
}
