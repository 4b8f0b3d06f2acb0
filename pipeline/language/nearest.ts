/** The candidate that a slip of the pen is likeliest to have meant; undefined when none is near. */
export function nearest(wanted: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const edits = distance(wanted, candidate);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** Those that are written most like it, the most alike first, however far they are; for where nothing is near. */
export function mostAlike(wanted: string, candidates: Iterable<string>, most = 3): string[] {
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, edits: distance(wanted.toLowerCase(), candidate.toLowerCase()) }))
    .sort((one, other) => one.edits - other.edits || (one.candidate < other.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Insertions, deletions and substitutions between two words (Levenshtein, Soviet Physics Doklady 10, 1966). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
