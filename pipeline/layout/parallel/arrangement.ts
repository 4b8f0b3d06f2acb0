import type { BilingualKind, Settings } from '../../model/index.ts';
import { type PlannedPage, withTurned } from '../paginate.ts';
import { facingPages } from './facing.ts';
import { type SetRow, stackRows } from './flow.ts';
import { paginateRows } from './paginate.ts';
import { blankPage, type ParallelPage } from './place.ts';
import { type ColumnSheets, columnSheets, wholeSheets } from './sheet.ts';
import { oneAfterOther, oneBelowOther } from './stacked.ts';
import { callingTurned } from './turned.ts';

/** Where the halves of a pair stand: side by side, one below the other, or on pages that face one another. */
export interface Arrangement {
  readonly kind: ArrangedKind;
  /** Number of the first page of the text: facing pages begin on the left, where numbers are even. */
  readonly first: number;
  readonly sheets: ColumnSheets;
  /** Pages of rows, and those that are turned for their tables. */
  fill(rows: readonly SetRow[]): ParallelPage[];
  /** Likewise of a list that is read in one language: where halves are not side by side, the whole list in each. */
  fillList(rows: readonly SetRow[]): ParallelPage[];
}

/** Those that are made of rows. */
export type ArrangedKind = Exclude<BilingualKind, 'tumble'>;

/** @throws where the books are two, each of one language. */
export function arrangementOf(kind: BilingualKind, { theme, paper }: Settings['pdf']): Arrangement {
  if (kind === 'tumble') throw new Error('Two books have no rows');
  const stacked = kind === 'stacked';
  const sheets = (kind === 'columns' ? columnSheets : wholeSheets)(theme, paper);
  const columns = { height: sheets.column.paper.textHeight, left: sheets.left };
  const height = sheets.across.turned.paper.textHeight;
  const like = (page: PlannedPage): ParallelPage => ({ ...blankPage, ...page });
  const fill = (rows: readonly SetRow[]): ParallelPage[] => {
    const pages = paginateRows(stackRows(callingTurned(rows, { apart: kind === 'facing' })), columns);
    return kind === 'facing' ? facingPages(pages, height) : withTurned(pages, { height, like });
  };
  return {
    kind,
    first: kind === 'facing' ? 2 : 1,
    sheets,
    fill: (rows) => fill(stacked ? oneBelowOther(rows, sheets.column) : rows),
    fillList: (rows) => fill(stacked ? oneAfterOther(rows) : rows),
  };
}
