import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcCurves } from '../../../../pipeline/emit/pdf/svg/arc.ts';
import { multiply, readTransform } from '../../../../pipeline/emit/pdf/svg/matrix.ts';
import { readPath } from '../../../../pipeline/emit/pdf/svg/path.ts';

const written = (d: string): string =>
  readPath(d)
    .segments.map((one) =>
      [one.to, ...('at' in one ? one.at.map((value) => Math.round(value * 100) / 100) : [])].join(' '),
    )
    .join(' ');

describe('readPath', () => {
  it.each([
    ['M1 2L3 4z', 'M 1 2 L 3 4 Z'],
    ['m1,2 3,4 5-6', 'M 1 2 L 4 6 L 9 0'],
    ['M0 0H5V6h-1v-.5e1', 'M 0 0 L 5 0 L 5 6 L 4 6 L 4 1'],
    ['M1 1l2 2zl5 0', 'M 1 1 L 3 3 Z L 6 1'],
    ['M0 0C1 2 3 4 5 6S9 10 11 12', 'M 0 0 C 1 2 3 4 5 6 C 7 8 9 10 11 12'],
    ['M0 0c1 2 3 4 5 6s4 4 6 6', 'M 0 0 C 1 2 3 4 5 6 C 7 8 9 10 11 12'],
    ['M0 0S1 1 2 2', 'M 0 0 C 0 0 1 1 2 2'],
    ['M0 0Q3 0 3 3T6 6', 'M 0 0 C 2 0 3 1 3 3 C 3 5 4 6 6 6'],
    ['M0 0a0 5 0 0 1 3 4', 'M 0 0 L 3 4'],
    ['M.5.5.25-.25', 'M 0.5 0.5 L 0.25 -0.25'],
  ])('%s', (d, expected) => expect(written(d)).toBe(expected));

  it('reads flags of arcs that stand without a separator', () => {
    expect(written('M0 0a5 5 0 0110 0')).toBe(written('M 0 0 a 5 5 0 0 1 10 0'));
    expect(readPath('M0 0a5 5 0 0110 0').whole).toBe(true);
  });

  it('keeps what stands before a fault, and says so', () => {
    expect(readPath('M0 0L5 5L6 x').segments).toHaveLength(2);
    expect(['M0 0L5 5L6 x', 'L1 1', 'M0 0 A1 1 0 2 0 3 3', 'M0 0 k'].map((d) => readPath(d).whole)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(readPath('  ')).toEqual({ segments: [], whole: true });
  });
});

describe('arcCurves', () => {
  it('ends where it should, and every end of a curve is on one ellipse', () => {
    const place = fc.integer({ min: -50, max: 50 });
    const radius = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        place,
        place,
        place,
        place,
        radius,
        radius,
        fc.boolean(),
        fc.boolean(),
        (x1, y1, x2, y2, rx, ry, large, sweep) => {
          fc.pre(x1 !== x2 || y1 !== y2);
          const curves = arcCurves({ from: [x1, y1], to: [x2, y2], rx, ry, turn: 0, large, sweep });
          const ends = curves.map((one) => ('at' in one ? one.at.slice(-2) : []));
          expect(ends.at(-1)).toEqual([x2, y2]);
          const bulge = curves.map((one) => ('at' in one && one.at.length === 6 ? middle(one.at) : [Number.NaN]));
          expect(bulge.flat().every(Number.isFinite)).toBe(true);
          expect(curves.length).toBeLessThanOrEqual(4);
        },
      ),
      { seed: 11 },
    );
  });

  it('goes round the side that the flags say', () => {
    const half = (large: boolean, sweep: boolean) =>
      middleOf(arcCurves({ from: [0, 0], to: [10, 0], rx: 6, ry: 6, turn: 0, large, sweep }));
    expect(half(false, true)).toBeLessThan(0);
    expect(half(false, false)).toBeGreaterThan(0);
    expect(half(true, true)).toBeLessThan(half(false, true));
    expect(half(true, false)).toBeGreaterThan(half(false, false));
  });
});

type Curve = readonly [number, number, number, number, number, number];

const middle = ([a, b, c, d, e, f]: Curve): number[] => [(a + 3 * c + e) / 8, (b + 3 * d + f) / 8];

/** The y farthest from 0 among all ends and control points. */
function middleOf(curves: ReturnType<typeof arcCurves>): number {
  const ys = curves.flatMap((one) => ('at' in one ? one.at.filter((_, at) => at % 2 === 1) : []));
  return ys.reduce((far, y) => (Math.abs(y) > Math.abs(far) ? y : far), 0);
}

describe('readTransform', () => {
  it('applies from the right, as SVG does', () => {
    const apply = (text: string, x: number, y: number): number[] => {
      const [a, b, c, d, e, f] = readTransform(text) ?? [Number.NaN, 0, 0, 0, 0, 0];
      return [a * x + c * y + e, b * x + d * y + f].map((value) => Math.round(value * 1e6) / 1e6);
    };
    expect(apply('translate(10) scale(2)', 1, 1)).toEqual([12, 2]);
    expect(apply('scale(2, 3), translate(10 5)', 1, 1)).toEqual([22, 18]);
    expect(apply('rotate(90)', 1, 0)).toEqual([0, 1]);
    expect(apply('rotate(90 1 1)', 1, 0)).toEqual([2, 1]);
    expect(apply('skewX(45)', 0, 1)).toEqual([1, 1]);
    expect(apply('skewY(45)', 1, 0)).toEqual([1, 1]);
    expect(apply('matrix(1 2 3 4 5 6)', 1, 1)).toEqual([9, 12]);
    expect([
      readTransform(''),
      readTransform('turn(3)'),
      readTransform('scale()'),
      readTransform('matrix(1 2)'),
    ]).toEqual([[1, 0, 0, 1, 0, 0], undefined, undefined, undefined]);
    expect(multiply([2, 0, 0, 2, 0, 0], [1, 0, 0, 1, 5, 5])).toEqual([2, 0, 0, 2, 10, 10]);
  });
});
