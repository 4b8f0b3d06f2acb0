/** Cells that cover several rows: which of their lines stand in which row, and which rows belong together. */
import type { FlowBox } from '../flow.ts';
import type { Line } from '../lines.ts';
import type { Cell, Row } from './tableCells.ts';

/** What a cell is made of from top to bottom: lines or, where it holds blocks, boxes. */
export type Piece = Line | FlowBox;

/** The pieces of a cell that stand in one row. */
export interface Part {
  readonly cell: Cell;
  readonly lines: readonly Piece[];
  /** The cell begins here. */
  readonly begins: boolean;
  /** So many lines of the row stand above them; 0 unless told. */
  readonly drop?: number;
}

/**
 * Shares out the lines of each cell that covers several rows, so that they stand beside lines of these rows and a page
 * can end between any two of them; what the rows have no room for makes the last higher.
 *
 * @param rows - Each cell whole, in the row that it begins in.
 * @param side - Where such a cell's lines stand: in a head at its bottom, beside the names of columns.
 */
export function partsOf(rows: readonly (readonly Part[])[], side: 'top' | 'bottom'): Part[][] {
  const parts = rows.map((row) => row.filter(({ cell }) => cell.rowSpan === 1));
  const counts = parts.map((row) => Math.max(1, ...row.map(({ lines }) => lines.length)));
  const spanning = rows.flatMap((row, from) =>
    row.flatMap((part) => (part.cell.rowSpan > 1 ? [{ part, from, last: from + part.cell.rowSpan - 1 }] : [])),
  );
  for (const { part, from, last } of spanning.sort((a, b) => a.last - b.last)) {
    const { cell, lines } = part;
    const room = counts.slice(from, last + 1).reduce((sum, count) => sum + count, 0);
    let free = side === 'bottom' ? Math.max(0, room - lines.length) : 0;
    let next = 0;
    for (let at = from; at <= last; at++) {
      const count = counts[at] as number;
      const drop = Math.min(free, count);
      free -= drop;
      const own = lines.slice(next, at === last ? lines.length : next + count - drop);
      next += own.length;
      if (at === last) counts[at] = Math.max(count, own.length + drop);
      const share: Part = { cell, lines: own, begins: at === from, drop };
      parts[at] = [...(parts[at] ?? []), share];
    }
  }
  return parts;
}

/**
 * Cells that begin in rows above and reach into this one, all of whose lines are said: whole, where this row and those
 * below it, as far as they reach, have as many lines.
 *
 * @param rows - As `partsOf` shares them out.
 * @param of - `first`: of the rows that share cells with the row `index`; `whole`: each cell whole, in the row that it
 *   begins in.
 */
export function againAbove(
  rows: readonly (readonly Part[])[],
  { first, index, whole }: { first: number; index: number; whole: readonly (readonly Part[])[] },
): Part[] {
  return whole.slice(first, index).flatMap((row, at) =>
    row.flatMap((part) => {
      const { cell, lines } = part;
      const left = rows.slice(index, first + at + cell.rowSpan);
      const goesOn = left.some((shares) => shares.some((share) => share.cell === cell && share.lines.length > 0));
      const room = left.reduce((sum, shares) => sum + Math.max(1, ...shares.map((share) => share.lines.length)), 0);
      return left.length > 0 && !goesOn && lines.length <= room ? [part] : [];
    }),
  );
}

interface RowGroup {
  /** Index of its first row. */
  readonly first: number;
  readonly count: number;
  /** A rule stands below it: it, or the next, has several rows. */
  readonly divided: boolean;
}

/** Rows that a cell joins, from the top; most are alone. */
export function groupsOf(rows: readonly Row[]): RowGroup[] {
  const groups: { first: number; count: number }[] = [];
  let end = 0;
  for (const [index, { cells }] of rows.entries()) {
    const last = groups.at(-1);
    if (last && index < end) last.count++;
    else groups.push({ first: index, count: 1 });
    end = Math.max(end, ...cells.map(({ rowSpan }) => index + rowSpan));
  }
  return groups.map((group, at) => ({ ...group, divided: group.count > 1 || (groups[at + 1]?.count ?? 1) > 1 }));
}
