import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepingWords, shareWidth, sum } from '../../pipeline/layout/blocks/columns.ts';

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

  test('longest words stay whole only while there is room for what must not be broken in every column', () => {
    fc.assert(
      fc.property(needs, fc.integer({ min: 60, max: 440 }), (columns, width) => {
        const words = columns.map((need) => ({ ...need, least: need.least / 2, word: need.least }));
        const kept = keepingWords(words, width);
        const least = sum(words.map((need) => need.least));
        expect(sum(kept.map((need) => need.least))).toBeLessThan(Math.max(width, least) + 0.001);
        const spare = width - sum(kept.map((need) => need.least));
        for (const [index, { least, word }] of words.entries()) {
          const own = kept[index]?.least ?? 0;
          expect(own).toBeGreaterThan(least - 0.001);
          expect(own).toBeLessThan(word + 0.001);
          expect(own >= Math.min(word, width / 2) - 0.001 || spare < word - own + 0.001).toBe(true);
        }
      }),
    );
  });

  test('a column that cannot keep its word whole has room for more than half of it', () => {
    const words = Array.from({ length: 5 }, () => ({ least: 20, word: 80, most: 200 }));
    const kept = keepingWords(words, 370).map(({ least }) => least);
    expect(kept.filter((least) => least === 80).length).toBe(4);
    for (const least of kept) expect(least).toBeGreaterThan(40);
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
