/** The cells of a table: their words, their elements in the structure tree, and which of them head which. */
import type { LanguageTag } from '../../model/index.ts';
import { blocksOfCell, type CellPlace, hasSpans, type RowPlace, type TableGrid } from '../../model/index.ts';
import { collectRuns } from '../collect.ts';
import type { Points, StructureElement } from '../display.ts';
import type { Run } from '../runs.ts';
import { type Draft, openElement } from '../structure.ts';
import type { TextStyle } from '../style.ts';
import { anchorsOf, langAttribute, languageOf, type Setting } from '../tools.ts';
import { type CellBlocks, type CellText, textsOfBlocks } from './cellBlocks.ts';

export interface Cell {
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** It heads the columns below it. */
  readonly heads: boolean;
  /** Its words; none where it holds blocks. */
  readonly runs: readonly Run[];
  readonly blocks?: CellBlocks;
  /** What its columns must have room for. */
  readonly texts: readonly CellText[];
  readonly anchors: readonly string[];
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly anchors: readonly string[];
}

export interface TableCells {
  readonly columns: number;
  readonly head: readonly Row[];
  readonly body: readonly Row[];
}

interface CellSetting {
  readonly table: Draft;
  readonly style: TextStyle;
  readonly setting: Setting;
}

export function readCells(grid: TableGrid, cellSetting: CellSetting): TableCells {
  const thead = openElement('THead', cellSetting.table);
  const tbody = openElement('TBody', cellSetting.table);
  const headings = hasSpans(grid) ? headingsOf(grid) : undefined;
  const made = new Map<CellPlace, Made>();
  const rowIn = (place: RowPlace, parent: Draft): Row => {
    const { tools, lang } = cellSetting.setting;
    const tr = openElement('TR', parent, langAttribute(place.row, lang));
    const own = { ...cellSetting, lang: languageOf(place.row, lang) };
    const cells = place.cells.map((cell) => {
      const headers: StructureElement[] = [];
      const draft = openCell(cell, { ...own, tr, ...(headings && { headers }) });
      made.set(cell, { element: draft.element, headers });
      return readCell(cell, { ...own, draft });
    });
    return { cells, anchors: anchorsOf(place.row, tools) };
  };
  const head = grid.head.map((row) => rowIn(row, thead));
  const body = grid.body.map((row) => rowIn(row, tbody));
  for (const [cell, { headers }] of made) {
    for (const heading of headings?.(cell) ?? []) headers.push((made.get(heading) as Made).element);
  }
  return { columns: grid.columns, head, body };
}

interface Made {
  readonly element: StructureElement;
  readonly headers: StructureElement[];
}

interface CellReading extends CellSetting {
  /** Of its row. */
  readonly lang: LanguageTag;
}

type CellOpening = CellReading & { readonly tr: Draft; readonly headers?: readonly StructureElement[] };

function openCell({ cell, colSpan, rowSpan, heads }: CellPlace, { tr, headers, lang }: CellOpening): Draft {
  return openElement(heads ? 'TH' : 'TD', tr, {
    ...(heads && { scope: heads === 'columns' ? ('Column' as const) : ('Row' as const) }),
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    ...(headers && { headers }),
    ...langAttribute(cell, lang),
  });
}

function readCell(place: CellPlace, { draft, style, setting, lang }: CellReading & { draft: Draft }): Cell {
  const { cell, column, colSpan, rowSpan } = place;
  const heads = place.heads === 'columns';
  const { tools, width: measure } = setting;
  const own = { draft, style: place.heads ? { ...style, bold: true } : style, lang: languageOf(cell, lang) };
  const base = { column, colSpan, rowSpan, heads, anchors: anchorsOf(cell, tools) };
  const nodes = blocksOfCell(cell);
  if (nodes) {
    const blocks = { nodes, ...own };
    return { ...base, runs: [], blocks, texts: textsOfBlocks(blocks, setting) };
  }
  const runs = collectRuns(cell.children, { tools, measure, ...own });
  return { ...base, runs, texts: [{ runs, indent: 0 }] };
}

/** Room that a cell has: its columns, and what is between them. */
export function widthOf(cell: Pick<Cell, 'column' | 'colSpan'>, widths: readonly Points[], gutter: Points): Points {
  const own = widths.slice(cell.column, cell.column + cell.colSpan);
  return own.reduce((sum, width) => sum + width, 0) + gutter * (own.length - 1);
}

/**
 * Which cells say what a cell of a table with spans is: those of the head above it, the last before it that takes the
 * whole width, and those that head its row. Where nothing spans, their scopes say it.
 */
function headingsOf({ head, body, columns }: TableGrid): (cell: CellPlace) => readonly CellPlace[] {
  const found = new Map<CellPlace, CellPlace[]>();
  const above: CellPlace[] = [];
  for (const { cells } of head) {
    for (const cell of cells)
      found.set(
        cell,
        above.filter((other) => shareColumns(other, cell)),
      );
    above.push(...cells.filter(({ cell }) => cell.children.length > 0));
  }
  let section: CellPlace | undefined;
  let open: { cell: CellPlace; rows: number }[] = [];
  for (const { cells } of body) {
    open = open.flatMap(({ cell, rows }) => (rows > 1 ? [{ cell, rows: rows - 1 }] : []));
    const whole = cells.find(({ heads, colSpan }) => heads === 'columns' && colSpan === columns);
    for (const cell of cells) if (cell.heads === 'row') open.push({ cell, rows: cell.rowSpan });
    for (const cell of cells) {
      const beside = open.filter((other) => other.cell !== cell && (!cell.heads || other.cell.column < cell.column));
      found.set(cell, [
        ...above.filter((other) => shareColumns(other, cell)),
        ...(section && !whole ? [section] : []),
        ...beside.map((other) => other.cell),
      ]);
    }
    section = whole ?? section;
  }
  return (cell) => found.get(cell) ?? [];
}

function shareColumns(one: CellPlace, other: CellPlace): boolean {
  return one.column < other.column + other.colSpan && other.column < one.column + one.colSpan;
}
