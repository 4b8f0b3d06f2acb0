import type { Change, ChangedLines } from './changes.ts';
import { lengthOf, type Piece } from './sides.ts';

/** A side as it was made of a source. */
export interface Side {
  readonly path: string;
  readonly pieces: readonly Piece[];
  readonly old: string;
  /** Pieces of the other sides. */
  readonly others: readonly (readonly Piece[])[];
}

/** Where a change of a side belongs in the source; end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** No other side has this part of the source. */
  readonly isOwn: boolean;
}

/** As `placeOf`; what is only put in or taken out may be said in several ways, of which one may be in a piece of its own. */
export function ownPlaceOf(change: Change, side: Side): (Place & { readonly text: string }) | undefined {
  const said = [change, ...slides(change, side.old)].flatMap((each) => {
    const place = placeOf(each, side);
    return place ? [{ ...place, text: each.text }] : [];
  });
  return said.find(({ isOwn }) => isOwn) ?? said[0];
}

const mostSlides = 80;

/** `books[ and maps] ` is `books [and maps ]` too. */
function slides({ from, to, text }: Change, old: string): readonly Change[] {
  const found: Change[] = [];
  if (from !== to && text !== '') return found;
  let moved = from === to ? text : old.slice(from, to);
  const said = (at: number): unknown =>
    found.push(from === to ? { from: at, to: at, text: moved } : { from: at, to: at + moved.length, text: '' });
  for (let at = from; at > 0 && old[at - 1] === moved.at(-1) && found.length < mostSlides; at--) {
    moved = (old[at - 1] ?? '') + moved.slice(0, -1);
    said(at - 1);
  }
  moved = from === to ? text : old.slice(from, to);
  for (let at = to; at < old.length && old[at] === moved[0] && found.length < 2 * mostSlides; at++) {
    moved = moved.slice(1) + (old[at] ?? '');
    said(at + 1 - (to - from));
  }
  return found;
}

/** Undefined where it is in no single piece. What is put between two pieces belongs to the side's own one, if either is. */
function placeOf({ from, to }: Change, { pieces, others }: Side): Place | undefined {
  const found: Place[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      at += piece.length;
      continue;
    }
    const [start, end] = piece;
    const next = at + end - start;
    if (at <= from && to <= next) {
      found.push({
        start: start + from - at,
        end: start + to - at,
        isOwn: !others.some((other) => isIn(piece, other)),
      });
    }
    at = next;
  }
  return found.find(({ isOwn }) => isOwn) ?? found[0];
}

function isIn([start, end]: readonly [number, number], pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => typeof piece !== 'string' && piece[0] < end && start < piece[1]);
}

/** Whether it takes away the end of the side: what is left there is the beginning of what was there. */
export function isCut({ from, to, text }: ChangedLines, { old }: Side): boolean {
  const gone = old.slice(from, to);
  return (
    old.slice(to).trim() === '' &&
    gone.trim() !== '' &&
    text.trim().length < gone.trim().length &&
    gone.startsWith(text.trimEnd())
  );
}

/** Whether it leaves a passage of one language without words, or takes away several. */
export function isEmptied({ from, to, text }: ChangedLines, { old, pieces, others }: Side): boolean {
  if (text.trim() !== '' || others.length === 0) return false;
  const gone = old.slice(from, to);
  const start = from + gone.length - gone.trimStart().length;
  const end = from + gone.trimEnd().length;
  let at = 0;
  return pieces.some((piece) => {
    const length = lengthOf(piece);
    const own = old.slice(at, at + length);
    const [first, last] = [at + own.length - own.trimStart().length, at + own.trimEnd().length];
    at += length;
    return own.trim() !== '' && start <= first && last <= end;
  });
}

/** Whether whole blocks were put between two others, and not within a passage of one language. */
export function isBlock(change: Change, side: Side): boolean {
  const { from, to, text } = change;
  if (from !== to || text.trim() === '' || side.others.length === 0) return false;
  const [before, after] = [side.old.slice(0, from), side.old.slice(to)];
  const isParted =
    /^\s*\n|^\s*\r/.test(text) || /(?:^|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before) || before.trim() === '';
  const isFollowed =
    after.trim() === '' || /^[ \t]*(?:\r\n|\n|\r)/.test(after) || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)\s*$/.test(text);
  const inside = placeOf({ from, to: from, text: '' }, side);
  return isParted && isFollowed && !(inside?.isOwn && isWithin(from, side));
}

/** Whether words of one piece stand on both sides of an offset. */
function isWithin(offset: number, { pieces, old }: Side): boolean {
  let at = 0;
  return pieces.some((piece) => {
    const start = at;
    at += lengthOf(piece);
    return (
      start < offset && offset < at && old.slice(start, offset).trim() !== '' && old.slice(offset, at).trim() !== ''
    );
  });
}
