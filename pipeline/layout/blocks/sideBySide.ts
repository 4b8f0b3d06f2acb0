/** Blocks that stand beside each other in the cells of a row → one list of boxes, each of which a page can end with. */
import type { BoxFragment, Points } from '../display.ts';
import { type Backdrop, emptyBox, type FlowBox, moved, never, type Placed } from '../flow.ts';

/** What stands in one cell, from the top of the row. */
export interface CellColumn {
  readonly boxes: readonly FlowBox[];
  /** From the left of the table’s place to where its boxes count from. */
  readonly dx: Points;
}

/** A box of a cell, and where it stands in its row. */
interface Standing {
  readonly box: FlowBox;
  readonly dx: Points;
  readonly top: Points;
  readonly bottom: Points;
  /** Its cell’s first. */
  readonly first: boolean;
  /** Where the box above it ends. */
  readonly from: Points;
}

const slack: Points = 0.01;
/** As much as lines of two cells may overlap where a page ends between them, in multiples of their leading. */
const mostOverlap = 1.5;
/** A page had better end where lines of all cells do. */
const overlapCost = 20;

/**
 * Each box takes what ends at one height, and begins where the highest of what is left begins: beside the box before it,
 * its space above is negative. Like all such space, it is left out at the top of a page.
 */
export function sideBySide(columns: readonly CellColumn[], leading: Points): FlowBox[] {
  const all = columns.flatMap(standing);
  const ends = [...new Set(all.map(({ bottom }) => Math.round(bottom / slack) * slack))].sort((a, b) => a - b);
  return ends.map((end, index): FlowBox => {
    const from = index === 0 ? 0 : (ends[index - 1] as Points);
    const ending = all.filter(({ bottom }) => bottom <= end + slack / 2 && (index === 0 || bottom > from + slack / 2));
    const top = Math.min(
      ...all.filter((each) => each.bottom > from + slack / 2 || index === 0).map((each) => each.top),
    );
    const breakBefore = index === 0 ? 0 : costAt(from, all, leading);
    return { ...together(ending, top), above: top - from, height: end - top, breakBefore };
  });
}

function standing({ boxes, dx }: CellColumn): Standing[] {
  let y = 0;
  return boxes.map((box, index) => {
    const from = y;
    const top = from + box.above;
    y = top + box.height;
    return { box, dx, top, bottom: y, first: index === 0, from };
  });
}

/** What a page break costs there: what the next box of any cell says of it, and more where these overlap it. */
function costAt(y: Points, all: readonly Standing[], leading: Points): number {
  const next = all.filter(({ bottom, from }) => bottom > y + slack / 2 && from <= y + slack / 2);
  const overlap = Math.max(0, ...next.map(({ top }) => y - top));
  if (overlap > mostOverlap * leading || next.some(({ first }) => first)) return never;
  const said = Math.max(0, ...next.map(({ box }) => box.breakBefore));
  return overlap > slack ? said + overlapCost : said;
}

function together(ending: readonly Standing[], top: Points): FlowBox {
  const placed: Placed[] = [];
  const links: FlowBox['links'][number][] = [];
  for (const each of ending) {
    const { box, dx } = each;
    const dy = each.top - top;
    for (const backdrop of box.backdrops) placed.push({ fragment: shade(backdrop, each, top) });
    for (const one of box.placed) placed.push({ ...one, fragment: moved(one.fragment, dx, dy) });
    for (const link of box.links) links.push({ ...link, x: link.x + dx, y: link.y + dy });
  }
  const anchors = ending.flatMap(({ box }) => box.anchors);
  const begins = ending.find(({ box }) => box.begins)?.box.begins;
  const notes = ending.flatMap(({ box }) => box.notes);
  return { ...emptyBox, placed, links, anchors, notes, ...(begins && { begins }) };
}

function shade({ artifact, fill, x, width }: Backdrop, { dx, top, bottom }: Standing, from: Points): BoxFragment {
  return { kind: 'box', owner: artifact, x: x + dx, y: top - from, width, height: bottom - top, fill };
}
