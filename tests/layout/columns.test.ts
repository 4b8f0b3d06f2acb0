import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareWidth, sum } from '../../pipeline/layout/blocks/columns.ts';

const needs = fc.array(
  fc
    .record({ least: fc.integer({ min: 8, max: 90 }), more: fc.integer({ min: 0, max: 600 }) })
    .map(({ least, more }) => ({ least, most: least + more })),
  { minLength: 1, maxLength: 12 },
);

describe('widths of columns', () => {
  test('are never more than there is, and none is below its least while there is room for all', () => {
    fc.assert(
      fc.property(needs, fc.integer({ min: 60, max: 440 }), (columns, width) => {
        const widths = shareWidth(columns, width);
        expect(widths.length).toBe(columns.length);
        expect(sum(widths)).toBeLessThan(width + 0.001);
        if (sum(columns.map(({ least }) => least)) > width) return;
        for (const [index, column] of columns.entries()) expect(widths[index]).toBeGreaterThan(column.least - 0.001);
      }),
    );
  });

  test('a date stays whole beside a long text', () => {
    const [date] = shareWidth(
      [
        { least: 50, most: 86 },
        { least: 60, most: 520 },
      ],
      326,
    );
    expect(date).toBe(86);
  });

  test('a small table keeps its own width, a nearly full one takes the measure', () => {
    expect(
      sum(
        shareWidth(
          [
            { least: 20, most: 40 },
            { least: 20, most: 60 },
          ],
          326,
        ),
      ),
    ).toBe(100);
    expect(
      sum(
        shareWidth(
          [
            { least: 20, most: 140 },
            { least: 20, most: 120 },
          ],
          326,
        ),
      ),
    ).toBeCloseTo(326);
  });
});
