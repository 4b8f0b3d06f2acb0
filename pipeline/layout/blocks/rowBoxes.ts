/** One row of a table → boxes: the lines of its cells, or their blocks, beside each other. */
import type { Place, Points } from '../display.ts';
import { emptyBox, type FlowBox, moved, never, type Placed, strut } from '../flow.ts';
import type { Line } from '../lines.ts';
import { type CellColumn, sideBySide } from './sideBySide.ts';
import { type Cell, widthOf } from './tableCells.ts';
import { alignOf, type Grid, leftOf } from './tableGrid.ts';
import type { Part, Piece } from './tableSpans.ts';

interface RowOptions {
  readonly grid: Grid;
  readonly space: Points;
  readonly shiftOf: (cell: Cell) => Points;
}

/** The nth lines of all cells share a box, so that a row too tall for a page can be broken between its lines. */
export function rowBoxes(parts: readonly Part[], options: RowOptions): FlowBox[] {
  return parts.some(({ cell }) => cell.blocks) ? blockRow(parts, options) : lineRow(parts, options);
}

/** Cells with blocks and, beside them, cells with lines, each from the top of the row. */
function blockRow(parts: readonly Part[], { grid, space, shiftOf }: RowOptions): FlowBox[] {
  const { leading } = grid.style;
  const columns = parts.map(({ cell, lines, drop = 0 }): CellColumn => {
    const place = { align: alignOf(cell, grid), width: widthOf(cell, grid.widths, grid.gutter), shift: shiftOf(cell) };
    const boxes = lines.map((piece, index): FlowBox => {
      if (!('baseline' in piece)) return piece;
      const { placed, links, height, begins, anchors, notes } = piece;
      const dx = offset(piece, place);
      return {
        ...emptyBox,
        height,
        placed: placed.map((each) => ({ ...each, fragment: moved(each.fragment, dx, 0) })),
        links: links.map((link) => ({ ...link, x: link.x + dx })),
        anchors,
        notes,
        ...(begins && { begins }),
        breakBefore: index === 1 || index === lines.length - 1 ? never : 0,
      };
    });
    return { boxes: drop > 0 ? [strut(drop * leading), ...boxes] : boxes, dx: grid.x + leftOf(cell, grid) };
  });
  const anchors = parts.flatMap(({ cell, begins }) => (begins ? cell.anchors : []));
  const [first = strut(leading), ...rest] = sideBySide(columns, leading);
  return padded([{ ...first, anchors: [...anchors, ...first.anchors] }, ...rest], space / 2);
}

/** With so much white above the first and below the last. */
function padded([first, ...rest]: readonly FlowBox[], white: Points): FlowBox[] {
  if (!first) return [];
  const lower = { ...first, ...loweredBy(first, white), height: first.height + white };
  const boxes = [lower, ...rest];
  const last = boxes.pop() as FlowBox;
  return [...boxes, { ...last, height: last.height + white }];
}

function loweredBy({ placed, links }: FlowBox, dy: Points): Pick<FlowBox, 'placed' | 'links'> {
  return {
    placed: placed.map((each) => ({ ...each, fragment: moved(each.fragment, 0, dy) })),
    links: links.map((link) => ({ ...link, y: link.y + dy })),
  };
}

function lineRow(parts: readonly Part[], { grid, space, shiftOf }: RowOptions): FlowBox[] {
  const count = Math.max(1, ...parts.map(({ lines }) => lines.length));
  return Array.from({ length: count }, (_, index): FlowBox => {
    const before = index === 0 ? space / 2 : 0;
    const after = index === count - 1 ? space / 2 : 0;
    const placed: Placed[] = [];
    const links: FlowBox['links'][number][] = [];
    const row = parts.flatMap(({ cell, lines, drop = 0 }) => {
      const line = lines[index - drop];
      return line && 'baseline' in line ? [{ cell, line }] : [];
    });
    const top = Math.max(0, ...row.map(({ line }) => line.baseline));
    for (const { cell, line } of row) {
      const width = widthOf(cell, grid.widths, grid.gutter);
      const dx =
        grid.x + leftOf(cell, grid) + offset(line, { align: alignOf(cell, grid), width, shift: shiftOf(cell) });
      const dy = before + top - line.baseline;
      for (const each of line.placed) placed.push({ ...each, fragment: moved(each.fragment, dx, dy) });
      for (const link of line.links) links.push({ ...link, x: link.x + dx, y: link.y + dy });
    }
    const begins = beginsIn(parts.flatMap(({ lines, drop = 0, begins }) => ({ line: lines[index - drop], begins })));
    const height = Math.max(grid.style.leading, ...row.map(({ line }) => line.height + top - line.baseline));
    return {
      ...emptyBox,
      height: before + height + after,
      placed,
      links,
      ...(begins && { begins }),
      breakBefore: index === 1 || index === count - 1 ? never : 0,
      anchors: [
        ...(index === 0 ? parts.flatMap(({ cell, begins }) => (begins ? cell.anchors : [])) : []),
        ...row.flatMap(({ line }) => line.anchors),
      ],
      notes: row.flatMap(({ line }) => line.notes),
    };
  });
}

/** In the first cell that has something beginning there; one that began in a row above comes last. */
function beginsIn(lines: readonly { readonly line: Piece | undefined; readonly begins: boolean }[]): Place | undefined {
  const found = (own: boolean) => lines.find(({ line, begins }) => begins === own && line?.begins)?.line?.begins;
  return found(true) ?? found(false);
}

function offset(set: Line, place: { align: string | null | undefined; width: Points; shift: Points }): Points {
  if (place.align === 'right') return place.width - set.width - place.shift;
  return place.align === 'center' ? (place.width - set.width) / 2 : 0;
}
