import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, forced, type Items } from '../../pipeline/layout/breaking.ts';
import { type LineSpaces, noSpaces, riversBelow, type Sums } from '../../pipeline/layout/rivers.ts';

const space = { width: 3, stretch: 1.5, shrink: 1 };

/** Words of these widths, with a space between each two. */
function itemsOf(widths: readonly number[]): Items {
  const items: Items = { kind: [], width: [], stretch: [], shrink: [], penalty: [], flagged: [] };
  const push = (kind: Items['kind'][number], of: { width: number; stretch?: number; shrink?: number }) => {
    items.kind.push(kind);
    items.width.push(of.width);
    items.stretch.push(of.stretch ?? 0);
    items.shrink.push(of.shrink ?? 0);
    items.penalty.push(kind === 'penalty' ? forced : 0);
    items.flagged.push(false);
  };
  for (const [index, width] of widths.entries()) {
    if (index > 0) push('glue', space);
    push('box', { width });
  }
  push('penalty', { width: 0 });
  return items;
}

function sumsOf(items: Items): Sums {
  const of = (value: (at: number) => number) => {
    const sums = new Float64Array(items.kind.length + 1);
    for (const at of items.kind.keys()) sums[at + 1] = (sums[at] as number) + value(at);
    return sums;
  };
  return {
    width: of((at) => (items.kind[at] === 'penalty' ? 0 : (items.width[at] as number))),
    stretch: of((at) => items.stretch[at] as number),
    shrink: of((at) => items.shrink[at] as number),
    spaces: of((at) => (items.kind[at] === 'glue' ? 1 : 0)),
  };
}

/** Lines one below the other, none stretched; rivers of all. */
function riversOf(lines: readonly (readonly number[])[]): number {
  let above: LineSpaces = noSpaces;
  let count = 0;
  for (const widths of lines) {
    const items = itemsOf(widths);
    const to = items.kind.length - 1;
    const found = riversBelow(above, { items, sums: sumsOf(items), from: 0, to, ratio: 0, hung: 0 });
    above = found.spaces;
    count += found.rivers;
  }
  return count;
}

describe('rivers', () => {
  test('are spaces one below the other in three lines, not in two', () => {
    expect(riversOf([[20, 20]])).toBe(0);
    expect(
      riversOf([
        [20, 20],
        [20, 20],
      ]),
    ).toBe(0);
    expect(
      riversOf([
        [20, 20],
        [20, 20],
        [20, 20],
      ]),
    ).toBe(1);
    expect(
      riversOf([
        [20, 20],
        [21, 20],
        [22, 20],
        [23, 20],
      ]),
    ).toBe(2);
    expect(
      riversOf([
        [20, 20],
        [23, 20],
        [20, 20],
      ]),
    ).toBe(0);
  });

  test('are fewer where they are avoided, in many paragraphs together, and no line is looser for that', () => {
    const totals = { with: 0, without: 0 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 6, max: 40 }), { minLength: 60, maxLength: 90 }), (widths) => {
        const items = itemsOf(widths);
        for (const rivers of [true, false]) {
          const { lines } = breakLines(items, { measure: 200, tolerance: 4, rivers }) ?? { lines: [] };
          let above: LineSpaces = noSpaces;
          for (const { start, end } of lines.slice(0, -1)) {
            const sums = sumsOf(items);
            const at = (of: keyof Sums) => (sums[of][end] as number) - (sums[of][start] as number);
            const room = 200 - at('width');
            const ratio = room / (room < 0 ? at('shrink') : at('stretch'));
            expect(ratio).toBeLessThan(4.001);
            const found = riversBelow(above, { items, sums, from: start, to: end, ratio, hung: 0 });
            above = found.spaces;
            totals[rivers ? 'with' : 'without'] += found.rivers;
          }
        }
      }),
      { seed: 11, numRuns: 150 },
    );
    expect(totals.without).toBeGreaterThan(50);
    expect(totals.with).toBeLessThan(totals.without);
  });
});
