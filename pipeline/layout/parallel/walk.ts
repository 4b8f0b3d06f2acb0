/** How far one column of a row goes on a page. */
import type { Points } from '../display.ts';
import { always, type FlowBox, type Note, never } from '../flow.ts';
import { firstPart, slack, startOfNote, sumOfNotes } from '../pageNotes.ts';
import type { Column, Track } from './flow.ts';
import { nextTop, topOf } from './place.ts';

/** How far a track goes on a page. */
export interface Walk {
  /** The box after its last. */
  readonly to: number;
  readonly bottom: Points;
  /** Height of the notes of its column, those that it calls included. */
  readonly notes: Points;
  /** Of both columns: what stands across both may call notes of either. */
  readonly both: readonly [Points, Points];
  readonly cost: number;
  /** Nothing of it is left for the next page. */
  readonly whole: boolean;
  /** Its notes take the rest of the page. */
  readonly full: boolean;
}

/** A page a third empty costs about as much as breaking a small table. */
export function breakCost(ofRow: number, empty: number): number {
  return ofRow === always ? -1 : ofRow + 1000 * Math.max(0, empty) ** 2;
}

interface WalkFrom {
  readonly from: number;
  readonly top: Points;
  readonly first: boolean;
  readonly notes: readonly [Points, Points];
  readonly height: Points;
  /** Turned pages follow this one, called by what stands above. */
  readonly turned: boolean;
}

/** Goes down a track as far as the page has room, to where it breaks best. */
export function walk({ boxes, column, across }: Track, { from, top, first, notes, height, turned }: WalkFrom): Walk {
  let y = top + (first ? topOf(boxes[from]) : 0);
  let sums = notes;
  let least = sums; // with the last note divided where it first may be
  const start = { to: from, bottom: top, notes: sums[column], both: sums, full: false };
  let best: Walk = { ...start, cost: never, whole: from >= boxes.length };
  let fitting = best;
  for (let at = from; at < boxes.length; at++) {
    const box = boxes[at] as FlowBox;
    if (at > from && box.breakBefore === always) return { ...fitting, cost: -1 };
    if (box.opensTable && (turned || callsTurned(boxes, from, at))) break;
    y = nextTop(box, { y, first: at === from }) + box.height;
    const before = sums;
    sums = withNotes(before, box, { column, of: (called) => called.flatMap((note) => startOfNote(note.boxes)) });
    const fits = (both: typeof sums) => y + (across ? Math.max(...both) : both[column]) <= height + slack;
    const calls = box.notes.length > 0;
    if (calls) least = withNotes(before, box, { column, of: firstPart });
    const full = !fits(sums);
    // A note that is too long for the page may go on at the foot of the next, below what must stand with its call.
    if (full && (calls ? fitting.full : box.breakBefore < never)) break;
    if (full && !fits(least)) break;
    const following = boxes[at + 1];
    const own = sums[column];
    const cost = following ? breakCost(following.breakBefore, (height - y - own) / height) : 0;
    fitting = { to: at + 1, bottom: y, notes: own, both: sums, cost, whole: !following, full };
    if (!following || (cost < never && cost <= best.cost)) best = fitting;
    if (full && (following?.breakBefore ?? 0) < never) break;
  }
  if (best.cost < never) return best;
  // Nowhere to break as it may: only what begins a page is cut there.
  return first && fitting.to > from
    ? { ...fitting, cost: cutAnywhere }
    : { ...best, to: from, whole: from >= boxes.length };
}

/** Whether any of these boxes is followed by turned pages. */
export function callsTurned(boxes: readonly FlowBox[], from: number, to: number): boolean {
  return boxes.slice(from, to).some((box) => box.turned);
}

interface NotesOf {
  /** Where notes stand that name no column. */
  readonly column: Column;
  readonly of: (called: readonly Note[]) => readonly FlowBox[];
}

/** Heights of the notes of both columns, those that a box calls included. */
function withNotes(
  sums: readonly [Points, Points],
  { notes }: FlowBox,
  { column, of }: NotesOf,
): readonly [Points, Points] {
  if (notes.length === 0) return sums;
  const sumOf = (side: Column): Points => {
    const boxes = of(notes.filter((note) => (note.column ?? column) === side));
    return boxes.length === 0 ? sums[side] : sumOfNotes(sums[side], boxes);
  };
  return [sumOf(0), sumOf(1)];
}

/** More than any page that stays empty. */
const cutAnywhere = 1e6;

export function notesAfter(notes: readonly [Points, Points], walks: readonly Walk[]): readonly [Points, Points] {
  const of = (column: Column): Points => Math.max(notes[column], ...walks.map(({ both }) => both[column]));
  return [of(0), of(1)];
}
