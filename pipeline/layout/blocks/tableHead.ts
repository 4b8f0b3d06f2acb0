/** The head of a table: above its first row, and again on each later page. */
import type { Points } from '../display.ts';
import { emptyBox, type FlowBox, moved, never, type Placed } from '../flow.ts';
import { horizontal } from './frame.ts';
import { rowBoxes } from './rowBoxes.ts';
import { widthOf } from './tableCells.ts';
import { type Grid, leftOf, linesOf } from './tableGrid.ts';
import { closed, rules } from './tableRules.ts';
import { partsOf } from './tableSpans.ts';

/** Cells that head several columns have a rule above these. */
export function headOf(grid: Grid, space: Points): FlowBox[] {
  const { tools, cells, x, width } = grid;
  const { ink: colour } = tools.sheet.colours;
  const rows = partsOf(
    cells.head.map((row) => linesOf(row, grid)),
    'bottom',
  ).map((parts) => rowBoxes(parts, { grid, space, shiftOf: () => 0 }));
  const boxes = rows.flatMap((row, index) => {
    if (index === rows.length - 1) return row;
    const spanning = cells.head.flatMap(({ cells }, from) =>
      cells.filter(({ colSpan, rowSpan }) => colSpan > 1 && from + rowSpan === index + 1),
    );
    const last = row.at(-1) as FlowBox;
    const lines = spanning.map((cell) =>
      horizontal(
        {
          x: x + leftOf(cell, grid),
          y: last.height,
          width: widthOf(cell, grid.widths, grid.gutter),
          thickness: tools.sheet.hairline,
          colour,
        },
        tools.sheet,
      ),
    );
    return [...row.slice(0, -1), { ...last, placed: [...last.placed, ...lines] }];
  });
  const ruled = boxes.map((box, index) => {
    const first = index === 0 ? [horizontal({ x, y: 0, width, thickness: rules.edge, colour }, tools.sheet)] : [];
    return { ...box, row: -1, breakBefore: index === 0 ? 0 : never, placed: [...first, ...box.placed] };
  });
  return closed(ruled, grid, { thickness: rules.head, colour });
}

/** All of a heading in one box, to stand at the top of later pages. */
export function merged(boxes: readonly FlowBox[]): FlowBox {
  let y = 0;
  const placed: Placed[] = [];
  for (const box of boxes) {
    y += box.above;
    for (const { fragment } of box.placed) placed.push({ fragment: moved(fragment, 0, y) });
    y += box.height;
  }
  return { ...emptyBox, height: y, placed };
}
