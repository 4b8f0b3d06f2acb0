/** Rows of a table → boxes: rules above, below and under the head, and around rows that share a cell. */
import type { Points } from '../display.ts';
import { asArtifact, emptyBox, type FlowBox, moved, never, type Placed } from '../flow.ts';
import { setLines } from '../lines.ts';
import type { Sheet, TextStyle } from '../style.ts';
import type { Tools } from '../tools.ts';
import { type CellBlocks, setCellBlocks } from './cellBlocks.ts';
import { sum } from './columns.ts';
import { decimalShifts } from './decimals.ts';
import { horizontal } from './frame.ts';
import { alignOf, leftOf, rowBoxes } from './rowBoxes.ts';
import { costOfBreak, costWithin, isTitle } from './rows.ts';
import { type Row, type TableCells, widthOf } from './tableCells.ts';
import { groupsOf, type Part, partsOf } from './tableSpans.ts';

/** A table whose columns have their widths. */
export interface Grid {
  readonly tools: Tools;
  readonly style: TextStyle;
  readonly cells: TableCells;
  readonly widths: readonly Points[];
  readonly gutter: Points;
  readonly x: Points;
  readonly width: Points;
  readonly aligns: readonly (string | null)[];
  /** Words of the table that were said to be too long. */
  readonly said: Set<string>;
}

const rowSpace = ({ halfLine }: Sheet) => ({ single: Math.max(2, halfLine - 5.25), several: 6, blocks: 10 });
/** Rows that share a cell and are no higher than this part of a page stand on one page. */
const sharedPart = 0.25;

/**
 * A row is whole unless it takes more than a part of a page.
 *
 * @param above - Height of the caption.
 */
export function setRows(grid: Grid, above: Points): FlowBox[] {
  const { tools, cells } = grid;
  const set = cells.body.map((row) => linesOf(row, grid));
  const { single, several: wide, blocks: widest } = rowSpace(tools.sheet);
  const several = set.some((row) => row.some(({ lines }) => lines.length > 1));
  const hasBlocks = cells.body.some((row) => row.cells.some((cell) => cell.blocks));
  const space = hasBlocks ? widest : several ? wide : single;
  const heading = headOf(grid, wide);
  const band = merged(heading);
  const repeat = cells.head.length > 0 && band.height <= tools.pageHeight / 4 ? asArtifact(band) : undefined;
  const shifts = shiftsOf(grid);
  const sets = partsOf(set, 'top').map((parts, index) =>
    rowBoxes(parts, { grid, space, shiftOf: ({ column }) => shifts[column]?.[index] ?? 0 }),
  );
  const heights = sets.map((boxes) => sum(boxes.map((box) => box.above + box.height)));
  const fits = above + band.height + sum(heights) <= tools.pageHeight;
  const titles = cells.body.map(isTitle);
  const boxes: FlowBox[] = [];
  for (const group of groupsOf(cells.body)) {
    const together =
      group.count > 1 && sum(heights.slice(group.first, group.first + group.count)) <= tools.pageHeight * sharedPart;
    for (let index = group.first; index < group.first + group.count; index++) {
      const row = sets[index] as FlowBox[];
      const within = costWithin(heights[index] as Points, tools.pageHeight - (repeat?.height ?? 0));
      const before =
        index === 0
          ? cells.head.length > 0
            ? never
            : 0
          : costOfBreak(index, { rows: sets.length, fits, titled: titles[index - 1] === true });
      const shared = index > group.first;
      const edge = shared ? (together ? never : before + sharedCost) : before;
      for (const [at, box] of row.entries()) {
        boxes.push({
          ...box,
          row: index,
          breakBefore: at === 0 ? edge : Math.max(box.breakBefore, within),
          ...(repeat && { repeat: at === 0 ? repeat : { ...repeat, height: repeat.height + space / 2 } }),
          anchors: at === 0 ? [...(cells.body[index]?.anchors ?? []), ...box.anchors] : box.anchors,
        });
      }
    }
    const last = boxes.pop();
    const divided = (group.divided || hasBlocks) && last && group.first + group.count < sets.length;
    if (last)
      boxes.push(
        divided ? underlined(last, grid, { thickness: tools.sheet.hairline, colour: tools.sheet.colours.hinge }) : last,
      );
  }
  return [...heading, ...closed(boxes, grid, heading.length === 0)];
}

/** A page break between rows that share a cell: its words are then on the page before. */
const sharedCost = 60;

function linesOf({ cells }: Row, grid: Grid): Part[] {
  const { tools, style, said, widths, gutter } = grid;
  return cells.map((cell) => {
    const measure = widthOf(cell, widths, gutter);
    const lines = cell.blocks
      ? setCellBlocks(aligned(cell.blocks, alignOf(cell, grid)), { tools, width: measure })
      : setLines(cell.runs, { tools, style, said, measure });
    return { cell, lines, begins: true };
  });
}

/** Paragraphs stand where their column says; marks of lists would stand far from their words. */
function aligned(blocks: CellBlocks, way: string | null | undefined): CellBlocks {
  if (blocks.nodes.some(({ type }) => type !== 'paragraph')) return blocks;
  const align = way === 'right' ? 'right' : way === 'center' ? 'centre' : undefined;
  return align ? { ...blocks, style: { ...blocks.style, align } } : blocks;
}

/** How far numbers stand left of the right edge, by column and row. */
function shiftsOf({ aligns, cells, widths, tools }: Grid): Points[][] {
  return widths.map((room, column) => {
    if (aligns[column] !== 'right') return [];
    const own = cells.body.map((row) => row.cells.find((cell) => cell.column === column && cell.colSpan === 1));
    return decimalShifts(
      own.map((cell) => cell?.runs ?? []),
      { tools, room },
    );
  });
}

const rules = { edge: 0.8, head: 0.5 } as const;

interface Rule {
  readonly thickness: Points;
  readonly colour: string;
}

function underlined(box: FlowBox, { x, width, tools }: Grid, rule: Rule): FlowBox {
  return { ...box, placed: [...box.placed, horizontal({ x, y: box.height, width, ...rule }, tools.sheet)] };
}

/** Cells that head several columns have a rule above these. */
function headOf(grid: Grid, space: Points): FlowBox[] {
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
  return boxes.map((box, index) => {
    const first = index === 0 ? [horizontal({ x, y: 0, width, thickness: rules.edge, colour }, tools.sheet)] : [];
    const framed = { ...box, row: -1, breakBefore: index === 0 ? 0 : never, placed: [...first, ...box.placed] };
    return index === boxes.length - 1 ? underlined(framed, grid, { thickness: rules.head, colour }) : framed;
  });
}

function closed(boxes: readonly FlowBox[], grid: Grid, top: boolean): FlowBox[] {
  const { x, width, tools } = grid;
  const rule: Rule = { thickness: rules.edge, colour: tools.sheet.colours.ink };
  return boxes.map((box, index) => {
    const opened =
      top && index === 0
        ? { ...box, placed: [...box.placed, horizontal({ x, y: 0, width, ...rule }, tools.sheet)] }
        : box;
    return index === boxes.length - 1 ? underlined(opened, grid, rule) : opened;
  });
}

/** All of a heading in one box, to stand at the top of later pages. */
function merged(boxes: readonly FlowBox[]): FlowBox {
  let y = 0;
  const placed: Placed[] = [];
  for (const box of boxes) {
    y += box.above;
    for (const { fragment } of box.placed) placed.push({ fragment: moved(fragment, 0, y) });
    y += box.height;
  }
  return { ...emptyBox, height: y, placed };
}
