/** A table whose columns have their widths: where its cells stand in it, and what is set in each. */
import type { Points } from '../display.ts';
import { setLines } from '../lines.ts';
import type { TextStyle } from '../style.ts';
import type { Tools } from '../tools.ts';
import { type CellBlocks, setCellBlocks } from './cellBlocks.ts';
import { sum } from './columns.ts';
import { type Cell, type Row, type TableCells, widthOf } from './tableCells.ts';
import type { Part } from './tableSpans.ts';

export interface Grid {
  readonly tools: Tools;
  readonly style: TextStyle;
  readonly cells: TableCells;
  readonly widths: readonly Points[];
  readonly gutter: Points;
  readonly x: Points;
  readonly width: Points;
  readonly aligns: readonly (string | null)[];
}

/** From the left of the table. */
export function leftOf({ column }: Cell, { widths, gutter }: Grid): Points {
  return sum(widths.slice(0, column)) + gutter * column;
}

/** What heads several columns stands in their middle; what else covers several, as they all do, or at the left. */
export function alignOf({ column, colSpan, heads }: Cell, { aligns, widths }: Grid): string | null | undefined {
  if (colSpan === 1) return aligns[column];
  if (heads && colSpan < widths.length) return 'center';
  const own = new Set(aligns.slice(column, column + colSpan));
  return own.size === 1 ? aligns[column] : undefined;
}

/** Every cell of a row as lines or, where it holds blocks, as boxes. */
export function linesOf({ cells }: Row, grid: Grid): Part[] {
  const { tools, style, widths, gutter } = grid;
  return cells.map((cell) => {
    const measure = widthOf(cell, widths, gutter);
    const lines = cell.blocks
      ? setCellBlocks(aligned(cell.blocks, alignOf(cell, grid)), { tools, width: measure })
      : setLines(cell.runs, { tools, style, measure });
    return { cell, lines, begins: true };
  });
}

/** Paragraphs stand where their column says; marks of lists would stand far from their words. */
function aligned(blocks: CellBlocks, way: string | null | undefined): CellBlocks {
  if (blocks.nodes.some(({ type }) => type !== 'paragraph')) return blocks;
  const align = way === 'right' ? 'right' : way === 'center' ? 'centre' : undefined;
  return align ? { ...blocks, style: { ...blocks.style, align } } : blocks;
}
