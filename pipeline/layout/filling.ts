/** One page as it is filled: which boxes it takes, how high they stand, and what it leaves to the next. */
import type { Points } from './display.ts';
import { type FlowBox, never } from './flow.ts';
import { firstPart, heightOfNotes, type NoteBox, slack, startOfNote, sumOfNotes } from './pageNotes.ts';

/** What pages cost, in thousandths of an empty one; breaks add what the boxes say of them. */
export const costs = {
  /** Times the square of the part that stays empty. */
  empty: 1000,
  page: 10,
  /** A last page with nothing on it; the less the nearer it is to the least part. */
  shortPage: 100,
  /** A figure that moves to the top of the next page. */
  deferred: 12,
  /** What a page that ends with a section saves. */
  section: 15,
  /** Where no break is allowed and one must be. */
  forbidden: 1e6,
} as const;

/** Where a page begins, however the pages before it were filled. */
export interface Start {
  readonly from: number;
  /** First boxes of figures that did not fit on the page before. */
  readonly waiting: readonly number[];
  /** Lines of notes that the page before had no room for. */
  readonly rest: readonly NoteBox[];
}

/** One way to end a page. */
export interface PageEnd {
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

/** A page that is being filled from the top. */
export class Filling {
  y: Points = 0;
  /** Height of the notes called so far, and of those from the page before. */
  notes: Points;
  next: number;
  /** The last note does not fit whole: nothing more may follow than what must stand with the line that calls it. */
  full = false;
  /** Height of the notes, the last of them divided where it first may be. */
  #leastNotes: Points;
  readonly #boxes: readonly FlowBox[];
  readonly #height: Points;
  readonly #order: number[] = [];
  readonly #waiting: number[];
  #deferred: number | undefined;
  /** Turned pages follow this one. */
  #turned = false;

  constructor(boxes: readonly FlowBox[], { from, waiting, rest }: Start, height: Points) {
    this.#boxes = boxes;
    this.#height = height;
    this.next = from;
    this.notes = heightOfNotes(rest);
    this.#leastNotes = this.notes;
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
    if (box.opensTable && this.#turned) return false;
    if (box.float && this.placed && !this.#fits(this.next)) return this.#defer(box.float);
    const y = topOf(this.#boxes, { at: this.next, above: this.#order.at(-1), y: this.y }) + box.height;
    const called = box.notes.length === 0 ? [] : box.notes.flatMap((note) => startOfNote(note.boxes));
    const notes = called.length === 0 ? this.notes : sumOfNotes(this.notes, called);
    const least = called.length === 0 ? this.#leastNotes : sumOfNotes(this.notes, firstPart(box.notes));
    const whole = y + notes <= this.#height + slack;
    // A note that is too long for the page may go on at the foot of the next.
    if (!whole && (called.length === 0 ? box.breakBefore < never : this.full)) return false;
    if (!whole && y + least > this.#height + slack) return false;
    this.#order.push(this.next++);
    this.#turned ||= box.turned !== undefined;
    this.y = y;
    this.notes = notes;
    this.#leastNotes = least;
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
    this.#leastNotes = this.notes;
    this.#order.push(at);
    this.#turned ||= box.turned !== undefined;
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
export function topOf(
  boxes: readonly FlowBox[],
  { at, above, y }: { at: number; above: number | undefined; y: Points },
): Points {
  const box = boxes[at] as FlowBox;
  if (above === undefined) return snapped(box.repeat?.height ?? 0, box.snap);
  if (above === at - 1 || box.float) return snapped(y + box.above, box.snap);
  const figure = floatAt(boxes, above);
  if (figure) return snapped(y + Math.max(box.above, figure.after), box.snap ?? figure.grid);
  const gap = boxes[above + 1]?.above ?? 0;
  // Where a figure was taken from between the two, half its space goes with it.
  return snapped(y + (box.above > gap ? box.above : box.above / 2), box.snap);
}

/** The figure that a box is part of. */
function floatAt(boxes: readonly FlowBox[], at: number): FlowBox['float'] {
  for (let first = at; first >= 0; first--) {
    const { float } = boxes[first] as FlowBox;
    if (float) return first + float.boxes > at ? float : undefined;
  }
  return undefined;
}

function snapped(top: Points, grid: Points | undefined): Points {
  return grid ? Math.ceil((top - slack) / grid) * grid : top;
}
