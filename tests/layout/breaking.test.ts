import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, forced, type Items } from '../../pipeline/layout/breaking.ts';

interface Word {
  readonly width: number;
  /** Where it may be hyphenated: width of what stands before. */
  readonly hyphen?: number | undefined;
}

const space = { width: 3, stretch: 1.5, shrink: 1 };

function itemsOf(words: readonly Word[]): Items {
  const items: Items = { kind: [], width: [], stretch: [], shrink: [], penalty: [], flagged: [] };
  const push = (
    kind: Items['kind'][number],
    of: { width: number; stretch?: number; shrink?: number; penalty?: number },
  ) => {
    items.kind.push(kind);
    items.width.push(of.width);
    items.stretch.push(of.stretch ?? 0);
    items.shrink.push(of.shrink ?? 0);
    items.penalty.push(of.penalty ?? 0);
    items.flagged.push(kind === 'penalty');
  };
  for (const [index, { width, hyphen }] of words.entries()) {
    if (index > 0) push('glue', space);
    push('box', { width: hyphen ?? width });
    if (hyphen === undefined) continue;
    push('penalty', { width: 3, penalty: 50 });
    push('box', { width: width - hyphen });
  }
  push('penalty', { width: 0, penalty: forced });
  return items;
}

const word: fc.Arbitrary<Word> = fc
  .record({
    width: fc.integer({ min: 2, max: 60 }),
    at: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
    cut: fc.boolean(),
  })
  .map(({ width, at, cut }) => ({ width, hyphen: cut ? width * at : undefined }));

const divided = fc
  .record({ width: fc.integer({ min: 8, max: 22 }), at: fc.double({ min: 0.2, max: 0.8, noNaN: true }) })
  .map(({ width, at }): Word => ({ width, hyphen: width * at }));

/** Least width of a line: all its spaces shrunk. */
function leastWidth(items: Items, line: { start: number; end: number }): number {
  let width = items.kind[line.end] === 'penalty' ? (items.width[line.end] as number) : 0;
  for (let at = line.start; at < line.end; at++) {
    if (items.kind[at] !== 'penalty') width += (items.width[at] as number) - (items.shrink[at] as number);
  }
  return width;
}

describe('breaking lines', () => {
  test('loses, repeats and reorders no box', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 40, max: 400 }),
        (words, measure) => {
          const items = itemsOf(words);
          const lines = breakLines(items, { measure, tolerance: Number.POSITIVE_INFINITY })?.lines ?? [];
          const boxes = lines.flatMap(({ start, end }) => indices(start, end).filter((at) => items.kind[at] === 'box'));
          expect(boxes).toEqual(indices(0, items.kind.length).filter((at) => items.kind[at] === 'box'));
        },
      ),
    );
  });

  test('no line is wider than the measure but those it names', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 40, max: 400 }),
        (words, measure) => {
          const items = itemsOf(words);
          const lines = breakLines(items, { measure, tolerance: Number.POSITIVE_INFINITY })?.lines ?? [];
          for (const line of lines) expect(leastWidth(items, line) > measure + 1e-6).toBe(line.overfull);
        },
      ),
    );
  });

  test('within a tolerance no line is looser than it', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 100 }), (words) => {
        const items = itemsOf(words);
        const measure = 240;
        const { lines } = breakLines(items, { measure, tolerance: 2 }) ?? { lines: [] };
        for (const { start, end } of lines.slice(0, -1)) {
          let most = items.kind[end] === 'penalty' ? (items.width[end] as number) : 0;
          for (const at of indices(start, end)) {
            if (items.kind[at] !== 'penalty') most += (items.width[at] as number) + 2 * (items.stretch[at] as number);
          }
          expect(most).toBeGreaterThan(measure - 1e-6);
        }
      }),
    );
  });

  test('a word is left to the next line where that line would be empty without it', () => {
    // First fit takes eight short words, shrunk a little, and leaves the long one alone in its line.
    const items = itemsOf([...Array.from({ length: 8 }, () => 10), 85, 30].map((width) => ({ width })));
    const lines = breakLines(items, { measure: 100, tolerance: Number.POSITIVE_INFINITY })?.lines ?? [];
    const counts = lines.map(({ start, end }) => indices(start, end).filter((at) => items.kind[at] === 'box').length);
    expect(counts).toEqual([7, 2, 1]);
  });

  test('a last line too short is avoided where the lines before allow it', () => {
    const items = itemsOf([...Array.from({ length: 18 }, () => ({ width: 8 })), { width: 4 }]);
    const options = { measure: 97, tolerance: Number.POSITIVE_INFINITY };
    const short = breakLines(items, options);
    const mended = breakLines(items, { ...options, runt: 12 });
    expect(short && lastWidth(items, short.lines)).toBe(4);
    expect(mended?.lastLine).toBe('full');
    expect(mended && lastWidth(items, mended.lines)).toBeGreaterThan(12);
  });

  test('has a third hyphen in a row, or one before the last line, only where every breaking has as many', () => {
    let tempted = 0;
    fc.assert(
      fc.property(
        fc.array(divided, { minLength: 8, maxLength: 15 }),
        fc.integer({ min: 40, max: 60 }),
        (words, measure) => {
          const items = itemsOf(words);
          const chosen = breakLines(items, { measure, tolerance: 2 });
          if (!chosen) return;
          const counts = hyphensOf(items, { measure, tolerance: 2 });
          const least = Math.min(...counts);
          if (Math.max(...counts) > least) tempted++;
          expect(
            badHyphens(
              items,
              chosen.lines.map(({ end }) => end),
            ),
          ).toBeLessThanOrEqual(least); // sums of the two differ in their last digits
        },
      ),
      { numRuns: 400 },
    );
    expect(tempted).toBeGreaterThan(20);
  });

  describe('a hyphen before the last line', () => {
    const long: Word = { width: 20, hyphen: 10 };
    const before = Array.from({ length: 7 }, () => ({ width: 10 }));
    const hyphenated = (items: Items, tolerance: number, runt = 0) => {
      const broken = breakLines(items, { measure: 100, tolerance, runt });
      return broken && { hyphen: items.kind[broken.lines.at(-2)?.end ?? 0] === 'penalty', lastLine: broken.lastLine };
    };

    test('stands only where no line within the tolerance does without it', () => {
      const items = itemsOf([...before, long, { width: 10 }, { width: 10 }]);
      expect(hyphenated(items, 2)).toEqual({ hyphen: false, lastLine: 'full' });
      expect(hyphenated(items, 1)).toEqual({ hyphen: true, lastLine: 'full' });
    });

    test('leaves a last line too short where that is nothing but the rest of the word', () => {
      const items = itemsOf([...before, { ...long, width: 40 }]);
      expect(hyphenated(items, 1, 5)).toEqual({ hyphen: true, lastLine: 'rest' });
      expect(hyphenated(items, 2, 5)).toEqual({ hyphen: false, lastLine: 'full' });
    });
  });
});

/** Hyphens that are the third in a row or later, and one at the end of the last line but one. */
function badHyphens(items: Items, ends: readonly number[]): number {
  const hyphens = ends.map((end) => items.flagged[end] === true && (items.width[end] as number) > 0);
  const inARow = hyphens.filter((hyphen, at) => hyphen && hyphens[at - 1] && hyphens[at - 2]).length;
  return inARow + (hyphens.at(-2) ? 1 : 0);
}

/** Such hyphens of all breakings within the tolerance, tried one by one. */
function hyphensOf(items: Items, { measure, tolerance }: { measure: number; tolerance: number }): Set<number> {
  const last = items.kind.length - 1;
  const counts = new Set<number>();
  const go = (from: number, ends: readonly number[]): void => {
    if (from > last) {
      counts.add(badHyphens(items, ends));
      return;
    }
    for (let at = from + 1; at <= last; at++) {
      if (items.kind[at] === 'box' || (items.kind[at] === 'glue' && items.kind[at - 1] !== 'box')) continue;
      const inLine = indices(from, at).filter((each) => items.kind[each] !== 'penalty');
      const sum = (of: readonly number[]) => inLine.reduce((total, each) => total + (of[each] as number), 0);
      const room = measure - sum(items.width) - (items.kind[at] === 'penalty' ? (items.width[at] as number) : 0);
      const ratio = room < 0 ? room / sum(items.shrink) : at === last ? 0 : room / sum(items.stretch);
      if (!(ratio < -1) && ratio <= tolerance) go(at + 1, [...ends, at]);
    }
  };
  go(0, []);
  return counts;
}

function lastWidth(items: Items, lines: readonly { start: number; end: number }[]): number {
  const { start, end } = lines.at(-1) ?? { start: 0, end: 0 };
  return indices(start, end).reduce((sum, at) => sum + (items.width[at] as number), 0);
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
