/** Filling pages with rows that stand in two columns: arithmetic alone. */
import type { Points } from '../display.ts';
import { always, never } from '../flow.ts';
import { heightOfNotes } from '../pageNotes.ts';
import type { ParallelRow } from './flow.ts';
import { type Columns, nextTop, type ParallelPage, type Part, placeParts, type Start } from './place.ts';
import { breakCost, callsTurned, notesAfter, type Walk, walk } from './walk.ts';

/**
 * Fills pages with rows. Both halves of a row begin on one page, each breaks where its own lines allow, and all that
 * have a rest go on at the top of the next page; the next row begins below the lower end. Each page ends where that
 * costs least, as with single boxes.
 */
export function paginateRows(rows: readonly ParallelRow[], columns: Columns): ParallelPage[] {
  const pages = fill(rows, { row: 0, at: [], rest: [[], []] }, columns);
  return evenedEnd(rows, pages, columns).map(({ made }) => made);
}

interface Filled {
  readonly start: Start;
  readonly made: ParallelPage;
}

/** @param ofFirst - Height to which the first page is filled; that of every page unless told. */
function fill(rows: readonly ParallelRow[], from: Start, columns: Columns, ofFirst = columns.height): Filled[] {
  const pages: Filled[] = [];
  let start = from;
  while (start.row < rows.length || start.rest.some((notes) => notes.length > 0)) {
    const parts = partsOfPage(rows, start, { ...columns, height: pages.length === 0 ? ofFirst : columns.height });
    const page = placeParts(parts, start, columns);
    pages.push({ start, made: page.made });
    start = { ...next(rows, start, parts), rest: page.rest };
  }
  return pages;
}

/** Of a last page, for its text to be more than a few lost lines. */
const leastLast = 0.2;

/** What a last page lacks comes from the page before. */
function evenedEnd(rows: readonly ParallelRow[], pages: readonly Filled[], columns: Columns): readonly Filled[] {
  const [before, last] = pages.slice(-2);
  const { height } = columns;
  if (!before || !last || last.made.end >= height * leastLast) return pages;
  if (last.start.at.length === 0 && rows[last.start.row]?.breakBefore === always) return pages;
  const shorter = fill(rows, before.start, columns, height * (1 - leastLast) + last.made.end);
  const better = shorter.length === 2 && (shorter[1] as Filled).made.end > last.made.end;
  return better ? [...pages.slice(0, -2), ...shorter] : pages;
}

function next(rows: readonly ParallelRow[], start: Start, parts: readonly Part[]): Pick<Start, 'row' | 'at'> {
  const last = parts.at(-1);
  if (!last) return start;
  const row = start.row + parts.length - 1;
  const ended = last.row.tracks.every(({ boxes }, index) => last.to[index] === boxes.length);
  return ended || row >= rows.length ? { row: row + 1, at: [] } : { row, at: last.to };
}

/** Some of the ways in which a page may end. */
interface Ending {
  readonly parts: readonly Part[];
  readonly cost: number;
}

function partsOfPage(rows: readonly ParallelRow[], start: Start, { height }: Columns): readonly Part[] {
  const parts: Part[] = [];
  let best: Ending = { parts: [], cost: never };
  let y: Points = 0;
  let turned = false;
  let notes: readonly [Points, Points] = [heightOfNotes(start.rest[0]), heightOfNotes(start.rest[1])];
  for (let at = start.row; at < rows.length; at++) {
    const row = rows[at] as ParallelRow;
    const first = at === start.row;
    if (!first && row.breakBefore === always) return parts;
    const top = first ? 0 : topOfRow(row, y);
    const from = row.tracks.map((_, index) => (first ? (start.at[index] ?? 0) : 0));
    const walks = row.tracks.map((track, index) =>
      walk(track, { from: from[index] as number, top, first, notes, height, turned }),
    );
    const part: Part = { row, top, from, to: walks.map(({ to }) => to) };
    if (!walks.every(({ whole }) => whole)) {
      const split = { parts: [...parts, part], cost: costOfSplit(walks, part, height) };
      if (split.cost < never && split.cost <= best.cost) return split.parts;
      if (best.cost < never) return best.parts;
      return parts.length > 0 ? parts : forced(part, { start, walks });
    }
    parts.push(part);
    turned ||= callsTurnedPages(part);
    y = Math.max(y, ...walks.map(({ bottom }) => bottom));
    notes = notesAfter(notes, walks);
    const following = rows[at + 1];
    if (!following) return parts;
    const cost = breakCost(following.breakBefore, (height - y - Math.max(...notes)) / height);
    if (cost < never && cost <= best.cost) best = { parts: [...parts], cost };
    if (walks.some(({ full }) => full)) return best.cost < never ? best.parts : parts;
  }
  return parts;
}

function callsTurnedPages({ row, from, to }: Part): boolean {
  return row.tracks.some(({ boxes }, index) => callsTurned(boxes, from[index] as number, to[index] as number));
}

function topOfRow(row: ParallelRow, y: Points): Points {
  const tops = row.tracks.flatMap(({ boxes }) => {
    const [box] = boxes;
    return box ? [nextTop({ ...box, above: row.above }, { y, first: false })] : [];
  });
  return Math.max(y, ...tops);
}

/** Every half that has begun or can begin here breaks as it may; one that cannot begin keeps the other from it. */
function costOfSplit(walks: readonly Walk[], { from }: Part, height: Points): number {
  if (walks.some(({ to, whole }, index) => !whole && to === 0 && from[index] === 0)) return never;
  if (!walks.some(({ to }, index) => to > (from[index] as number))) return never;
  const costs = walks.map(({ cost, whole }) => (whole ? 0 : cost));
  const fullest = Math.max(...walks.map(({ bottom, notes }) => bottom + notes));
  return breakCost(Math.max(...costs), (height - fullest) / height);
}

/**
 * For a page on which not even one row can begin, or go on, as it may: notes of the page before go first; else one box
 * of each track stands there, whatever its height.
 */
function forced(part: Part, { start, walks }: { start: Start; walks: readonly Walk[] }): readonly Part[] {
  if (start.rest.some((notes) => notes.length > 0)) return [];
  const to = part.row.tracks.map(({ boxes }, index) => {
    const from = part.from[index] as number;
    const fitting = (walks[index] as Walk).to;
    return fitting > from ? fitting : Math.min(from + 1, boxes.length);
  });
  return [{ ...part, to }];
}
