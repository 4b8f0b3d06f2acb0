import type { Segment } from './drawing.ts';
import { readNumbers } from './matrix.ts';

/** Reads a length attribute, in user units; 0 when absent. */
export type Length = (name: string) => number;

/** From the centre of a quarter circle to a control point, in radii. */
const kappa = (4 / 3) * Math.tan(Math.PI / 8);

/** SVG 2, 10.2. A single corner radius stands for both; neither goes beyond half a side. */
export function rectangle(length: Length, has: (name: string) => boolean): Segment[] {
  const [x, y, width, height] = [length('x'), length('y'), length('width'), length('height')];
  if (width <= 0 || height <= 0) return [];
  const rx = Math.min(length(has('rx') ? 'rx' : 'ry'), width / 2);
  const ry = Math.min(length(has('ry') ? 'ry' : 'rx'), height / 2);
  if (rx <= 0 || ry <= 0) return polygon([x, y, x + width, y, x + width, y + height, x, y + height], true);
  const [right, bottom] = [x + width, y + height];
  const [kx, ky] = [rx * (1 - kappa), ry * (1 - kappa)];
  return [
    { to: 'M', at: [x + rx, y] },
    { to: 'L', at: [right - rx, y] },
    { to: 'C', at: [right - kx, y, right, y + ky, right, y + ry] },
    { to: 'L', at: [right, bottom - ry] },
    { to: 'C', at: [right, bottom - ky, right - kx, bottom, right - rx, bottom] },
    { to: 'L', at: [x + rx, bottom] },
    { to: 'C', at: [x + kx, bottom, x, bottom - ky, x, bottom - ry] },
    { to: 'L', at: [x, y + ry] },
    { to: 'C', at: [x, y + ky, x + kx, y, x + rx, y] },
    { to: 'Z' },
  ];
}

export function ellipse([cx, cy]: readonly [number, number], rx: number, ry: number): Segment[] {
  if (rx <= 0 || ry <= 0) return [];
  const [kx, ky] = [rx * kappa, ry * kappa];
  return [
    { to: 'M', at: [cx + rx, cy] },
    { to: 'C', at: [cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry] },
    { to: 'C', at: [cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy] },
    { to: 'C', at: [cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry] },
    { to: 'C', at: [cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy] },
    { to: 'Z' },
  ];
}

/** @param points - x and y in turn; an odd one at the end is left out. */
export function polygon(points: readonly number[], closed: boolean): Segment[] {
  const segments: Segment[] = [];
  for (let index = 0; index + 1 < points.length; index += 2) {
    segments.push({ to: index === 0 ? 'M' : 'L', at: [points[index] ?? 0, points[index + 1] ?? 0] });
  }
  if (segments.length < 2) return [];
  return closed ? [...segments, { to: 'Z' }] : segments;
}

export function pointsOf(text: string): number[] {
  return readNumbers(text);
}
