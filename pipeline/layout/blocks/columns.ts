/** Widths of a table's columns: numbers in, numbers out. */
import type { Points } from '../display.ts';

export interface ColumnNeed {
  /** Width of what must not be broken: its longest piece of a word, or its longest word. */
  readonly least: Points;
  /** Width of its longest cell in one line. */
  readonly most: Points;
}

export interface WordNeed extends ColumnNeed {
  /** Width of its longest word; at least `least`. */
  readonly word: Points;
}

/** A column in which its longest word is hyphenated has room for this much of it, if it can: two lines are enough. */
export const partOfWord = 0.6;

/**
 * As many columns as there is room for keep their longest word whole: those that ask for least first, and none for a
 * word that takes more than half of the table. The others are not squeezed to their shortest pieces for that.
 */
export function keepingWords(needs: readonly WordNeed[], width: Points): ColumnNeed[] {
  const wishes = needs.map((need) => ({ need, word: Math.max(need.least, Math.min(need.word, width / 2)) }));
  const open = wishes.map(({ need, word }) => ({
    word,
    least: need.least,
    part: Math.max(need.least, word * partOfWord),
  }));
  const room = width - sum(needs.map(({ least }) => least));
  const asked = sum(open.map(({ part, least }) => part - least));
  const granted = asked === 0 ? 0 : Math.min(1, Math.max(0, room) / asked);
  const columns = open.map(({ word, least, part }) => ({ word, least: least + granted * (part - least) }));
  let rest = width - sum(columns.map(({ least }) => least));
  for (const column of columns.toSorted((a, b) => a.word - a.least - (b.word - b.least))) {
    if (column.word - column.least > rest) break;
    rest -= column.word - column.least;
    column.least = column.word;
  }
  return columns.map(({ least }, index) => ({ least, most: needs[index]?.most ?? least }));
}

/**
 * Shares out a width among columns. Narrow columns get what they want, so that dates and numbers stay whole; wide ones
 * share the rest, by the square root of what they want, none below its least. Where not even the least fits, the
 * widest are narrowed.
 *
 * @param width - What there is for all columns, without the space between them.
 * @returns Widths whose sum is at most `width`.
 */
export function shareWidth(needs: readonly ColumnNeed[], width: Points): Points[] {
  const most = sum(needs.map((need) => need.most));
  if (most <= width) return grown(needs, { width, most });
  if (sum(needs.map((need) => need.least)) >= width) return narrowed(needs, width);
  const widths = new Map<ColumnNeed, Points>();
  // Settle one column at a time: first those that want no more than they may have, then those whose least is above it.
  for (;;) {
    const open = needs.filter((need) => !widths.has(need)).sort((a, b) => a.most - b.most);
    const rest = width - sum([...widths.values()]);
    const roots = sum(open.map((need) => Math.sqrt(need.most)));
    const share = (need: ColumnNeed) => (rest * Math.sqrt(need.most)) / roots;
    const leastOfAll = sum(open.map(({ least }) => least));
    const fits = (need: ColumnNeed) => rest - need.most >= leastOfAll - need.least;
    const content = open.find((need) => need.most <= Math.max(share(need), generous(rest / open.length)) && fits(need));
    const starved = open.find((need) => need.least > share(need));
    if (content) widths.set(content, content.most);
    else if (starved) widths.set(starved, starved.least);
    else return needs.map((need) => widths.get(need) ?? share(need));
  }
}

/** As wide as a date with its month in full. */
const shortCell: Points = 96;

/** A column of short cells may take somewhat more than an equal part. */
function generous(part: Points): Points {
  return Math.min(part * 1.35, shortCell);
}

/** A table that leaves little of the measure free takes all of it; a small one keeps its own width. */
function grown(needs: readonly ColumnNeed[], { width, most }: { width: Points; most: Points }): Points[] {
  const spare = width - most;
  if (spare > width * 0.45) return needs.map((need) => need.most);
  return needs.map((need) => need.most + spare / needs.length);
}

/** Wide columns give first: all are cut to one greatest width. */
function narrowed(needs: readonly ColumnNeed[], width: Points): Points[] {
  const order = needs.map((need) => need.least).sort((a, b) => a - b);
  let rest = width;
  let greatest = 0;
  for (const [index, least] of order.entries()) {
    greatest = rest / (order.length - index);
    if (least > greatest) break;
    rest -= least;
  }
  return needs.map((need) => Math.min(need.least, greatest));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
