import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignSequences } from '../../pipeline/align/sequence.ts';

/** Least cost by trying everything. */
function leastCost(one: readonly number[], other: readonly number[], gap: number): number {
  if (one.length === 0 || other.length === 0) return (one.length + other.length) * gap;
  const [a = 0, ...rest] = one;
  const [b = 0, ...others] = other;
  return Math.min(
    Math.abs(a - b) + leastCost(rest, others, gap),
    gap + leastCost(rest, other, gap),
    gap + leastCost(one, others, gap),
  );
}

const items = (maxLength: number) => fc.array(fc.integer({ min: 0, max: 4 }), { maxLength });

describe('aligning two sequences', () => {
  test('costs as little as it can', () => {
    fc.assert(
      fc.property(items(6), items(6), (one, other) => {
        const pair = (i: number, j: number): number => Math.abs((one[i] ?? 0) - (other[j] ?? 0));
        const matches = alignSequences([one.length, other.length], { gap: 1, pair });
        const cost = matches.reduce((sum, [i, j]) => sum + (i === undefined || j === undefined ? 1 : pair(i, j)), 0);
        expect(cost).toBe(leastCost(one, other, 1));
      }),
    );
  });

  test('keeps every item of both, once and in order, however different their lengths', () => {
    fc.assert(
      fc.property(items(300), items(300), (one, other) => {
        const pair = (i: number, j: number): number => (one[i] === other[j] ? 0 : Infinity);
        const matches = alignSequences([one.length, other.length], { gap: 1, pair });
        expect(matches.flatMap(([i]) => i ?? [])).toEqual([...one.keys()]);
        expect(matches.flatMap(([, j]) => j ?? [])).toEqual([...other.keys()]);
      }),
      { numRuns: 40 },
    );
  });

  test('looks at a number of pairs that grows with the length, not with its square', () => {
    const looks = (length: number): number => {
      let count = 0;
      const pair = (i: number, j: number): number => {
        count++;
        return Math.abs(i - j) % 7;
      };
      alignSequences([length, length], { gap: 1, pair });
      return count;
    };
    expect(looks(4000) / looks(1000)).toBeLessThan(4.5);
  });
});
