import { differences } from './differences.ts';

/** A stretch of a text and what stands there now; offsets, end exclusive. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Changed lines, whole, and what within them is not as it was. */
export interface ChangedLines extends Change {
  readonly parts: readonly Change[];
}

/** What was changed in a text, whatever line ends it has now, and whether its last line ends. */
export function changedLines(old: string, now: string): readonly ChangedLines[] {
  const [lines, others] = [linesOf(old), linesOf(now)];
  return changes(lines, others).map((change) => {
    const before = old.slice(change.from, change.to);
    const parts = changes(wordsOf(before), wordsOf(change.text)).map((part) => {
      return { ...part, from: change.from + part.from, to: change.from + part.to };
    });
    return { ...change, parts };
  });
}

function changes(one: readonly string[], other: readonly string[]): readonly Change[] {
  const starts = [0];
  for (const piece of one) starts.push((starts.at(-1) ?? 0) + piece.length);
  return differences(one.map(alike), other.map(alike)).map(({ from, to, otherFrom, otherTo }) => {
    return { from: starts[from] ?? 0, to: starts[to] ?? 0, text: other.slice(otherFrom, otherTo).join('') };
  });
}

/** With its line end; the last one may have none. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\r\n|\n|\r|[^\S\r\n]+|[\p{L}\p{N}]+|./gsu) ?? [];
}

/** Two lines are the same whatever ends them. */
function alike(piece: string): string {
  if (!/^(?:\r\n|\n|\r)$/.test(piece)) return piece.replace(/(?:\r\n|\n|\r)$/, '');
  return '\n';
}
