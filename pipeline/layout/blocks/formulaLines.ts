/** A formula too long for one line → lines, each of which begins with a relation or an operator. */
import { breakLines, forbidden, forced, type Items } from '../breaking.ts';
import type { FormulaPiece, ImageFragment, Points } from '../display.ts';
import { emptyBox, type FlowBox } from '../flow.ts';
import { texOfPieces } from '../formulaFit.ts';
import type { Slot } from '../structure.ts';

/** Of all lines but the first, in em. */
export const hangingIndent = 2;

/** What a line costs that does not begin with a relation. */
const cost = { relation: 0, operator: 40, inside: 200, nothing: forbidden } as const;

interface PieceInLine extends Pick<FormulaPiece, 'asset' | 'width' | 'ascent' | 'descent' | 'space'> {
  /** What is found where text is copied or searched. */
  readonly text: string;
}

/**
 * Chooses where a formula is broken so that its lines are filled evenly, before relations rather than operators.
 *
 * @param scale - Points to the em; no piece is wider than `width` at it.
 */
export function linesOf(
  pieces: readonly FormulaPiece[],
  { scale, width, tex }: { scale: Points; width: Points; tex: string },
): readonly PieceInLine[][] {
  const items: Items = { kind: [], width: [], stretch: [], shrink: [], penalty: [], flagged: [] };
  const push = (kind: Items['kind'][number], of: { width: Points; penalty?: number }): void => {
    items.kind.push(kind);
    items.width.push(of.width);
    items.stretch.push(0);
    items.shrink.push(0);
    items.penalty.push(of.penalty ?? 0);
    items.flagged.push(false);
  };
  const texts = texOfPieces(tex, pieces);
  const boxes: number[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) {
      push('penalty', { width: 0, penalty: cost[piece.before] });
      push('glue', { width: piece.space * scale });
    }
    boxes.push(items.kind.length);
    push('box', { width: piece.width * scale });
  }
  push('penalty', { width: 0, penalty: forced });
  const options = { measure: width + 0.01, tolerance: Number.POSITIVE_INFINITY, emergency: width };
  return (breakLines(items, options)?.lines ?? []).map(({ start, end }) =>
    pieces
      .map((piece, index) => ({ ...piece, text: texts[index] ?? '' }))
      .filter((_, index) => start <= (boxes[index] as number) && (boxes[index] as number) < end)
      .map((piece, index) => (index === 0 ? { ...piece, space: 0 } : piece)),
  );
}

interface LinePlace {
  readonly slot: Slot;
  readonly scale: Points;
  readonly x: Points;
  /** The line is as high as a whole number of these. */
  readonly grid: Points;
  /** White above and below, at least. */
  readonly clearance: Points;
}

/** Pieces beside one another, on one baseline. */
export function lineOf(
  pieces: readonly PieceInLine[],
  { slot, scale, x, grid, clearance }: LinePlace,
): FlowBox & { readonly baseline: Points } {
  const ascent = Math.max(...pieces.map((piece) => piece.ascent)) * scale;
  const descent = Math.max(...pieces.map((piece) => piece.descent)) * scale;
  const height = Math.ceil((ascent + descent + 2 * clearance) / grid) * grid;
  const baseline = (height - ascent - descent) / 2 + ascent;
  let left = x;
  const placed = pieces.map((piece) => {
    const [from, width] = [left + piece.space * scale, piece.width * scale];
    left = from + width;
    const fragment: ImageFragment = {
      kind: 'image',
      owner: slot.owner,
      asset: piece.asset,
      ...(piece.text && { hidden: { text: piece.text, rise: piece.descent * scale } }),
      x: from,
      y: baseline - piece.ascent * scale,
      width,
      height: (piece.ascent + piece.descent) * scale,
    };
    return { fragment, slot };
  });
  return { ...emptyBox, height, placed, baseline };
}
