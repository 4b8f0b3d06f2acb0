/** The name most like a mistyped one, or undefined when none is close: at most a third of its letters differ. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: distance(bare(typed), bare(name)) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(1, Math.floor(bare(best.name).length / 3)) ? best.name : undefined;
}

/** Without case, and without the dashes of an option. */
function bare(name: string): string {
  return name.toLowerCase().replace(/^-+/, '');
}

/** Edits (insert, delete, replace, swap of neighbours) from one word to the other; Damerau, Comm. ACM 7 (1964). */
function distance(a: string, b: string): number {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, at) => [at]);
  const cell = (row: number, column: number): number =>
    row === 0 ? column : (rows[row]?.[column] ?? Number.POSITIVE_INFINITY);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const best = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + (same ? 0 : 1));
      const row = rows[i];
      if (row) row[j] = swapped ? Math.min(best, cell(i - 2, j - 2) + 1) : best;
    }
  }
  return cell(a.length, b.length);
}
