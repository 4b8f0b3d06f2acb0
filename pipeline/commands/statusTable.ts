import { type Coverage, languages, type Review, type Unit } from '../model/index.ts';
import { coverageOf } from '../parity/index.ts';
import { displayWidth, pad, painter } from '../report/index.ts';
import type { Context } from './program.ts';

/** The columns of numbers, in their order. */
const numbers = ['units', 'approved', 'stale', 'unreviewed', 'missing'] as const;

/**
 * A row for each document and language:
 *
 *     Document   Language  Units  Approved  Stale  Unreviewed  Missing
 *     overview   English      33        33      0           0        0
 *                French       33        31      2           0        0
 */
export function statusTable({ units, coverage }: Review, { speech, terminal }: Context): string {
  const { say } = speech;
  const paint = painter(terminal.colour);
  const groups = [...new Set(units.map(groupOf))].map((name) => ({
    name,
    coverage: coverageOf(units.filter((unit) => groupOf(unit) === name)),
  }));
  const all = groups.length > 1 ? [...groups, { name: say('status.total'), coverage }] : groups;
  const rows = all.flatMap(({ name, coverage }) =>
    languages.map((language, at) => [at === 0 ? name : '', say(`language.${language}`), ...cells(coverage[language])]),
  );
  const head = ['document', 'language', ...numbers].map((column) => say(`status.column.${column}`));
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(displayWidth)),
  );
  const fixed = widths.slice(1).reduce((sum, width) => sum + width + 2, 0);
  const room = Math.max(12, Math.min(widths[0] ?? 0, terminal.columns - fixed));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => setIn(cell, column === 0 ? room : (widths[column] ?? 0), column))
      .join('  ')
      .trimEnd();
  const [titles, ...body] = [head, ...rows].map(line);
  return `${[paint('bold', titles ?? ''), ...body.map((row, at) => coloured(row, rows[at] ?? []))].join('\n')}\n`;

  function coloured(row: string, [, , , , stale = '0', unreviewed = '0', missing = '0']: readonly string[]): string {
    if (missing !== '0') return paint('red', row);
    return stale !== '0' || unreviewed !== '0' ? paint('yellow', row) : row;
  }
}

/** The document, or the file of the publication. */
function groupOf({ document, name }: Unit): string {
  return document ?? name.split('#')[0] ?? name;
}

function cells({ units, approved, stale, missing }: Coverage): readonly string[] {
  const counts = { units, approved, stale, unreviewed: units - approved - stale - missing, missing };
  return numbers.map((column) => String(counts[column]));
}

/** Numbers to the right, words to the left; a long name is cut. */
function setIn(cell: string, width: number, column: number): string {
  if (column > 1) return ' '.repeat(Math.max(0, width - displayWidth(cell))) + cell;
  return pad(displayWidth(cell) > width ? `${[...cell].slice(0, width - 1).join('')}…` : cell, width);
}
