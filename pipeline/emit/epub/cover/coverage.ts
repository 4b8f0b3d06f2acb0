import type { Line } from './flatten.ts';

/** How much of each pixel of a rectangle an outline covers, from 0 to 1, row by row. */
export interface Coverage {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

/**
 * Exact areas: each line adds, to every pixel it crosses, the area to its right in that pixel's row; running sums along
 * the rows then give the coverage. Only + − × ÷, so the same everywhere.
 *
 * @param lines - Closed outlines; where two of one direction overlap, the pixel is covered once.
 */
export function coverageOf(
  lines: readonly Line[],
  size: { readonly width: number; readonly height: number },
): Coverage {
  const box = boxOf(lines, size);
  const { left, top, columns, rows } = box;
  const stride = columns + 2;
  const deltas = new Float64Array(stride * rows);
  for (const [x0, y0, x1, y1] of lines) {
    addLine({ deltas, stride, rows }, [x0 - left, y0 - top, x1 - left, y1 - top]);
  }
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      sum += deltas[row * stride + column] ?? 0;
      values[row * columns + column] = Math.min(1, Math.abs(sum));
    }
  }
  return { ...box, values };
}

function boxOf(lines: readonly Line[], { width, height }: { readonly width: number; readonly height: number }) {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const [x0, y0, x1, y1] of lines) {
    left = Math.min(left, Math.floor(x0), Math.floor(x1));
    right = Math.max(right, Math.ceil(x0), Math.ceil(x1));
    top = Math.min(top, Math.floor(y0), Math.floor(y1));
    bottom = Math.max(bottom, Math.ceil(y0), Math.ceil(y1));
  }
  [left, top, right, bottom] = [Math.max(0, left), Math.max(0, top), Math.min(width, right), Math.min(height, bottom)];
  return { left, top, columns: Math.max(0, right - left), rows: Math.max(0, bottom - top) };
}

interface Field {
  readonly deltas: Float64Array;
  readonly stride: number;
  readonly rows: number;
}

/** Cut at the rows' edges; each piece is then cut at the columns' edges by `addPiece`. */
function addLine(field: Field, [x0, y0, x1, y1]: Line): void {
  if (y0 === y1) return;
  const direction = y0 < y1 ? 1 : -1;
  const [topX, topY, bottomX, bottomY] = direction === 1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
  const slope = (bottomX - topX) / (bottomY - topY);
  const from = Math.max(0, Math.floor(topY));
  const to = Math.min(field.rows, Math.ceil(bottomY));
  for (let row = from; row < to; row++) {
    const upper = Math.max(row, topY);
    const lower = Math.min(row + 1, bottomY);
    const ends = { from: topX + (upper - topY) * slope, to: topX + (lower - topY) * slope };
    addPiece(field, row, { ...ends, tall: (lower - upper) * direction });
  }
}

/** A piece within one row. `tall` is its signed height, at most 1. */
function addPiece(field: Field, row: number, piece: { from: number; to: number; tall: number }): void {
  const last = field.stride - 2;
  const clamp = (x: number): number => Math.min(last, Math.max(0, x));
  const left = clamp(Math.min(piece.from, piece.to));
  const right = clamp(Math.max(piece.from, piece.to));
  const start = row * field.stride;
  const width = right - left;
  for (let column = Math.floor(left); column <= Math.floor(right); column++) {
    const x0 = Math.max(left, column);
    const x1 = Math.min(right, column + 1);
    const share = width === 0 ? 1 : (x1 - x0) / width;
    const height = piece.tall * share;
    // Of this column's own pixel, what lies right of the piece; the rest falls to all pixels after it.
    const inside = height * (column + 1 - (x0 + x1) / 2);
    field.deltas[start + column] = (field.deltas[start + column] ?? 0) + inside;
    field.deltas[start + column + 1] = (field.deltas[start + column + 1] ?? 0) + height - inside;
    if (width === 0) break;
  }
}
