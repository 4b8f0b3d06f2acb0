/** Tables of both languages, row by row at one height. */
import { type FlowBox, moved, type SetBlock } from '../flow.ts';
import { levelled, type SetRow } from './flow.ts';
import type { Side } from './rows.ts';

/** A row for each row of the two tables, their captions and heads before; undefined where they have not as many. */
export function levelRows(tables: readonly SetBlock[], sides: readonly [Side, Side]): SetRow[] | undefined {
  const [one, other] = tables.map(({ boxes }) => rowsOf(boxes));
  if (!one || !other || one.length !== other.length) return undefined;
  return one.map((left, at): SetRow => {
    const halves = evened([left, other[at] as readonly FlowBox[]]);
    const blocks = halves.map(
      (boxes, index): SetBlock => ({
        boxes,
        before: at === 0 ? (tables[index] as SetBlock).before : (boxes[0]?.above ?? 0),
        after: at === one.length - 1 ? (tables[index] as SetBlock).after : 0,
      }),
    );
    const tracks = sides.map(({ dx, column }, index) => ({
      blocks: [blocks[index] as SetBlock],
      dx,
      column,
      across: false,
    }));
    return { tracks, anchors: [] };
  });
}

/** The boxes of a table, by its rows; the caption goes with the head, or with the first row. */
function rowsOf(boxes: readonly FlowBox[]): FlowBox[][] {
  const rows: FlowBox[][] = [];
  let last: number | undefined;
  for (const box of boxes) {
    const begins = rows.length === 0 || (box.row !== last && last !== undefined);
    if (begins) rows.push([box]);
    else rows.at(-1)?.push(box);
    last = box.row;
  }
  return rows;
}

/** Both halves as high as the higher, so that the rules below them stand level too. */
function evened(rows: readonly (readonly FlowBox[])[]): (readonly FlowBox[])[] {
  const halves = levelled(rows.map((boxes) => ({ boxes }))).map(({ boxes }) => boxes);
  const heights = halves.map((boxes) => boxes.reduce((sum, box, at) => sum + box.height + (at > 0 ? box.above : 0), 0));
  const repeats = halves.map((boxes) => boxes[0]?.repeat?.height ?? 0);
  return halves.map((boxes, index) => {
    const lower = Math.max(...heights) - (heights[index] as number);
    const repeat = Math.max(...repeats);
    return boxes.map((box, at) => ({
      ...(at === boxes.length - 1 ? deepened(box, lower) : box),
      ...(box.repeat && { repeat: deepened(box.repeat, repeat - box.repeat.height) }),
    }));
  });
}

/** With room below, above the rule at its foot and what stands under that. */
function deepened(box: FlowBox, by: number): FlowBox {
  if (by <= 0) return box;
  const placed = box.placed.map((each) => {
    const { fragment } = each;
    const top = fragment.kind === 'text' ? fragment.baseline : fragment.y;
    return top >= box.height - 0.01 ? { ...each, fragment: moved(fragment, 0, by) } : each;
  });
  return { ...box, height: box.height + by, placed };
}
