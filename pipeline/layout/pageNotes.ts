/** Footnotes at the foot of pages: how much room they take, and what goes on overleaf. */
import type { Points } from './display.ts';
import { type FlowBox, type Note, never } from './flow.ts';
import type { PlannedPage } from './paginate.ts';

/** Above the notes: room, the hairline, room. */
const noteRoom = { aboveRule: 10, belowRule: 5, between: 2 } as const;

/** Sums of many heights differ in their last digits. */
export const slack: Points = 0.001;

/** A box of a note. */
export interface NoteBox extends FlowBox {
  /** The note begins with it. */
  readonly starts?: boolean;
}

export function startOfNote(boxes: readonly FlowBox[]): NoteBox[] {
  return boxes.map((box, index) => (index === 0 ? { ...box, above: noteRoom.between, starts: true } : box));
}

/** As little as must stand on the page of the calls: every note but the last whole, and of that what may be divided off. */
export function firstPart(notes: readonly Note[]): readonly FlowBox[] {
  return notes.flatMap((note, index) => {
    const boxes = startOfNote(note.boxes);
    return index === notes.length - 1 ? boxes.slice(0, leastOf(boxes)) : boxes;
  });
}

/** A note of no more lines than these stays whole where it may not be divided. */
const wholeLines = 5;

/** Lines before the first place where a note may be divided; of a long one that has none, two. */
function leastOf(boxes: readonly NoteBox[]): number {
  const at = boxes.findIndex((_, index) => index > 0 && maySplit(boxes, index));
  if (at > 0) return at;
  return boxes.length <= wholeLines ? boxes.length : 2;
}

/** Whether lines overleaf may begin with this one: with a note, or with two lines of one that leaves two behind. */
function maySplit(boxes: readonly NoteBox[], at: number): boolean {
  const [box, next] = [boxes[at], boxes[at + 1]];
  if (!box || box.starts) return true;
  return box.breakBefore < never && !boxes[at - 1]?.starts && next !== undefined && !next.starts;
}

export function heightOfNotes(boxes: readonly FlowBox[]): Points {
  return boxes.length === 0 ? 0 : sumOfNotes(0, boxes);
}

export function sumOfNotes(before: Points, boxes: readonly FlowBox[]): Points {
  let height = before > 0 ? before : noteRoom.aboveRule + noteRoom.belowRule;
  for (const box of boxes) height += box.above + box.height;
  return height;
}

/** How many boxes fit; a note that goes on overleaf has two lines on each page where it can. */
function countOfNotes(boxes: readonly NoteBox[], { room, mustPlace }: { room: Points; mustPlace: boolean }): number {
  let used = noteRoom.aboveRule + noteRoom.belowRule;
  let fitting = 0;
  for (const box of boxes) {
    if (used + box.above + box.height > room + slack && !(mustPlace && fitting === 0)) break;
    used += box.above + box.height;
    fitting++;
  }
  let count = fitting;
  while (count > 0 && !maySplit(boxes, count)) count--;
  return count === 0 || boxes[count]?.starts ? fitting : count;
}

interface PlacedNotes {
  readonly rest: readonly NoteBox[];
  page(height: Points): Pick<PlannedPage, 'notes' | 'notesRule'>;
}

/** Notes from the foot upward: as many of their lines as there is room for, the rest for the next page. */
export function placeNotes(boxes: readonly NoteBox[], options: { room: Points; mustPlace: boolean }): PlacedNotes {
  const count = countOfNotes(boxes, options);
  const used = heightOfNotes(boxes.slice(0, count));
  const rest = boxes.slice(count);
  return {
    rest,
    page(height) {
      if (count === 0) return { notes: [] };
      let y = Math.max(0, height - used) + noteRoom.aboveRule + noteRoom.belowRule;
      const notes = boxes.slice(0, count).map((box) => {
        const top = y + box.above;
        y = top + box.height;
        return { box, y: top };
      });
      return { notes, notesRule: Math.max(0, height - used) + noteRoom.aboveRule };
    },
  };
}
