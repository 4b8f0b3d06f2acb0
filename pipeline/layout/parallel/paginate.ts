/** Filling pages with rows that stand in two columns: arithmetic alone. */
import type { Place, Points } from '../display.ts';
import { always, type FlowBox, never } from '../flow.ts';
import { firstPart, heightOfNotes, type NoteBox, placeNotes, slack, startOfNote, sumOfNotes } from '../pageNotes.ts';
import type { PlacedBox, PlannedPage } from '../paginate.ts';
import type { Column, ParallelRow, Track } from './flow.ts';

/** A page of two columns: `notes` of both, each at the left of its own; what is ruled around them is told. */
export interface ParallelPage extends PlannedPage {
  /** Where the line above the notes of each column stands. */
  readonly noteRules: readonly { readonly column: Column; readonly y: Points }[];
  /** From the top of the text: where something stands across both columns. */
  readonly across: readonly { readonly from: Points; readonly to: Points }[];
  /** Where the last of its boxes ends. */
  readonly end: Points;
  /** Boxes and notes of each column. */
  readonly columns?: readonly [InColumn, InColumn];
}

type InColumn = readonly [boxes: readonly PlacedBox[], notes: readonly PlacedBox[]];

export interface Columns {
  /** Of the text of every page. No page is taller, save with a single box that is. */
  readonly height: Points;
  readonly left: readonly [Points, Points];
}

type Notes = readonly [readonly NoteBox[], readonly NoteBox[]];

/** Where a page begins: the row, and in each of its tracks the box. */
interface Start {
  readonly row: number;
  /** All 0 unless the row began on an earlier page. */
  readonly at: readonly number[];
  readonly rest: Notes;
}

/** What of one row stands on a page. */
interface Part {
  readonly row: ParallelRow;
  readonly top: Points;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

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

/** How far a track goes on a page. */
interface Walk {
  /** The box after its last. */
  readonly to: number;
  readonly bottom: Points;
  /** Height of the notes of its column, those that it calls included. */
  readonly notes: Points;
  readonly cost: number;
  /** Nothing of it is left for the next page. */
  readonly whole: boolean;
  /** Its notes take the rest of the page. */
  readonly full: boolean;
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
  let notes: readonly [Points, Points] = [heightOfNotes(start.rest[0]), heightOfNotes(start.rest[1])];
  for (let at = start.row; at < rows.length; at++) {
    const row = rows[at] as ParallelRow;
    const first = at === start.row;
    if (!first && row.breakBefore === always) return parts;
    const top = first ? 0 : topOfRow(row, y);
    const from = row.tracks.map((_, index) => (first ? (start.at[index] ?? 0) : 0));
    const walks = row.tracks.map((track, index) =>
      walk(track, { from: from[index] as number, top, first, notes, height }),
    );
    const part: Part = { row, top, from, to: walks.map(({ to }) => to) };
    if (!walks.every(({ whole }) => whole)) {
      const split = { parts: [...parts, part], cost: costOfSplit(walks, part, height) };
      if (split.cost < never && split.cost <= best.cost) return split.parts;
      if (best.cost < never) return best.parts;
      return parts.length > 0 ? parts : forced(part, { start, walks });
    }
    parts.push(part);
    y = Math.max(y, ...walks.map(({ bottom }) => bottom));
    notes = notesAfter(notes, row, walks);
    const following = rows[at + 1];
    if (!following) return parts;
    const cost = breakCost(following.breakBefore, (height - y - Math.max(...notes)) / height);
    if (cost < never && cost <= best.cost) best = { parts: [...parts], cost };
    if (walks.some(({ full }) => full)) return best.cost < never ? best.parts : parts;
  }
  return parts;
}

function topOfRow(row: ParallelRow, y: Points): Points {
  const tops = row.tracks.flatMap(({ boxes }) => {
    const [box] = boxes;
    return box ? [nextTop({ ...box, above: row.above }, { y, first: false })] : [];
  });
  return Math.max(y, ...tops);
}

/** A page a third empty costs about as much as breaking a small table. */
function breakCost(ofRow: number, empty: number): number {
  return ofRow === always ? -1 : ofRow + 1000 * Math.max(0, empty) ** 2;
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

interface WalkFrom {
  readonly from: number;
  readonly top: Points;
  readonly first: boolean;
  readonly notes: readonly [Points, Points];
  readonly height: Points;
}

/** Goes down a track as far as the page has room, to where it breaks best. */
function walk({ boxes, column, across }: Track, { from, top, first, notes, height }: WalkFrom): Walk {
  const other = across ? notes[(1 - column) as Column] : 0;
  let y = top + (first ? topOf(boxes[from]) : 0);
  let own = notes[column];
  let best: Walk = { to: from, bottom: top, notes: own, cost: never, whole: from >= boxes.length, full: false };
  let fitting = best;
  for (let at = from; at < boxes.length; at++) {
    const box = boxes[at] as FlowBox;
    if (at > from && box.breakBefore === always) return { ...fitting, cost: -1 };
    y = nextTop(box, { y, first: at === from }) + box.height;
    const called = box.notes.flatMap((note) => startOfNote(note.boxes));
    const before = own;
    own = called.length === 0 ? own : sumOfNotes(own, called);
    const fits = (sum: Points) => y + Math.max(sum, other) <= height + slack;
    const full = !fits(own);
    // A note that is too long for the page may go on at the foot of the next.
    if (full && !(called.length > 0 && fits(sumOfNotes(before, firstPart(box.notes))))) break;
    const following = boxes[at + 1];
    const cost = following ? breakCost(following.breakBefore, (height - y - own) / height) : 0;
    fitting = { to: at + 1, bottom: y, notes: own, cost, whole: !following, full };
    if (!following || (cost < never && cost <= best.cost)) best = fitting;
    if (full) break;
  }
  if (best.cost < never) return best;
  // Nowhere to break as it may: only what begins a page is cut there.
  return first && fitting.to > from
    ? { ...fitting, cost: cutAnywhere }
    : { ...best, to: from, whole: from >= boxes.length };
}

/** More than any page that stays empty. */
const cutAnywhere = 1e6;

function notesAfter(
  notes: readonly [Points, Points],
  { tracks }: ParallelRow,
  walks: readonly Walk[],
): readonly [Points, Points] {
  const of = (column: Column): Points =>
    Math.max(
      notes[column],
      ...tracks.map((track, index) => (track.column === column ? (walks[index] as Walk).notes : 0)),
    );
  return [of(0), of(1)];
}

/** The boxes of a page at their places, the left column first, and the notes of each column at its foot. */
function placeParts(
  parts: readonly Part[],
  { row, rest }: Start,
  { height, left }: Columns,
): { made: ParallelPage; rest: Notes } {
  const placed: [PlacedBox[], PlacedBox[]] = [[], []];
  const bottoms: [Points, Points] = [0, 0];
  const called: [NoteBox[], NoteBox[]] = [[...rest[0]], [...rest[1]]];
  const across: { from: Points; to: Points }[] = [];
  for (const [index, part] of parts.entries()) {
    for (const [at, track] of part.row.tracks.entries()) {
      const boxes = track.boxes.slice(part.from[at], part.to[at]);
      if (boxes.length === 0) continue;
      const set = placeTrack(boxes, { top: part.top, first: index === 0, dx: track.dx });
      placed[track.column].push(...set.placed);
      called[track.column].push(...boxes.flatMap((box) => box.notes.flatMap((note) => startOfNote(note.boxes))));
      bottoms[track.column] = Math.max(bottoms[track.column], set.bottom);
      if (!track.across) continue;
      const other = (1 - track.column) as Column;
      bottoms[other] = Math.max(bottoms[other], set.bottom);
      across.push({ from: part.top, to: set.bottom });
    }
  }
  const mustPlace = parts.length === 0 && row >= 0;
  const notes = ([0, 1] as const).map((column) =>
    placeNotes(called[column], { room: height - bottoms[column], mustPlace }),
  ) as [ReturnType<typeof placeNotes>, ReturnType<typeof placeNotes>];
  const begins = beginningOf(parts);
  const footOf = (column: Column) => ({ column, foot: notes[column].page(height) });
  const feet = [footOf(0), footOf(1)] as const;
  return {
    made: {
      boxes: [...placed[0], ...placed[1]],
      notes: feet.flatMap(({ column, foot }) => foot.notes.map((note) => ({ ...note, dx: left[column] }))),
      noteRules: feet.flatMap(({ column, foot }) =>
        foot.notesRule === undefined ? [] : [{ column, y: foot.notesRule }],
      ),
      across,
      end: Math.max(...bottoms),
      columns: [
        [placed[0], feet[0].foot.notes],
        [placed[1], feet[1].foot.notes],
      ],
      ...(begins && { begins }),
    },
    rest: [notes[0].rest, notes[1].rest],
  };
}

/** In the left column or across both, where anything begins there. */
function beginningOf(parts: readonly Part[]): Place | undefined {
  const [left, right] = ([0, 1] as const).map((column) =>
    parts.flatMap(({ row, from, to }) =>
      row.tracks.flatMap((track, at) =>
        track.column === column ? track.boxes.slice(from[at], to[at]).flatMap(({ begins }) => begins ?? []) : [],
      ),
    ),
  );
  return left?.[0] ?? right?.[0];
}

function placeTrack(
  boxes: readonly FlowBox[],
  { top, first, dx }: { top: Points; first: boolean; dx: Points },
): { placed: PlacedBox[]; bottom: Points } {
  const placed: PlacedBox[] = [];
  const repeat = first ? boxes[0]?.repeat : undefined;
  if (repeat) placed.push({ box: repeat, y: top, dx });
  let y = top + (repeat?.height ?? 0);
  for (const [at, box] of boxes.entries()) {
    const there = nextTop(box, { y, first: at === 0 });
    placed.push({ box, y: there, dx });
    y = there + box.height;
  }
  return { placed, bottom: y };
}

function topOf(first: FlowBox | undefined): Points {
  return first?.repeat?.height ?? 0;
}

/** Top of the next box, given where the one above it ends. */
function nextTop(box: FlowBox, { y, first }: { y: Points; first: boolean }): Points {
  const top = first ? y : y + box.above;
  return box.snap ? Math.ceil((top - slack) / box.snap) * box.snap : top;
}
