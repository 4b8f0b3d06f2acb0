/** One language on left-hand pages, the other on right-hand ones. */
import type { Points } from '../display.ts';
import { type PlannedPage, paginate } from '../paginate.ts';
import { blankPage, type ParallelPage } from './place.ts';

/**
 * Each page of two columns as two pages that face one another. Tables that want a turned page come after them, again
 * two by two.
 *
 * @param height - Of the text of a turned page.
 */
export function facingPages(pages: readonly ParallelPage[], height: Points): ParallelPage[] {
  return pages.flatMap((page) => {
    const sides = [columnOf(page, 0), columnOf(page, 1)];
    const turned = sides.map(({ boxes }) => turnedPages(boxes, height));
    const count = Math.max(...turned.map(({ length }) => length));
    const after = Array.from({ length: count }, (_, at) => turned.map((own) => own[at] ?? blankPage));
    return [...sides, ...after.flat()];
  });
}

function columnOf({ columns, noteRules, end, begins }: ParallelPage, column: 0 | 1): ParallelPage {
  const [boxes, notes] = columns?.[column] ?? [[], []];
  return {
    boxes,
    notes,
    noteRules: noteRules.filter((rule) => rule.column === column),
    across: [],
    end,
    ...(begins && column === 0 && { begins }),
  };
}

function turnedPages(boxes: PlannedPage['boxes'], height: Points): ParallelPage[] {
  const own = boxes.flatMap(({ box }) => box.turned ?? []);
  return own.length === 0 ? [] : paginate(own, height).map((page) => ({ ...blankPage, ...page, turned: true }));
}
