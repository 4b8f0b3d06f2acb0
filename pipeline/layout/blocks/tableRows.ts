/** Rows of a table → boxes: what stands in them, where pages may end between them, and the head that they repeat. */
import type { Points } from '../display.ts';
import { asArtifact, emptyBox, type FlowBox, moved, never } from '../flow.ts';
import type { Sheet } from '../style.ts';
import { sum } from './columns.ts';
import { decimalShifts } from './decimals.ts';
import { rowBoxes } from './rowBoxes.ts';
import { costOfBreak, costWithin, isTitle } from './rows.ts';
import { type Grid, linesOf } from './tableGrid.ts';
import { headOf, merged } from './tableHead.ts';
import { closed, framed } from './tableRules.ts';
import { againAbove, groupsOf, type Part, partsOf } from './tableSpans.ts';

const rowSpace = ({ halfLine }: Sheet) => ({ single: Math.max(2, halfLine - 5.25), several: 6, blocks: 10 });
/** A head that takes more of a page than this is not repeated. */
const highestHead = 1 / 2;
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
  const { colours, hairline } = tools.sheet;
  const { single, several: wide, blocks: widest } = rowSpace(tools.sheet);
  const several = set.some((row) => row.some(({ lines }) => lines.length > 1));
  const hasBlocks = cells.body.some((row) => row.cells.some((cell) => cell.blocks));
  const space = hasBlocks ? widest : several ? wide : single;
  const heading = headOf(grid, wide);
  const band = merged(heading);
  const repeat = cells.head.length > 0 && band.height <= tools.pageHeight * highestHead ? asArtifact(band) : undefined;
  const shifts = shiftsOf(grid);
  const parts = partsOf(set, 'top');
  const sets = parts.map((row, index) =>
    rowBoxes(row, { grid, space, shiftOf: ({ column }) => shifts[column]?.[index] ?? 0 }),
  );
  const heights = sets.map((boxes) => sum(boxes.map((box) => box.above + box.height)));
  const fits = above + band.height + sum(heights) <= tools.pageHeight;
  const titles = cells.body.map(isTitle);
  const atTop = cells.head.length > 0 ? never : 0;
  const boxes = groupsOf(cells.body).flatMap(({ first, count, divided }) => {
    const end = first + count;
    const together = count > 1 && sum(heights.slice(first, end)) <= tools.pageHeight * sharedPart;
    const group = sets.slice(first, end).flatMap((row, at) => {
      const index = first + at;
      const titled = titles[index - 1] === true;
      const before = index === 0 ? atTop : costOfBreak(index, { rows: sets.length, fits, titled });
      const edge = at === 0 ? before : together ? never : before + sharedCost;
      const within = costWithin(heights[index] as Points, tools.pageHeight - (repeat?.height ?? 0));
      const again = said(againAbove(parts, { first, index, whole: set }), { repeat, grid, space });
      return row.map((box, line) => ({
        ...box,
        row: index,
        breakBefore: line === 0 ? edge : Math.max(box.breakBefore, within),
        ...(again && { repeat: line === 0 ? again : { ...again, height: again.height + space / 2 } }),
        anchors: line === 0 ? [...(cells.body[index]?.anchors ?? []), ...box.anchors] : box.anchors,
      }));
    });
    const isDivided = (divided || hasBlocks) && end < sets.length;
    return isDivided ? closed(group, grid, { thickness: hairline, colour: colours.hinge }) : group;
  });
  return [...heading, ...framed(boxes, grid, heading.length === 0)];
}

interface Again {
  readonly repeat: FlowBox | undefined;
  readonly grid: Grid;
  readonly space: Points;
}

/** The head, and under it, beside the row that begins the page, the words of cells that it shares with rows above. */
function said(parts: readonly Part[], { repeat, grid, space }: Again): FlowBox | undefined {
  if (parts.length === 0) return repeat;
  const { placed } = asArtifact(merged(rowBoxes(parts, { grid, space, shiftOf: () => 0 })));
  const { height, ...band } = repeat ?? emptyBox;
  const below = placed.map((each) => ({ ...each, fragment: moved(each.fragment, 0, height) }));
  return { ...band, height, placed: [...band.placed, ...below] };
}

/** A page break between rows that share a cell: its words are said again. */
const sharedCost = 60;

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
