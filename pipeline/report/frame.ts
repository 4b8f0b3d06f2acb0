import type { Position } from '../model/index.ts';
import type { Painter } from './paint.ts';
import { columnsOf, displayWidth, harmless } from './width.ts';

/** Lines shown before and after the one that is meant. */
const around = 1;

/** Columns between two stops of a tab, in a frame. */
const tabStop = 4;

export interface FrameOptions {
  readonly paint: Painter;
  /** Columns that the whole frame may take. */
  readonly width: number;
}

/**
 * The lines of a source about a place, with numbers, and a caret line under the first of them that is meant:
 *
 *     11 │ Le forum se réunit à 12 h 30.
 *        │    ^^^^^
 *
 * A long line is shown about the place only, with … for what is left out.
 *
 * @returns Nothing when the place is not in the text: the file changed meanwhile.
 */
export function frame(text: string, { start, end }: Position, { paint, width }: FrameOptions): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  const meant = lines[start.line - 1];
  if (meant === undefined) return [];
  const first = Math.max(1, start.line - around);
  const last = Math.min(lines.length, start.line + around);
  const digits = String(last).length;
  const room = Math.max(20, width - digits - 3);
  const { from, to } = extent(meant, start.column - 1, end.line > start.line ? meant.length : end.column - 1);
  const shift = shiftFor(from, Math.min(to, from + room - 2), room);

  const framed: string[] = [];
  for (let number = first; number <= last; number++) {
    const isMeant = number === start.line;
    const shown = cut(expand(lines[number - 1] ?? ''), isMeant ? shift : 0, room);
    if (!isMeant && shown === '') continue;
    const gutter = `${String(number).padStart(digits)} │`;
    framed.push(`${paint('dim', gutter)} ${isMeant ? shown : paint('dim', shown)}`.trimEnd());
    if (!isMeant) continue;
    const carets = '^'.repeat(Math.max(1, Math.min(to, shift + room) - from));
    framed.push(`${paint('dim', `${' '.repeat(digits)} │`)} ${' '.repeat(from - shift)}${paint('red', carets)}`);
  }
  return framed;
}

/** From code units of the source to columns of the terminal. */
function extent(line: string, start: number, end: number): { from: number; to: number } {
  const from = displayWidth(expand(line.slice(0, start)));
  const to =
    from + displayWidth(expand(line.slice(0, Math.max(start, end)))) - displayWidth(expand(line.slice(0, start)));
  return { from, to: Math.max(from + 1, to) };
}

/** How many columns of a long line to leave out on the left, so that the place is seen with something before it. */
function shiftFor(from: number, to: number, room: number): number {
  if (to < room) return 0;
  return Math.max(0, Math.min(from - 2, to - Math.ceil(room * 0.7)));
}

/** Tabs become spaces, and what would disturb a terminal is shown. */
function expand(line: string): string {
  let column = 0;
  let out = '';
  for (const character of line) {
    const shown = character === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : harmless(character);
    out += shown;
    column += displayWidth(shown);
  }
  return out;
}

/** The part of an expanded line between two columns; `…` stands where something is left out. */
function cut(line: string, shift: number, room: number): string {
  let column = 0;
  let out = '';
  for (const character of line) {
    const columns = columnsOf(character);
    if (column >= shift && column + columns <= shift + room) out += character;
    else if (column < shift && column + columns > shift) out += ' '; // half of a wide character
    column += columns;
  }
  if (column > shift + room) out = `${trimColumns(out, room - 1)}…`;
  return shift > 0 ? `…${out.slice([...out][0]?.length ?? 0)}` : out;
}

function trimColumns(text: string, room: number): string {
  let out = '';
  let columns = 0;
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > room) break;
    out += character;
  }
  return out;
}
