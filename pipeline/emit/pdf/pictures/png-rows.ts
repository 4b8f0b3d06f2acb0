import { type PngFile, samplesOf } from './png-file.ts';

/** One pass over the picture: all of it, or one of the seven of an interlaced one. */
interface Pass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
}

const whole: readonly Pass[] = [{ x: 0, y: 0, stepX: 1, stepY: 1 }];

/** PNG specification, 8.2: Adam7. */
const adam7: readonly Pass[] = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
];

/**
 * Every sample of the picture as a number of its own, row by row.
 *
 * @param bytes - Inflated: each row after the byte that names its filter.
 * @throws when there are too few.
 */
export function unfilter(png: PngFile, bytes: Uint8Array): Uint16Array {
  const count = samplesOf[png.colourType];
  const samples = new Uint16Array(png.width * png.height * count);
  let at = 0;
  for (const pass of png.interlaced ? adam7 : whole) {
    const columns = Math.ceil((png.width - pass.x) / pass.stepX);
    const rows = Math.ceil((png.height - pass.y) / pass.stepY);
    if (columns <= 0 || rows <= 0) continue;
    const length = Math.ceil((columns * png.bits * count) / 8);
    let above = new Uint8Array(length);
    for (let row = 0; row < rows; row++) {
      const filter = bytes[at];
      if (filter === undefined || at + 1 + length > bytes.length) throw new Error('The PNG ends too soon');
      const line = bytes.slice(at + 1, at + 1 + length);
      undo(filter, line, { above, distance: Math.max(1, (png.bits * count) >> 3) });
      const y = pass.y + row * pass.stepY;
      for (let column = 0; column < columns; column++) {
        const pixel = (y * png.width + pass.x + column * pass.stepX) * count;
        for (let k = 0; k < count; k++) samples[pixel + k] = sampleAt(line, column * count + k, png.bits);
      }
      above = line;
      at += 1 + length;
    }
  }
  return samples;
}

interface Neighbours {
  readonly above: Uint8Array;
  /** From a byte to the same byte of the pixel before. */
  readonly distance: number;
}

/** PNG specification, 9.2. */
function undo(filter: number, line: Uint8Array, { above, distance }: Neighbours): void {
  for (let index = 0; index < line.length; index++) {
    const left = line[index - distance] ?? 0;
    const up = above[index] ?? 0;
    const corner = above[index - distance] ?? 0;
    line[index] = (line[index] ?? 0) + predicted(filter, { left, up, corner });
  }
}

function predicted(filter: number, { left, up, corner }: { left: number; up: number; corner: number }): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function sampleAt(line: Uint8Array, index: number, bits: number): number {
  if (bits === 8) return line[index] ?? 0;
  if (bits === 16) return ((line[index * 2] ?? 0) << 8) | (line[index * 2 + 1] ?? 0);
  const bit = index * bits;
  return ((line[bit >> 3] ?? 0) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
}
