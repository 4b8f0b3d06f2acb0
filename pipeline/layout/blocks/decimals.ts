import type { Points } from '../display.ts';
import type { Run } from '../runs.ts';
import type { Tools } from '../tools.ts';

/**
 * Numbers of one column stand with their decimal marks one below the other.
 *
 * @param column - Runs of the body's cells, from the top.
 * @returns For each cell how far its right edge stands left of the column's: the width of what the widest has behind
 *   its mark, less its own. 0 for cells without a number, and for all if there is no room.
 */
export function decimalShifts(
  column: readonly (readonly Run[])[],
  { tools, room }: { tools: Tools; room: Points },
): Points[] {
  const cells = column.map((runs) => measureNumber(runs, tools));
  const widest = Math.max(0, ...cells.map((cell) => cell?.behind ?? 0));
  const fits = cells.every((cell) => !cell || cell.width - cell.behind + widest <= room);
  return cells.map((cell) => (cell && fits ? widest - cell.behind : 0));
}

/** What a column needs for its numbers to stand so: the most that stands before a mark, and the most from there on. */
export function alignedWidth(column: readonly (readonly Run[])[], tools: Tools): Points {
  const cells = column.flatMap((runs) => measureNumber(runs, tools) ?? []);
  const most = (of: (cell: Measured) => Points) => Math.max(0, ...cells.map(of));
  return most(({ width, behind }) => width - behind) + most(({ behind }) => behind);
}

interface Measured {
  readonly width: Points;
  /** From the mark, or where it would be. */
  readonly behind: Points;
}

/** Digits, with or without groups; then perhaps a mark and decimals; then perhaps a unit. */
const numbers = {
  en: /^(\D{0,5}\d+(?:[\u00a0\u202f,]\d{3})*)((?:\.\d+)?(?:[\u00a0\u202f ]?[^\s\d]{1,4}){0,2})$/u,
  fr: /^(\D{0,5}\d+(?:[\u00a0\u202f]\d{3})*)((?:,\d+)?(?:[\u00a0\u202f ]?[^\s\d]{1,4}){0,2})$/u,
} as const;

function measureNumber(runs: readonly Run[], tools: Tools): Measured | undefined {
  const [run] = runs;
  const onLine = runs.filter(({ rise }) => rise === 0);
  const text = onLine.map((each) => each.text).join('');
  const [, before, behind] = (run?.lang.startsWith('fr') ? numbers.fr : numbers.en).exec(text) ?? [];
  if (before === undefined || behind === undefined || !run) return undefined;
  const widthOf = (of: string, { face, size }: Run) => (tools.fonts(face).width(of) * size) / 1000;
  const width = runs.reduce((sum, each) => sum + widthOf(each.text, each), 0);
  return { width, behind: width - widthOf(before, run) };
}
