import type { BilingualKind, Settings } from '../../model/index.ts';
import { type PlannedPage, withTurned } from '../paginate.ts';
import { type SetRow, stackRows } from './flow.ts';
import { type ParallelPage, paginateRows } from './paginate.ts';
import { type ColumnSheets, columnSheets, stackedSheets } from './sheet.ts';
import { oneAfterOther, oneBelowOther } from './stacked.ts';

/** Where the halves of a pair stand: side by side, or one below the other. */
export interface Arrangement {
  readonly stacked: boolean;
  readonly sheets: ColumnSheets;
  /** Pages of rows, and those that are turned for their tables. */
  fill(rows: readonly SetRow[]): ParallelPage[];
  /** Likewise of a list that is read in one language: where halves are not side by side, the whole list in each. */
  fillList(rows: readonly SetRow[]): ParallelPage[];
}

export const blankPage: ParallelPage = { boxes: [], notes: [], noteRules: [], across: [], end: 0 };

export function arrangementOf(kind: BilingualKind, { theme, paper }: Settings['pdf']): Arrangement {
  const stacked = kind === 'stacked';
  const sheets = (stacked ? stackedSheets : columnSheets)(theme, paper);
  const columns = { height: sheets.column.paper.textHeight, left: sheets.left };
  const height = sheets.across.turned.paper.textHeight;
  const like = (page: PlannedPage): ParallelPage => ({ ...blankPage, ...page });
  const fill = (rows: readonly SetRow[]): ParallelPage[] =>
    withTurned(paginateRows(stackRows(rows), columns), { height, like });
  return {
    stacked,
    sheets,
    fill: (rows) => fill(stacked ? oneBelowOther(rows, sheets.column) : rows),
    fillList: (rows) => fill(stacked ? oneAfterOther(rows) : rows),
  };
}
