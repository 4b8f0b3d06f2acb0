/** Pieces of `one` and `other` that differ, in order; ends exclusive. What lies between them is the same. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** More steps than this are not looked for: what is left is one difference. */
const mostSteps = 600;

/** The fewest pieces to take out and put in: Myers, “An O(ND) Difference Algorithm”, Algorithmica 1 (1986), pp. 251–266. */
export function differences(one: readonly string[], other: readonly string[]): readonly Difference[] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let tail = 0;
  const most = Math.min(one.length, other.length) - start;
  while (tail < most && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const [a, b] = [one.slice(start, one.length - tail), other.slice(start, other.length - tail)];
  if (a.length === 0 && b.length === 0) return [];
  const found: Difference[] = [];
  let [from, otherFrom] = [0, 0];
  const end = { one: a.length, other: b.length };
  for (const same of [...commonRuns(a, b), { at: end.one, otherAt: end.other, length: 0 }]) {
    if (same.at > from || same.otherAt > otherFrom) {
      found.push({
        from: start + from,
        to: start + same.at,
        otherFrom: start + otherFrom,
        otherTo: start + same.otherAt,
      });
    }
    [from, otherFrom] = [same.at + same.length, same.otherAt + same.length];
  }
  return found;
}

interface Run {
  readonly at: number;
  readonly otherAt: number;
  readonly length: number;
}

function commonRuns(a: readonly string[], b: readonly string[]): readonly Run[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const history: ReadonlyMap<number, number>[] = [];
  for (let steps = 0; steps <= Math.min(a.length + b.length, mostSteps); steps++) {
    history.push(new Map(furthest));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = firstOn(furthest, diagonal, steps);
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return runsBack(history, [a.length, b.length]);
    }
  }
  return [];
}

/** Where a path with so many steps begins to follow a diagonal. */
function firstOn(furthest: ReadonlyMap<number, number>, diagonal: number, steps: number): number {
  const isAbove = comesFromAbove(furthest, diagonal, steps);
  return isAbove ? (furthest.get(diagonal + 1) ?? 0) : (furthest.get(diagonal - 1) ?? 0) + 1;
}

/** A piece of the other was put in, and none of the one taken out. */
function comesFromAbove(furthest: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean {
  const [below = -1, above = -1] = [furthest.get(diagonal - 1), furthest.get(diagonal + 1)];
  return diagonal === -steps || (diagonal !== steps && below < above);
}

function runsBack(history: readonly ReadonlyMap<number, number>[], end: readonly [number, number]): readonly Run[] {
  const runs: Run[] = [];
  let [x, y] = end;
  for (const [steps, furthest] of [...history.entries()].reverse()) {
    const diagonal = x - y;
    const begun = firstOn(furthest, diagonal, steps);
    if (x > begun) runs.push({ at: begun, otherAt: begun - diagonal, length: x - begun });
    [x, y] = comesFromAbove(furthest, diagonal, steps) ? [begun, begun - diagonal - 1] : [begun - 1, begun - diagonal];
  }
  return runs.reverse();
}
