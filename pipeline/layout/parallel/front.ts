/** What a bilingual publication says of itself, in both columns: title page and colophon. */
import { colophonAnchor, colophonParts } from '../colophon.ts';
import type { Points } from '../display.ts';
import type { FlowBox } from '../flow.ts';
import { heightOf, titlePage } from '../front.ts';
import type { PlacedBox } from '../paginate.ts';
import type { Arrangement } from './arrangement.ts';
import type { SetRow } from './flow.ts';
import type { ParallelPage } from './place.ts';
import type { Side } from './rows.ts';

/** The titles stand left and right of the hinge at one height, or one in the upper half of the page and one in the lower. */
export function titlePages(sides: readonly [Side, Side], { kind }: Arrangement): ParallelPage[] {
  const stacked = kind !== 'columns';
  const columns = sides.map((side, at) => {
    const { tools } = side;
    const edition = { ...tools.edition, otherTitle: '' };
    const pageHeight = stacked ? tools.pageHeight / 2 : tools.pageHeight;
    const boxes = titlePage(side.part, { ...tools, edition, pageHeight });
    return { side, boxes, top: stacked ? at * pageHeight : 0 };
  });
  return [pageOf(columns)];
}

interface SetColumn {
  readonly side: Side;
  readonly boxes: readonly FlowBox[];
  readonly top: Points;
}

/** The colophon in both languages, each statement with its counterpart, at the foot of the last page. */
export function colophonPages(sides: readonly [Side, Side], { kind, sheets, fillList }: Arrangement): ParallelPage[] {
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
  const pages = fillList(rows);
  const { textHeight } = sheets.column.paper;
  const isOnce = pages.length === (kind === 'facing' ? 2 : 1);
  const lowered = isOnce ? pages.map((page) => atFoot(page, textHeight - page.end)) : pages;
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
  const boxes = columns.flatMap(({ side: { dx }, boxes, top: from }) => {
    let y = from;
    return boxes.map((box): PlacedBox => {
      const top = y + box.above;
      y = top + box.height;
      return { box, y: top, dx };
    });
  });
  const end = Math.max(...columns.map(({ boxes, top }) => top + heightOf(boxes)));
  return { boxes, notes: [], noteRules: [], across: [], end };
}
