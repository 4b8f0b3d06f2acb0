/** What a bilingual publication says of itself, in both columns: title page and colophon. */
import { colophonAnchor, colophonParts } from '../colophon.ts';
import type { Points } from '../display.ts';
import type { FlowBox } from '../flow.ts';
import { heightOf, titlePage } from '../front.ts';
import type { PlacedBox } from '../paginate.ts';
import { type SetRow, stackRows } from './flow.ts';
import { type Columns, type ParallelPage, paginateRows } from './paginate.ts';
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

/** The colophon in both columns, each statement level with its counterpart, at the foot of the last page. */
export function colophonPages(sides: readonly [Side, Side], columns: Columns): ParallelPage[] {
  const parts = sides.map((side) => ({ side, ...colophonParts(side.part, side.tools) }));
  const { halfLine } = sides[0].tools.sheet;
  const keys = [...new Set(parts.flatMap(({ entries }) => entries.map(({ key }) => key)))];
  const rowOf = (boxesIn: (part: (typeof parts)[number]) => readonly FlowBox[] | undefined): SetRow => ({
    anchors: [],
    tracks: parts.flatMap((part) => {
      const boxes = boxesIn(part);
      const { dx, column } = part.side;
      const block = { boxes: boxes ?? [], before: halfLine / 2, after: 0, keepNext: false };
      return boxes ? [{ blocks: [block], dx, column, across: false }] : [];
    }),
  });
  const rows = [
    rowOf(({ title }) => title),
    ...keys.map((key) => rowOf(({ entries }) => entries.find((entry) => entry.key === key)?.boxes)),
  ];
  const pages = paginateRows(stackRows(rows), columns);
  const last = pages.at(-1);
  const lowered = last && pages.length === 1 ? [atFoot(last, columns.height - last.end)] : pages;
  return lowered.map((page, index) => (index === 0 ? anchoredPage(page) : page));
}

function atFoot(page: ParallelPage, by: Points): ParallelPage {
  const boxes = page.boxes.map((placed) => ({ ...placed, y: placed.y + by }));
  return { ...page, boxes, across: [{ from: 0, to: by }], end: page.end + by };
}

function anchoredPage(page: ParallelPage): ParallelPage {
  const [first, ...rest] = page.boxes;
  return first ? { ...page, boxes: [{ ...first, box: { ...first.box, anchors: [colophonAnchor] } }, ...rest] } : page;
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
