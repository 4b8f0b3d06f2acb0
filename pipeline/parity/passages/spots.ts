import { offsetsIn, type Position, pointsIn, type SourceDocument } from '../../model/index.ts';
import type { Side } from './side.ts';

/** Finds stretches of a side's text in the file that it was read from. */
export interface Spots {
  spot(side: Side, start: number, end: number): Position;
  /** The source text at a position, on one line, and not all of a long one. */
  quote(position: Position): string;
}

/** Of the document's own file, and of the others that it was read from. */
export function spotsIn({ path: ownPath, text, files = [] }: Pick<SourceDocument, 'path' | 'text' | 'files'>): Spots {
  const own = fileOf(text);
  const others = new Map(files.map((file) => [file.path, fileOf(file.text)]));
  const fileAt = ({ path }: Position): File | undefined =>
    path === undefined || path === ownPath ? own : others.get(path);
  return {
    spot(side, start, end) {
      const piece = side.pieces.findLast((each) => each.start <= start) ?? side.pieces[0];
      const file = piece && fileAt(piece.position);
      if (!piece || !file) return piece?.position ?? side.position;
      const [from, to] = [file.offsetOf(piece.position.start), file.offsetOf(piece.position.end)];
      const wanted = piece.value.slice(start - piece.start, end - piece.start);
      const before = occurrences(piece.value.slice(0, start - piece.start + wanted.length - 1), wanted);
      const found = nthIndex(file.text.slice(from, to), wanted, before);
      if (wanted === '' || found < 0) return piece.position;
      const spot = { start: file.pointAt(from + found), end: file.pointAt(from + found + wanted.length) };
      return piece.position.path === undefined ? spot : { ...spot, path: piece.position.path };
    },
    quote(position) {
      const file = fileAt(position);
      const written = file?.text.slice(file.offsetOf(position.start), file.offsetOf(position.end)).trim() ?? '';
      const line = written.replace(/\s+/g, ' ');
      return line.length > 40 ? `${line.slice(0, 39).trimEnd()}…` : line;
    },
  };
}

interface File {
  readonly text: string;
  readonly offsetOf: ReturnType<typeof offsetsIn>;
  readonly pointAt: ReturnType<typeof pointsIn>;
}

function fileOf(text: string): File {
  return { text, offsetOf: offsetsIn(text), pointAt: pointsIn(text) };
}

function occurrences(text: string, wanted: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); wanted !== '' && at >= 0; at = text.indexOf(wanted, at + 1)) count++;
  return count;
}

/** Where the occurrence after `before` others begins; -1 when there are not so many. */
function nthIndex(text: string, wanted: string, before: number): number {
  let at = text.indexOf(wanted);
  for (let count = 0; count < before && at >= 0; count++) at = text.indexOf(wanted, at + 1);
  return at;
}
