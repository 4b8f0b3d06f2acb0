/** Pages of two columns, their boxes and notes at their places: arithmetic alone. */
import type { Place, Points } from '../display.ts';
import type { FlowBox } from '../flow.ts';
import { type NoteBox, placeNotes, slack, startOfNote } from '../pageNotes.ts';
import type { PlacedBox, PlannedPage } from '../paginate.ts';
import type { Column, ParallelRow } from './flow.ts';

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

export const blankPage: ParallelPage = { boxes: [], notes: [], noteRules: [], across: [], end: 0 };

type InColumn = readonly [boxes: readonly PlacedBox[], notes: readonly PlacedBox[]];

export interface Columns {
  /** Of the text of every page. No page is taller, save with a single box that is. */
  readonly height: Points;
  readonly left: readonly [Points, Points];
}

export type Notes = readonly [readonly NoteBox[], readonly NoteBox[]];

/** Where a page begins: the row, and in each of its tracks the box. */
export interface Start {
  readonly row: number;
  /** All 0 unless the row began on an earlier page. */
  readonly at: readonly number[];
  readonly rest: Notes;
}

/** What of one row stands on a page. */
export interface Part {
  readonly row: ParallelRow;
  readonly top: Points;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The boxes of a page at their places, the left column first, and the notes of each column at its foot. */
export function placeParts(
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
      for (const note of boxes.flatMap((box) => box.notes))
        called[note.column ?? track.column].push(...startOfNote(note.boxes));
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

export function topOf(first: FlowBox | undefined): Points {
  return first?.repeat?.height ?? 0;
}

/** Top of the next box, given where the one above it ends. */
export function nextTop(box: FlowBox, { y, first }: { y: Points; first: boolean }): Points {
  const top = first ? y : y + box.above;
  return box.snap ? Math.ceil((top - slack) / box.snap) * box.snap : top;
}
