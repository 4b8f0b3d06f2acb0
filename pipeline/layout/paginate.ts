/** Filling pages with boxes: arithmetic alone. */
import type { Points } from './display.ts';
import { always, type FlowBox, type Note, never } from './flow.ts';

export interface PlacedBox {
  readonly box: FlowBox;
  /** From the top of the text. */
  readonly y: Points;
}

export interface PlannedPage {
  readonly boxes: readonly PlacedBox[];
  readonly notes: readonly PlacedBox[];
  /** Where the line above the notes stands. */
  readonly notesRule?: Points;
}

/** Above the notes: room, the hairline, room. */
const noteRoom = { aboveRule: 10, belowRule: 5, between: 2 } as const;

/**
 * Fills pages from the top, each ending where a break costs least: room left empty costs, and so does what the boxes
 * say of the breaks before them.
 *
 * @param height - Of the text of every page. No page is taller, save with a single box that is.
 */
export function paginate(boxes: readonly FlowBox[], height: Points): PlannedPage[] {
  const pages: PlannedPage[] = [];
  let from = 0;
  let rest: readonly NoteBox[] = [];
  while (from < boxes.length || rest.length > 0) {
    const end = endOfPage(boxes, { from, height, rest });
    const set = placeBoxes(boxes, { from, end });
    const called = boxes.slice(from, end).flatMap((box) => box.notes.flatMap((note) => startOfNote(note.boxes)));
    const notes = placeNotes([...rest, ...called], { room: height - set.height, mustPlace: end === from });
    pages.push({ boxes: set.placed, ...notes.page(height) });
    from = end;
    rest = notes.rest;
  }
  return pages;
}

/** A box of a note. */
interface NoteBox extends FlowBox {
  /** The note begins with it. */
  readonly starts?: boolean;
}

function startOfNote(boxes: readonly FlowBox[]): NoteBox[] {
  return boxes.map((box, index) => (index === 0 ? { ...box, above: noteRoom.between, starts: true } : box));
}

interface PageStart {
  readonly from: number;
  readonly height: Points;
  /** Lines of notes that the page before had no room for. */
  readonly rest: readonly FlowBox[];
}

/** Where a page that begins with box `from` ends: index of the first box of the next. */
function endOfPage(boxes: readonly FlowBox[], { from, height, rest }: PageStart): number {
  let y = topOf(boxes[from]);
  let notes = heightOfNotes(rest);
  let best = { end: -1, cost: never };
  let fitting = from;
  for (let at = from; at < boxes.length; at++) {
    const box = boxes[at] as FlowBox;
    if (at > from && box.breakBefore === always) return at;
    y = nextTop(box, { y, first: at === from }) + box.height;
    const called = box.notes.flatMap((note) => startOfNote(note.boxes));
    const before = notes;
    notes = called.length === 0 ? notes : sumOfNotes(notes, called);
    const whole = y + notes <= height + slack;
    // A note that is too long for the page may go on at the foot of the next.
    const part = whole || (called.length > 0 && y + sumOfNotes(before, firstPart(box.notes)) <= height + slack);
    if (!part) break;
    fitting = at + 1;
    const next = boxes[at + 1];
    if (!next) return fitting;
    const cost = breakCost(next, { empty: Math.max(0, height - y - notes) / height });
    if (cost <= best.cost && cost < never) best = { end: at + 1, cost };
    if (!whole) break;
  }
  if (best.end > from) return best.end;
  if (fitting > from) return fitting;
  // Not even one box fits: notes of the page before go first; a box taller than any page stands alone.
  return rest.length > 0 ? from : from + 1;
}

/** Sums of many heights differ in their last digits. */
const slack: Points = 0.001;

/** A page a third empty costs about as much as breaking a small table. */
function breakCost(next: FlowBox, { empty }: { empty: number }): number {
  if (next.breakBefore === always) return -1;
  return next.breakBefore + 1000 * empty ** 2;
}

/** As little as must stand on the page of the calls: every note but the last whole, and two lines of that. */
function firstPart(notes: readonly Note[]): readonly FlowBox[] {
  return notes.flatMap((note, index) => {
    const boxes = startOfNote(note.boxes);
    return index === notes.length - 1 ? boxes.slice(0, 2) : boxes;
  });
}

function topOf(first: FlowBox | undefined): Points {
  return first?.repeat?.height ?? 0;
}

/** Top of the next box, given where the one above it ends. */
function nextTop(box: FlowBox, { y, first }: { y: Points; first: boolean }): Points {
  const top = first ? y : y + box.above;
  return box.snap ? Math.ceil((top - slack) / box.snap) * box.snap : top;
}

function placeBoxes(
  boxes: readonly FlowBox[],
  { from, end }: { from: number; end: number },
): { placed: PlacedBox[]; height: Points } {
  const placed: PlacedBox[] = [];
  const first = boxes[from];
  let y = topOf(end > from ? first : undefined);
  if (end > from && first?.repeat) placed.push({ box: first.repeat, y: 0 });
  for (let at = from; at < end; at++) {
    const box = boxes[at] as FlowBox;
    const top = nextTop(box, { y, first: at === from });
    placed.push({ box, y: top });
    y = top + box.height;
  }
  return { placed, height: y };
}

function heightOfNotes(boxes: readonly FlowBox[]): Points {
  return boxes.length === 0 ? 0 : sumOfNotes(0, boxes);
}

function sumOfNotes(before: Points, boxes: readonly FlowBox[]): Points {
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
  while (count > 0 && boxes[count]?.breakBefore === never && !boxes[count]?.starts) count--;
  return count === 0 || boxes[count]?.starts ? fitting : count;
}

interface PlacedNotes {
  readonly rest: readonly NoteBox[];
  page(height: Points): Pick<PlannedPage, 'notes' | 'notesRule'>;
}

/** Notes from the foot upward: as many of their lines as there is room for, the rest for the next page. */
function placeNotes(boxes: readonly NoteBox[], options: { room: Points; mustPlace: boolean }): PlacedNotes {
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
