/** Filling pages with boxes: arithmetic alone. */
import type { Points } from './display.ts';
import { evened } from './feet.ts';
import { always, type FlowBox, never } from './flow.ts';
import { firstPart, heightOfNotes, type NoteBox, placeNotes, slack, startOfNote, sumOfNotes } from './pageNotes.ts';

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
}

/** What pages cost, in thousandths of an empty one; breaks add what the boxes say of them. */
const costs = {
  /** Times the square of the part that stays empty. */
  empty: 1000,
  page: 10,
  /** A last page with nothing on it; the less the nearer it is to the least part. */
  shortPage: 100,
  /** A figure that moves to the top of the next page. */
  deferred: 12,
  /** Where no break is allowed and one must be. */
  forbidden: 1e6,
} as const;

/** Of a last page, for its text to be more than a few lost lines: some ten lines, or seven rows under the head of a table. */
const leastPart = 0.25;
/** So many ends of each page are tried, and none that costs so much more than the cheapest. */
const tried = { ends: 6, spread: 150 } as const;

/** Where a page begins, however the pages before it were filled. */
interface Start {
  readonly from: number;
  /** First boxes of figures that did not fit on the page before. */
  readonly waiting: readonly number[];
  /** Lines of notes that the page before had no room for. */
  readonly rest: readonly NoteBox[];
}

/** The cheapest way to a start: what all pages before cost, and the last of them. */
interface Reached extends Start {
  readonly cost: number;
  readonly previous?: Reached;
  readonly page?: PageEnd;
}

/** One way to end a page. */
interface PageEnd {
  /** Boxes as they stand from the top; only the first `count` are on it, the others where it ends later. */
  readonly order: readonly number[];
  readonly count: number;
  readonly height: Points;
  /** It has notes. */
  readonly notes: boolean;
  /** First box of the next page. */
  readonly end: number;
  readonly waiting: readonly number[];
  readonly cost: number;
  /** Its last line need not stand at the foot. */
  readonly open: boolean;
}

/**
 * Fills pages so that all of them together cost least: room left empty costs, and so does what the boxes say of the
 * breaks before them. As lines are broken, so pages: every start of a page is reached in the cheapest way.
 *
 * @param height - Of the text of every page. No page is taller, save with a single box that is.
 */
export function paginate(boxes: readonly FlowBox[], height: Points): PlannedPage[] {
  const last = cheapest(boxes, height);
  const pages: PlannedPage[] = [];
  for (let reached = last; reached.previous && reached.page; reached = reached.previous) {
    pages.push(placePage(boxes, { page: reached.page, rest: reached.previous.rest, height }));
  }
  return pages.reverse();
}

/** Turned pages follow the page on which they are called. */
export function withTurned<Page extends PlannedPage>(
  pages: readonly Page[],
  { height, like }: { height: Points; like: (page: PlannedPage) => Page },
): Page[] {
  return pages.flatMap((page) => {
    const boxes = page.boxes.flatMap(({ box }) => box.turned ?? []);
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

/** The cheapest ends of a page, given its start. */
function endsOfPage(boxes: readonly FlowBox[], start: Start, height: Points): PageEnd[] {
  const ends: PageEnd[] = [];
  const page = new Filling(boxes, start, height);
  const opens = start.from === 0 || boxes[start.from]?.breakBefore === always;
  let fitting: PageEnd | undefined;
  for (;;) {
    const next = boxes[page.next];
    const forced = !next || (page.placed && next.breakBefore === always);
    if (page.placed) {
      const short = opens ? 0 : Math.max(0, 1 - page.y / height / leastPart);
      const empty = Math.max(0, height - page.y - page.notes) / height;
      const cost = forced ? costs.shortPage * short : costs.empty * empty ** 2 + Math.max(0, next.breakBefore);
      fitting = page.end(cost, forced);
      if (cost < never) ends.push(fitting);
    }
    if (forced || page.full || !page.add(next)) break;
  }
  if (ends.length > 0) return best(ends);
  if (fitting) return [{ ...fitting, cost: costs.forbidden }];
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

/** A page that is being filled from the top. */
class Filling {
  y: Points = 0;
  /** Height of the notes called so far, and of those from the page before. */
  notes: Points;
  next: number;
  /** The last note did not fit whole: nothing more may follow. */
  full = false;
  readonly #boxes: readonly FlowBox[];
  readonly #height: Points;
  readonly #order: number[] = [];
  readonly #waiting: number[];
  #deferred: number | undefined;

  constructor(boxes: readonly FlowBox[], { from, waiting, rest }: Start, height: Points) {
    this.#boxes = boxes;
    this.#height = height;
    this.next = from;
    this.notes = heightOfNotes(rest);
    this.#waiting = [...waiting];
    while (this.#waiting.length > 0) {
      const group = this.#waiting[0] as number;
      if (!this.#fits(group) && (this.placed || rest.length > 0)) break;
      this.#waiting.shift();
      for (const at of groupAt(boxes, group)) this.#put(at);
    }
  }

  get placed(): boolean {
    return this.#order.length > 0;
  }

  /** @returns false where the next box does not fit. */
  add(box: FlowBox): boolean {
    if (this.#deferred !== undefined && (box.float || box.repeat || box.heading || box.backdrops.length > 0))
      return false;
    if (box.float && this.placed && !this.#fits(this.next)) return this.#defer(box.float);
    const y = topOf(this.#boxes, { at: this.next, above: this.#order.at(-1), y: this.y }) + box.height;
    const called = box.notes.length === 0 ? [] : box.notes.flatMap((note) => startOfNote(note.boxes));
    const notes = called.length === 0 ? this.notes : sumOfNotes(this.notes, called);
    const whole = y + notes <= this.#height + slack;
    // A note that is too long for the page may go on at the foot of the next.
    if (!whole && called.length === 0) return false;
    if (!whole && y + sumOfNotes(this.notes, firstPart(box.notes)) > this.#height + slack) return false;
    this.#order.push(this.next++);
    this.y = y;
    this.notes = notes;
    this.full = !whole;
    return true;
  }

  force(): void {
    this.#put(this.next++);
  }

  end(cost: number, open: boolean): PageEnd {
    const waiting = this.#deferred === undefined ? this.#waiting : [...this.#waiting, this.#deferred];
    const more = this.#deferred === undefined ? costs.page : costs.page + costs.deferred;
    const { next: end, y: height } = this;
    const [order, notes] = [this.#order, this.notes > 0];
    return { order, count: order.length, height, notes, end, waiting, cost: cost + more, open };
  }

  /** The figure goes to the next page, and what follows fills this one. */
  #defer({ boxes }: { boxes: number }): boolean {
    const after = this.#boxes[this.next + boxes];
    if (this.#waiting.length > 0 || !after || after.breakBefore !== 0) return false;
    this.#deferred = this.next;
    this.next += boxes;
    if (this.add(after)) return true;
    this.next -= boxes;
    this.#deferred = undefined;
    return false;
  }

  #fits(group: number): boolean {
    let { y } = this;
    let above = this.#order.at(-1);
    for (const at of groupAt(this.#boxes, group)) {
      y = topOf(this.#boxes, { at, above, y }) + (this.#boxes[at] as FlowBox).height;
      above = at;
    }
    return y + this.notes <= this.#height + slack;
  }

  #put(at: number): void {
    const box = this.#boxes[at] as FlowBox;
    this.y = topOf(this.#boxes, { at, above: this.#order.at(-1), y: this.y }) + box.height;
    for (const note of box.notes) this.notes = sumOfNotes(this.notes, startOfNote(note.boxes));
    this.#order.push(at);
  }
}

function groupAt(boxes: readonly FlowBox[], first: number): number[] {
  return Array.from({ length: boxes[first]?.float?.boxes ?? 1 }, (_, index) => first + index);
}

/**
 * Top of a box on its page.
 *
 * @param place - `above`: the box that stands above it on the page, if any; `y`: where that ends.
 */
function topOf(
  boxes: readonly FlowBox[],
  { at, above, y }: { at: number; above: number | undefined; y: Points },
): Points {
  const box = boxes[at] as FlowBox;
  if (above === undefined) return snapped(box.repeat?.height ?? 0, box.snap);
  if (above === at - 1 || box.float) return snapped(y + box.above, box.snap);
  const float = boxes.slice(0, above + 1).findLast((each) => each.float)?.float;
  const gap = boxes[above + 1]?.above ?? 0;
  // Where a figure was taken from between the two, half its space goes with it; where it stands above, all is there.
  if (above < at) return snapped(y + (box.above > gap ? box.above : box.above / 2), box.snap);
  return snapped(y + Math.max(box.above, float?.after ?? 0), box.snap ?? float?.grid);
}

function snapped(top: Points, grid: Points | undefined): Points {
  return grid ? Math.ceil((top - slack) / grid) * grid : top;
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
