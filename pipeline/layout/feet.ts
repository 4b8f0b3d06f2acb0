/** Where pages end: all at one height, if they can. */
import type { Points } from './display.ts';
import { slack } from './pageNotes.ts';
import type { PlacedBox } from './paginate.ts';

/** So many steps of the grid at most are made good at the foot of a page. */
const mostSteps = 3;

/**
 * Lets pages end at one height: what is left at the foot, if it is little, goes above headings, figures and tables, a
 * step of the grid to each, from the foot upward.
 */
export function evened(placed: readonly PlacedBox[], left: Points): readonly PlacedBox[] {
  const grid = placed.find(({ box }) => box.snap)?.box.snap;
  const steps = grid ? Math.floor((left + slack) / grid) : 0;
  if (!grid || steps < 1 || steps > mostSteps) return placed;
  const giving = placed.map(({ box }, index) => index > 0 && box.above > 1.5 * grid);
  const count = Math.min(steps, giving.filter(Boolean).length);
  let open = giving.filter(Boolean).length - count;
  let moved = 0;
  return placed.map((each, index) => {
    if (giving[index]) {
      if (open > 0) open--;
      else moved += grid;
    }
    return moved === 0 ? each : { ...each, y: each.y + moved };
  });
}
