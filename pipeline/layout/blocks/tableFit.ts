/** How a table is set so that its words have room: in the theme's size, in a smaller one, or on a page turned sideways. */
import type { Table } from 'mdast';
import { diagnose, type TableGrid } from '../../model/index.ts';
import type { Points } from '../display.ts';
import { openElement } from '../structure.ts';
import type { TextStyle } from '../style.ts';
import { onTrial, type Setting } from '../tools.ts';
import { partOfWord, sum, type WordNeed } from './columns.ts';
import { longWord, needsOf } from './needs.ts';
import { readCells } from './tableCells.ts';

export interface TableFit {
  readonly style: TextStyle;
  readonly gutter: Points;
  /** It stands on a page of its own, whose longer side is at the top. */
  readonly turned: boolean;
}

/** A table of more columns than this is set small and close. */
const manyColumns = 7;
/** So few columns have room, or no page gives it to them. */
const fewColumns = 3;

/**
 * The first that leaves every column a sensible width: the theme's size, its size for tables of many columns, each of
 * them on a turned page. Where none does, the narrowest; it is `narrow` where not even the pieces of words fit.
 */
export function fitOf(node: Table, grid: TableGrid, setting: Setting): TableFit {
  const { sheet } = setting.tools;
  const { columns } = grid;
  const dense: TableFit = { style: sheet.styles.denseTable, gutter: 5, turned: false };
  const full: TableFit = { style: sheet.styles.table, gutter: columns > 4 ? 10 : 14, turned: false };
  const usual = columns > manyColumns ? dense : full;
  if (columns <= fewColumns) return usual;
  const fits = (fit: TableFit): boolean => widthsIn(grid, { ...fit, setting }).sensible <= roomOf(fit, setting);
  const say = (fit: TableFit, variant: Variant): TableFit => said(fit, { node, columns, setting, variant });
  if (fits(full)) return usual;
  if (fits(dense)) return say(dense, 'small');
  // What is part of something else stays in its place.
  const sideways = setting.snap ? [full, dense].map((fit) => ({ ...fit, turned: true })) : [];
  const fitting = sideways.find(fits);
  if (fitting) return say(fitting, 'turned');
  const narrowest = sideways.at(-1) ?? dense;
  const narrow = widthsIn(grid, { ...narrowest, setting }).least > roomOf(narrowest, setting);
  return say(narrowest, narrow ? 'narrow' : narrowest.turned ? 'turned' : 'small');
}

type Variant = 'small' | 'turned' | 'narrow';

function roomOf({ turned }: TableFit, { tools, snap, width }: Setting): Points {
  if (turned) return tools.sheet.turned.measure;
  return snap ? Math.max(width, tools.sheet.wideMeasure) : width;
}

/** In em: lines of fewer letters are hard to read. */
const shortestLine = 6;

/**
 * All columns together: as wide as their longest pieces of words, and at their narrowest to be read, where words are
 * hyphenated, but not into splinters, and prose has room for a few.
 */
function widthsIn(grid: TableGrid, { style, gutter, setting }: TableFit & { setting: Setting }) {
  const tools = onTrial(setting.tools);
  const cells = readCells(grid, { table: openElement('Table'), style, setting: { ...setting, tools } });
  const needs = needsOf(cells, { gutter, tools });
  const between = gutter * (grid.columns - 1);
  const sensible = ({ least, word, most }: WordNeed): Points =>
    Math.max(least, Math.min(word, longWord) * partOfWord, Math.min(most, shortestLine * style.size));
  return { least: sum(needs.map(({ least }) => least)) + between, sensible: sum(needs.map(sensible)) + between };
}

interface Said {
  readonly node: Table;
  readonly columns: number;
  readonly setting: Setting;
  readonly variant: Variant;
}

function said(fit: TableFit, { node, columns, setting, variant }: Said): TableFit {
  const { document, diagnostics } = setting.tools;
  const finding = diagnose('table-fits', {
    path: document?.path ?? 'source/publication.yaml',
    position: node.position,
    details: { variant, columns, size: fit.style.size },
    ...(variant === 'narrow' && { severity: 'warning' as const }),
  });
  diagnostics.push(finding);
  return fit;
}
