/**
 * Number of single-letter changes (insert, delete, replace, swap of neighbours) that turn `a` into `b`.
 *
 * Optimal string alignment, the restricted form of Damerau's distance.
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] as number) + 1);
      }
      current.push(least);
    }
    before = last;
    last = current;
  }
  return last[b.length] as number;
}

/** The name that was probably meant: at most a third of its letters, and never more than 3, differ. Case counts for nothing. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const typed = name.slice(0, 60).toLowerCase();
  let best: { name: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(typed, candidate.toLowerCase());
    const most = Math.min(3, Math.max(1, Math.floor(Math.max(typed.length, candidate.length) / 3)));
    if (distance <= most && (!best || distance < best.distance)) best = { name: candidate, distance };
  }
  return best?.name;
}
