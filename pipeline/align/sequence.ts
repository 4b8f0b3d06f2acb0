/** One step of an alignment: indices into the two sequences; undefined where one has nothing to set against the other. */
export type Match = readonly [first: number | undefined, second: number | undefined];

export interface Costs {
  /** Of setting item `i` of the first against item `j` of the second; `Infinity` where they may not meet. */
  pair(i: number, j: number): number;
  /** Of leaving one item alone. */
  readonly gap: number;
}

/** How far from the diagonal a match may lie, besides the difference of the lengths; and how much of that counts. */
const reach = 48;
const mostDifference = 400;

const both = 0;
const firstAlone = 1;
const secondAlone = 2;

/**
 * Align two sequences at the least cost, keeping the order of both.
 *
 * Dynamic programming (Needleman and Wunsch, Journal of Molecular Biology 48, 1970) within a band around the diagonal
 * (Sakoe and Chiba, IEEE Transactions ASSP 26, 1978), so that time and room grow with the length and not with its square.
 *
 * Where two alignments cost the same, what is left alone comes late.
 *
 * @returns Every index of both exactly once, ascending.
 */
export function alignSequences(lengths: readonly [number, number], costs: Costs): Match[] {
  const [n, m] = lengths;
  const half = reach + Math.min(Math.abs(n - m), mostDifference);
  const low = (i: number): number => Math.max(0, Math.floor((i * m) / Math.max(1, n)) - half);
  const high = (i: number): number => Math.min(m, Math.ceil(((i + 1) * m) / Math.max(1, n)) + half);
  const steps: Uint8Array[] = [];
  let above: Float64Array | undefined;
  for (let i = 0; i <= n; i++) {
    const [from, to] = [low(i), high(i)];
    const row = new Float64Array(to - from + 1).fill(Infinity);
    const step = new Uint8Array(row.length);
    const fromAbove = low(i - 1);
    for (let j = from; j <= to; j++) {
      const at = j - from;
      const keep = (cost: number, how: number): void => {
        if (cost >= (row[at] as number)) return;
        row[at] = cost;
        step[at] = how;
      };
      if (i === 0 && j === 0) row[at] = 0;
      if (above) keep((above[j - fromAbove] ?? Infinity) + costs.gap, firstAlone);
      if (j > from) keep((row[at - 1] as number) + costs.gap, secondAlone);
      if (above && j > 0) keep((above[j - 1 - fromAbove] ?? Infinity) + costs.pair(i - 1, j - 1), both);
    }
    steps.push(step);
    above = row;
  }
  return walkBack([n, m], (i, j) => steps[i]?.[j - low(i)]);
}

function walkBack([n, m]: readonly [number, number], stepAt: (i: number, j: number) => number | undefined): Match[] {
  const matches: Match[] = [];
  let [i, j] = [n, m];
  while (i > 0 || j > 0) {
    const step = i === 0 ? secondAlone : j === 0 ? firstAlone : stepAt(i, j);
    if (step === both) matches.push([--i, --j]);
    else if (step === firstAlone) matches.push([--i, undefined]);
    else matches.push([undefined, --j]);
  }
  return matches.reverse();
}
