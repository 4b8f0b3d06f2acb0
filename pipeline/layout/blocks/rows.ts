/** What page breaks between the rows of a table cost, in the measure of pagination: 1000 times the square of the empty part of the page. */
import type { Points } from '../display.ts';
import { never } from '../flow.ts';
import type { Row } from './tableCells.ts';

/** Fewer rows than this, alone on a page, look lost. */
const together = 3;
/** A table of up to so many rows is read at a glance. */
const glance = 12;

/** As much as a page of which this part stays empty. */
const asEmpty = (part: number): number => 1000 * part ** 2;

const cost = {
  fewRows: asEmpty(1 / 2),
  shortTable: asEmpty(1 / 6),
  /** Below a row that is a title. */
  title: asEmpty(2 / 3),
  /** That would fit on a page of its own. */
  longTable: asEmpty(1 / 8),
} as const;

interface RowsAround {
  /** Of the table. */
  readonly rows: number;
  /** The table is no taller than a page, its caption included. */
  readonly fits: boolean;
  /** The row above the break is a title. */
  readonly titled: boolean;
}

/** @param index - Of the row below the break, from 1. */
export function costOfBreak(index: number, { rows, fits, titled }: RowsAround): number {
  if (titled) return cost.title;
  if (Math.min(index, rows - index) < together) return cost.fewRows;
  if (!fits) return 0;
  return rows <= glance ? cost.shortTable : cost.longTable;
}

/** A row that takes more of a page than this may be divided. */
const tall = 1 / 5;
/** Rather than leave this much of the page before it empty: some seven of its lines. */
const dividedRow = asEmpty(1 / 6);

/** Between the lines of one row: a low one stays whole, and one that fits on no page divides where it must. */
export function costWithin(height: Points, page: Points): number {
  if (height > page) return 0;
  return height > page * tall ? dividedRow : never;
}

/** Whether a row says nothing but what the rows below it are: all its words are bold, or it is a heading of columns. */
export function isTitle({ cells }: Row): boolean {
  const runs = cells.flatMap((cell) => (cell.heads ? [] : cell.texts.flatMap((text) => text.runs)));
  return runs.every(({ text, face, image }) => !image && (text.trim() === '' || face.includes('bold')));
}
