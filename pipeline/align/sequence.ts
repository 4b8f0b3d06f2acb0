/** One step of an alignment: indices into the two sequences; undefined where one has nothing to set against the other. */
export type Match = readonly [first: number | undefined, second: number | undefined];

/** Stretches that stand against each other: where they begin in both sequences, and how many items each takes there. */
export interface Span {
  readonly at: readonly [number, number];
  readonly size: readonly [number, number];
}

export interface Costs {
  /** Of setting item `i` of the first against item `j` of the second; `Infinity` where they may not meet. */
  pair(i: number, j: number): number;
  /** Of leaving one item alone. */
  readonly gap: number;
}

export interface GroupCosts extends Costs {
  /** Of setting several items of one sequence against one item of the other, or two against two. */
  group(span: Span): number;
}

/** How many items of one sequence may stand against one of the other. */
const mostTogether = 10;

/** How far from the diagonal a match may lie, besides the difference of the lengths; and how much of that counts. */
const reach = 48;
const mostDifference = 400;

const both = 0;
const firstAlone = 1;
const secondAlone = 2;
/** Several of the first against one of the second are `2n - 1`, the other way round `2n`. */
const together = (count: number, side: 0 | 1): number => 2 * count - 1 + side;
const twoByTwo = 255;

/**
 * Align two sequences at the least cost, keeping the order of both.
 *
 * @returns Every index of both exactly once, ascending.
 */
export function alignSequences(lengths: readonly [number, number], costs: Costs): Match[] {
  return alignGroups(lengths, { ...costs, group: () => Infinity }, 1).map(({ at: [i, j], size: [first, second] }) => [
    first === 0 ? undefined : i,
    second === 0 ? undefined : j,
  ]);
}

/**
 * As `alignSequences`; several items may stand against one (after Gale and Church, Computational Linguistics 19, 1993).
 *
 * Dynamic programming (Needleman and Wunsch, Journal of Molecular Biology 48, 1970) within a band around the diagonal
 * (Sakoe and Chiba, IEEE Transactions ASSP 26, 1978), so that time and room grow with the length and not with its square.
 *
 * Where two alignments cost the same, what is left alone comes late.
 *
 * @returns Every index of both in exactly one span, ascending.
 */
export function alignGroups(lengths: readonly [number, number], costs: GroupCosts, most = mostTogether): Span[] {
  const [n, m] = lengths;
  const half = reach + Math.min(Math.abs(n - m), mostDifference);
  const low = (i: number): number => Math.max(0, Math.floor((i * m) / Math.max(1, n)) - half);
  const high = (i: number): number => Math.min(m, Math.ceil(((i + 1) * m) / Math.max(1, n)) + half);
  const steps: Uint8Array[] = [];
  /** The row that is made and those above it that a step may begin in, nearest first. */
  const rows: Float64Array[] = [];
  const costAt = (i: number, j: number, back: number): number => rows[back]?.[j - low(i)] ?? Infinity;
  for (let i = 0; i <= n; i++) {
    const [from, to] = [low(i), high(i)];
    const row = new Float64Array(to - from + 1).fill(Infinity);
    const step = new Uint8Array(row.length);
    rows.unshift(row);
    rows.length = Math.min(rows.length, most + 1);
    for (let j = from; j <= to; j++) {
      const at = j - from;
      const keep = (cost: number, how: number): void => {
        if (cost >= (row[at] as number)) return;
        row[at] = cost;
        step[at] = how;
      };
      if (i === 0 && j === 0) row[at] = 0;
      if (i > 0) keep(costAt(i - 1, j, 1) + costs.gap, firstAlone);
      if (j > from) keep((row[at - 1] as number) + costs.gap, secondAlone);
      if (i > 0 && j > 0) keep(costAt(i - 1, j - 1, 1) + costs.pair(i - 1, j - 1), both);
      if (i > 1 && j > 1 && most > 1) {
        keep(costAt(i - 2, j - 2, 2) + costs.group({ at: [i - 2, j - 2], size: [2, 2] }), twoByTwo);
      }
      for (let count = 2; count <= most && i > 0 && j > 0; count++) {
        const [up, left] = [i - count, j - count];
        if (up >= 0)
          keep(costAt(up, j - 1, count) + costs.group({ at: [up, j - 1], size: [count, 1] }), together(count, 0));
        if (left >= 0)
          keep(costAt(i - 1, left, 1) + costs.group({ at: [i - 1, left], size: [1, count] }), together(count, 1));
      }
    }
    steps.push(step);
  }
  return walkBack([n, m], (i, j) => steps[i]?.[j - low(i)]);
}

function walkBack([n, m]: readonly [number, number], stepAt: (i: number, j: number) => number | undefined): Span[] {
  const spans: Span[] = [];
  let [i, j] = [n, m];
  while (i > 0 || j > 0) {
    const step = i === 0 ? secondAlone : j === 0 ? firstAlone : stepAt(i, j);
    const size = sizeOf(step);
    i -= size[0];
    j -= size[1];
    spans.push({ at: [i, j], size });
  }
  return spans.reverse();
}

function sizeOf(step: number | undefined): Span['size'] {
  if (step === both) return [1, 1];
  if (step === twoByTwo) return [2, 2];
  if (step === firstAlone) return [1, 0];
  if (step === undefined || step === secondAlone) return [0, 1];
  const count = (step + 1) >> 1;
  return step % 2 === 1 ? [count, 1] : [1, count];
}
