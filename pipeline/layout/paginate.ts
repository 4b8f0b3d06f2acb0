/** Filling pages with boxes: arithmetic alone. */
import type { Place, Points } from './display.ts';
import { evened } from './feet.ts';
import { costs, Filling, type PageEnd, type Start, topOf } from './filling.ts';
import { always, type FlowBox, never } from './flow.ts';
import { type NoteBox, placeNotes, startOfNote } from './pageNotes.ts';

export interface PlacedBox {
  readonly box: FlowBox;
  /** From the top of the text. */
  readonly y: Points;
  /** From the left of the text to where the box counts from; 0 unless told. */
  readonly dx?: Points;
}

export interface PlannedPage {
  readonly boxes: readonly PlacedBox[];
  readonly notes: readonly PlacedBox[];
  /** Where the line above the notes stands. */
  readonly notesRule?: Points;
  /** Its longer side is at the top. */
  readonly turned?: boolean;
  /** Where its text begins, figures that were moved here from the page before left aside. */
  readonly begins?: Place;
}

/** Of a last page, for its text to be more than a few lost lines: some ten lines, or seven rows under the head of a table. */
const leastPart = 0.25;
/** So many ends of each page are tried, none that costs so much more than the cheapest; and first only those under `poor`. */
const tried = { ends: 6, spread: 150, poor: 200 } as const;

/** The cheapest way to a start: what all pages before cost, and the last of them. */
interface Reached extends Start {
  readonly cost: number;
  readonly previous?: Reached;
  readonly page?: PageEnd;
}

/**
 * Fills pages so that all of them together cost least: room left empty costs, and so does what the boxes say of the
 * breaks before them. As lines are broken, so pages: every start of a page is reached in the cheapest way.
 *
 * @param height - Of the text of every page. No page is taller, save with a single box that is.
 */
export function paginate(boxes: readonly FlowBox[], height: Points): PlannedPage[] {
  const chosen: ChosenPage[] = [];
  for (let reached = cheapest(boxes, height); reached.previous && reached.page; reached = reached.previous) {
    chosen.unshift({ page: reached.page, rest: reached.previous.rest, height });
  }
  const beginnings = beginningsOf(boxes, chosen);
  return chosen.map((each, index) => {
    const begins = boxes[beginnings[index] ?? -1]?.begins;
    return { ...placePage(boxes, each), ...(begins && { begins }) };
  });
}

/**
 * The box with which each page begins: in the order of the text, one after the other. A figure that comes later than
 * its place in the text begins a page only where nothing else does.
 */
function beginningsOf(boxes: readonly FlowBox[], pages: readonly ChosenPage[]): (number | undefined)[] {
  let [reached, begun] = [-1, -1];
  return pages.map(({ page: { order, count } }) => {
    const placed = order.slice(0, count);
    const firstAfter = (last: number): number | undefined =>
      placed.filter((at) => at > last && boxes[at]?.begins).sort((a, b) => a - b)[0];
    const begins = firstAfter(reached) ?? firstAfter(begun);
    reached = Math.max(reached, ...placed);
    begun = begins ?? begun;
    return begins;
  });
}

/** Turned pages follow the page on which they are called. */
export function withTurned<Page extends PlannedPage>(
  pages: readonly Page[],
  { height, like }: { height: Points; like: (page: PlannedPage) => Page },
): Page[] {
  return pages.flatMap((page) => {
    const called = page.boxes.filter(({ box }) => box.turned).sort((one, other) => one.y - other.y);
    const boxes = called.flatMap(({ box }) => box.turned ?? []);
    return [page, ...paginate(boxes, height).map((turned) => like({ ...turned, turned: true }))];
  });
}

function cheapest(boxes: readonly FlowBox[], height: Points): Reached {
  const first: Reached = { from: 0, waiting: [], rest: [], cost: 0 };
  const starts: (Map<string, Reached> | undefined)[] = [new Map([['', first]])];
  for (let from = 0; from <= boxes.length; from++) {
    // A page of notes or figures alone leads to the same box again: the map grows while it is read.
    for (const reached of starts[from]?.values() ?? []) {
      if (from === boxes.length && reached.waiting.length === 0 && reached.rest.length === 0) return reached;
      for (const page of endsOfPage(boxes, reached, height)) {
        const rest = restOfNotes(boxes, { page, rest: reached.rest, height });
        const next: Reached = {
          from: page.end,
          waiting: page.waiting,
          rest,
          cost: reached.cost + page.cost,
          previous: reached,
          page,
        };
        const known = starts[page.end] ?? new Map<string, Reached>();
        starts[page.end] = known;
        const key = rest.length === 0 && page.waiting.length === 0 ? '' : `${page.waiting.join()} ${rest.length}`;
        const rival = known.get(key);
        if (!rival || next.cost < rival.cost) known.set(key, next);
      }
    }
    starts[from] = undefined;
  }
  throw new Error('Pages without an end');
}

/** The cheapest ends of a page, given its start. As a rule those that leave almost half of it empty need not be kept. */
function endsOfPage(boxes: readonly FlowBox[], start: Start, height: Points): PageEnd[] {
  const ends = endsUnder(tried.poor, { boxes, start, height });
  const isSure = ends.some(({ cost }) => cost + tried.spread <= tried.poor);
  return isSure ? ends : endsUnder(never, { boxes, start, height });
}

interface PageToFill {
  readonly boxes: readonly FlowBox[];
  readonly start: Start;
  readonly height: Points;
}

/** Those that cost less than so much. */
function endsUnder(most: number, { boxes, start, height }: PageToFill): PageEnd[] {
  const ends: PageEnd[] = [];
  const page = new Filling(boxes, start, height);
  const opens = start.from === 0 || boxes[start.from]?.breakBefore === always;
  let open: boolean | undefined; // of the last end that fits
  for (;;) {
    const next = boxes[page.next];
    const forced = !next || (page.placed && next.breakBefore === always);
    if (page.placed) {
      const short = opens ? 0 : Math.max(0, 1 - page.y / height / leastPart);
      const empty = Math.max(0, height - page.y - page.notes) / height;
      const section = next?.heading ? costs.section : 0;
      const cost = forced
        ? costs.shortPage * short
        : costs.empty * empty ** 2 + Math.max(0, next.breakBefore) - section;
      open = forced;
      if (cost < most) ends.push(page.end(cost, forced));
    }
    const isEnd = forced || (page.full && next.breakBefore < never);
    if (isEnd || !page.add(next)) break;
  }
  if (ends.length > 0) return best(ends);
  if (open !== undefined) return [{ ...page.end(0, open), cost: costs.forbidden }];
  // Not even one box fits: notes of the page before go first; a box taller than any page stands alone.
  if (start.rest.length === 0 && boxes[start.from]) page.force();
  return [page.end(costs.forbidden, true)];
}

/** The cheapest; of equals the one with most on the page. */
function best(ends: readonly PageEnd[]): PageEnd[] {
  const sorted = ends.toReversed().sort((a, b) => a.cost - b.cost);
  const most = (sorted[0] as PageEnd).cost + tried.spread;
  return sorted.filter(({ cost }) => cost <= most).slice(0, tried.ends);
}

interface ChosenPage {
  readonly page: PageEnd;
  readonly rest: readonly NoteBox[];
  readonly height: Points;
}

function notesOf(boxes: readonly FlowBox[], { page, rest, height }: ChosenPage) {
  const called = page.order.slice(0, page.count).flatMap((at) => {
    const { notes } = boxes[at] as FlowBox;
    return notes.length === 0 ? [] : notes.flatMap((note) => startOfNote(note.boxes));
  });
  if (called.length === 0 && rest.length === 0) return undefined;
  return placeNotes([...rest, ...called], { room: height - page.height, mustPlace: page.count === 0 });
}

function restOfNotes(boxes: readonly FlowBox[], chosen: ChosenPage): readonly NoteBox[] {
  if (!chosen.page.notes) return [];
  return notesOf(boxes, chosen)?.rest ?? [];
}

function placePage(boxes: readonly FlowBox[], chosen: ChosenPage): PlannedPage {
  const { page, height } = chosen;
  const placed: PlacedBox[] = [];
  const first = boxes[page.count > 0 ? (page.order[0] as number) : -1];
  if (first?.repeat) placed.push({ box: first.repeat, y: 0 });
  let y = 0;
  for (const [index, at] of page.order.slice(0, page.count).entries()) {
    const box = boxes[at] as FlowBox;
    const top = topOf(boxes, { at, above: page.order[index - 1], y });
    placed.push({ box, y: top });
    y = top + box.height;
  }
  const notes = notesOf(boxes, chosen)?.page(height) ?? { notes: [] };
  return { boxes: page.open || notes.notes.length > 0 ? placed : evened(placed, height - y), ...notes };
}
