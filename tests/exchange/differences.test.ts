import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from '../../pipeline/exchange/split/differences.ts';

const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 14 });

/** Length of the longest common subsequence, by the table of all. */
function common(one: readonly string[], other: readonly string[]): number {
  const rows = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (const [i, a] of one.entries()) {
    for (const [j, b] of other.entries()) {
      const [here, next] = [rows[i] ?? [], rows[i + 1] ?? []];
      next[j + 1] = a === b ? (here[j] ?? 0) + 1 : Math.max(here[j + 1] ?? 0, next[j] ?? 0);
    }
  }
  return rows[one.length]?.[other.length] ?? 0;
}

test('what differs makes the other of the one, and is as little as can be', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const found = differences(one, other);
      let at = 0;
      const made: string[] = [];
      let moved = 0;
      for (const { from, to, otherFrom, otherTo } of found) {
        made.push(...one.slice(at, from), ...other.slice(otherFrom, otherTo));
        moved += to - from + otherTo - otherFrom;
        at = to;
      }
      expect([...made, ...one.slice(at)]).toEqual(other);
      expect(moved).toBe(one.length + other.length - 2 * common(one, other));
    }),
    { numRuns: 2000 },
  );
});
