/** Rules of a table: around it, under its head, and between groups of its rows. */
import type { Points } from '../display.ts';
import type { FlowBox } from '../flow.ts';
import { horizontal } from './frame.ts';
import type { Grid } from './tableGrid.ts';

export const rules = { edge: 0.8, head: 0.5 } as const;

interface Rule {
  readonly thickness: Points;
  readonly colour: string;
}

/** With a rule at its foot. */
function underlined(box: FlowBox, { x, width, tools }: Grid, rule: Rule): FlowBox {
  return { ...box, placed: [...box.placed, horizontal({ x, y: box.height, width, ...rule }, tools.sheet)] };
}

/** With a rule below the last. */
export function closed(boxes: readonly FlowBox[], grid: Grid, rule: Rule): FlowBox[] {
  return boxes.map((box, index) => (index === boxes.length - 1 ? underlined(box, grid, rule) : box));
}

/** With a rule below the last, and above the first where there is no head. */
export function framed(boxes: readonly FlowBox[], grid: Grid, top: boolean): FlowBox[] {
  const { x, width, tools } = grid;
  const rule: Rule = { thickness: rules.edge, colour: tools.sheet.colours.ink };
  const [first, ...rest] = boxes;
  if (!first || !top) return closed(boxes, grid, rule);
  const above = horizontal({ x, y: 0, width, ...rule }, tools.sheet);
  return closed([{ ...first, placed: [...first.placed, above] }, ...rest], grid, rule);
}
