/** What a bilingual publication says of itself, in both columns: title page and colophon. */
import { colophon } from '../colophon.ts';
import type { FlowBox } from '../flow.ts';
import { heightOf, titlePage } from '../front.ts';
import type { PlacedBox } from '../paginate.ts';
import type { ParallelPage } from './paginate.ts';
import type { Side } from './rows.ts';

/** The titles stand left and right of the hinge, at one height. */
export function titlePages(sides: readonly [Side, Side]): ParallelPage[] {
  const columns = sides.map((side) => {
    const { tools } = side;
    const edition = { ...tools.edition, otherTitle: '' };
    return { side, boxes: titlePage(side.part, { ...tools, edition }) };
  });
  return [pageOf(columns)];
}

interface SetColumn {
  readonly side: Side;
  readonly boxes: readonly FlowBox[];
}

/** The colophon of each language at the foot of its column. */
export function colophonPages(sides: readonly [Side, Side]): ParallelPage[] {
  return [pageOf(sides.map((side) => ({ side, boxes: colophon(side.part, side.tools) })))];
}

function pageOf(columns: readonly SetColumn[]): ParallelPage {
  const boxes = columns.flatMap(({ side: { dx }, boxes }) => {
    let y = 0;
    return boxes.map((box): PlacedBox => {
      const top = y + box.above;
      y = top + box.height;
      return { box, y: top, dx };
    });
  });
  const end = Math.max(...columns.map((column) => heightOf(column.boxes)));
  return { boxes, notes: [], noteRules: [], across: [], end };
}
