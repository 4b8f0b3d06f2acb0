import { arcCurves } from './arc.ts';
import type { Segment } from './drawing.ts';

/** How many numbers each command takes. SVG 2, 9.3. */
const arity: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** Where the pen is, and what the smooth commands and `Z` refer to. */
interface Pen {
  x: number;
  y: number;
  startX: number;
  startY: number;
  /** Last control point, and whether it was of a cubic or a quadratic curve. */
  control?: { readonly x: number; readonly y: number; readonly of: 'C' | 'Q' } | undefined;
}

/** The segments of a `d` attribute. What comes after a fault is left out, as SVG asks; `whole` tells of it. */
export function readPath(d: string): { readonly segments: readonly Segment[]; readonly whole: boolean } {
  const segments: Segment[] = [];
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0 };
  const scan = scanner(d);
  for (let name = scan.command(); name !== undefined; name = scan.command()) {
    const count = arity[name.toUpperCase()] ?? 0;
    if (segments.length === 0 && name.toUpperCase() !== 'M') return { segments, whole: false };
    let current = name;
    do {
      const values = scan.values(count, current.toUpperCase() === 'A');
      if (!values) return { segments, whole: false };
      segments.push(...draw(current, values, pen));
      if (current.toUpperCase() === 'M') current = current === 'M' ? 'L' : 'l'; // further pairs are lines
    } while (count > 0 && scan.hasNumber());
  }
  return { segments, whole: scan.atEnd() };
}

interface Scanner {
  command(): string | undefined;
  /** Undefined when fewer numbers follow. */
  values(count: number, arc: boolean): number[] | undefined;
  hasNumber(): boolean;
  atEnd(): boolean;
}

function scanner(d: string): Scanner {
  const state = { at: 0 };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = state.at;
    const match = pattern.exec(d);
    if (match) state.at = pattern.lastIndex;
    return match?.[1];
  };
  const aNumber = /[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/iy;
  const aFlag = /[\s,]*([01])/y;
  return {
    command: () => take(/[\s,]*([MLHVCSQTAZ])/iy),
    values: (count, arc) => {
      const values: number[] = [];
      for (let index = 0; index < count; index++) {
        const text = take(arc && (index === 3 || index === 4) ? aFlag : aNumber); // flags may stand without a separator
        if (text === undefined) return undefined;
        values.push(Number(text));
      }
      return values;
    },
    hasNumber: () => /^[\s,]*[-+.\d]/.test(d.slice(state.at)),
    atEnd: () => d.slice(state.at).trim() === '',
  };
}

function draw(name: string, values: readonly number[], pen: Pen): Segment[] {
  const relative = name !== name.toUpperCase();
  const at = (index: number): number => values[index] ?? 0;
  const x = (index: number): number => at(index) + (relative ? pen.x : 0);
  const y = (index: number): number => at(index) + (relative ? pen.y : 0);
  switch (name.toUpperCase()) {
    case 'M':
      return moveTo(pen, x(0), y(1));
    case 'L':
      return lineTo(pen, x(0), y(1));
    case 'H':
      return lineTo(pen, x(0), pen.y);
    case 'V':
      return lineTo(pen, pen.x, y(0));
    case 'C':
      return curveTo(pen, [x(0), y(1), x(2), y(3), x(4), y(5)]);
    case 'S': {
      const [cx, cy] = reflected(pen, 'C');
      return curveTo(pen, [cx, cy, x(0), y(1), x(2), y(3)]);
    }
    case 'Q':
      return quadraticTo(pen, [x(0), y(1), x(2), y(3)]);
    case 'T':
      return quadraticTo(pen, [...reflected(pen, 'Q'), x(0), y(1)]);
    case 'A':
      return arcTo(pen, values, [x(5), y(6)]);
    default:
      return close(pen);
  }
}

function moveTo(pen: Pen, x: number, y: number): Segment[] {
  Object.assign(pen, { x, y, startX: x, startY: y, control: undefined });
  return [{ to: 'M', at: [x, y] }];
}

function lineTo(pen: Pen, x: number, y: number): Segment[] {
  Object.assign(pen, { x, y, control: undefined });
  return [{ to: 'L', at: [x, y] }];
}

function curveTo(pen: Pen, at: readonly [number, number, number, number, number, number]): Segment[] {
  Object.assign(pen, { x: at[4], y: at[5], control: { x: at[2], y: at[3], of: 'C' } });
  return [{ to: 'C', at }];
}

/** A quadratic curve is a cubic one whose control points lie two thirds of the way. */
function quadraticTo(pen: Pen, [cx, cy, x, y]: readonly [number, number, number, number]): Segment[] {
  const at = [
    pen.x + ((cx - pen.x) * 2) / 3,
    pen.y + ((cy - pen.y) * 2) / 3,
    x + ((cx - x) * 2) / 3,
    y + ((cy - y) * 2) / 3,
    x,
    y,
  ] as const;
  Object.assign(pen, { x, y, control: { x: cx, y: cy, of: 'Q' } });
  return [{ to: 'C', at }];
}

function arcTo(pen: Pen, values: readonly number[], to: readonly [number, number]): Segment[] {
  const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0] = values;
  const from = [pen.x, pen.y] as const;
  Object.assign(pen, { x: to[0], y: to[1], control: undefined });
  return arcCurves({ from, to, rx, ry, turn, large: large === 1, sweep: sweep === 1 });
}

function close(pen: Pen): Segment[] {
  Object.assign(pen, { x: pen.startX, y: pen.startY, control: undefined });
  return [{ to: 'Z' }];
}

function reflected(pen: Pen, of: 'C' | 'Q'): [number, number] {
  if (pen.control?.of !== of) return [pen.x, pen.y];
  return [2 * pen.x - pen.control.x, 2 * pen.y - pen.control.y];
}
