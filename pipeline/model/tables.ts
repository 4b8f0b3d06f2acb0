import type { Nodes, Table, TableCell, TableRow } from 'mdast';
import type { Block } from './nodes.ts';

/** What a cell can hold as well as words; never beside them. */
const blocks: ReadonlySet<string> = new Set([
  ...['paragraph', 'list', 'definitionList', 'code', 'blockquote', 'table', 'figure', 'math', 'thematicBreak'],
  ...['admonition', 'aside', 'group', 'pair', 'pageBreak'],
]);

/** The blocks of a cell that holds more than words; undefined where its children are phrasing. */
export function blocksOfCell({ children }: TableCell): Block[] | undefined {
  const held: readonly Nodes[] = children;
  return held.some(({ type }) => blocks.has(type)) ? (children as Nodes[] as Block[]) : undefined;
}

/** Blocks whose text is one run of words. */
const textBlocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'caption', 'definitionTerm']);

/** Whether a node’s text is one run of words: of a cell, where it holds no blocks. */
export function isTextBlock(node: Nodes): boolean {
  return textBlocks.has(node.type) && (node.type !== 'tableCell' || !blocksOfCell(node));
}

/** A cell, and which columns and rows of its table it covers. */
export interface CellPlace {
  readonly cell: TableCell;
  /** From 0. */
  readonly column: number;
  /** At least 1; no cell reaches out of its table, nor from its head into its body. */
  readonly colSpan: number;
  readonly rowSpan: number;
  /** It says what other cells are: those below it, or those beside it. Absent: it is one of these. */
  readonly heads?: 'columns' | 'row';
}

export interface RowPlace {
  readonly row: TableRow;
  /** Those that begin in this row, in their order. */
  readonly cells: readonly CellPlace[];
}

export interface TableGrid {
  readonly columns: number;
  /** None where no cell of it says anything. */
  readonly head: readonly RowPlace[];
  readonly body: readonly RowPlace[];
}

/** Where the cells of a table stand: rows that are too short are filled up with empty cells. */
export function gridOf(table: Table): TableGrid {
  const heads = Math.min(table.data?.headRows ?? 1, table.children.length);
  const parts = [table.children.slice(0, heads), table.children.slice(heads)].map((rows) => rows.map(spansOf));
  const columns = Math.max(1, table.align?.length ?? 0, ...parts.map(widthOf));
  const [head = [], body = []] = parts.map((rows) => placed(rows, columns));
  const saysSomething = head.some(({ cells }) => cells.some(({ cell }) => cell.children.length > 0));
  const inHead = (place: CellPlace): CellPlace => ({ ...place, heads: 'columns' });
  const inBody = (place: CellPlace): CellPlace => {
    const heads = place.cell.data?.heads === true || (place.column === 0 && table.data?.rowHeaders === true);
    return heads ? { ...place, heads: place.colSpan === columns && columns > 1 ? 'columns' : 'row' } : place;
  };
  return {
    columns,
    head: saysSomething ? head.map(({ row, cells }) => ({ row, cells: cells.map(inHead) })) : [],
    body: body.map(({ row, cells }) => ({ row, cells: cells.map(inBody) })),
  };
}

/** Whether any cell covers more than one column or row. */
export function hasSpans({ head, body }: TableGrid): boolean {
  return [...head, ...body].some(({ cells }) => cells.some(({ colSpan, rowSpan }) => colSpan > 1 || rowSpan > 1));
}

interface Spans {
  readonly row: TableRow;
  readonly cells: readonly { readonly cell: TableCell; readonly colSpan: number; readonly rowSpan: number }[];
}

function spansOf(row: TableRow): Spans {
  return {
    row,
    cells: row.children.map((cell) => ({ cell, colSpan: cell.data?.colSpan ?? 1, rowSpan: cell.data?.rowSpan ?? 1 })),
  };
}

/** Of rows that stand together: how many columns their cells take. */
function widthOf(rows: readonly Spans[]): number {
  return Math.max(0, ...placed(rows, Number.POSITIVE_INFINITY).flatMap(({ cells }) => cells.map(endOf)));
}

const endOf = ({ column, colSpan }: CellPlace): number => column + colSpan;

/** As HTML does: each cell in the first column that no cell of an earlier row covers. */
function placed(rows: readonly Spans[], columns: number): RowPlace[] {
  const taken: Set<number>[] = rows.map(() => new Set());
  const all = rows.map(({ row, cells }, index): RowPlace => {
    const own = taken[index] as Set<number>;
    const places: CellPlace[] = [];
    const put = (cell: TableCell, from: number, spans: { colSpan: number; rowSpan: number }) => {
      let column = from;
      while (own.has(column)) column++;
      let colSpan = 1;
      while (colSpan < spans.colSpan && !own.has(column + colSpan) && column + colSpan < columns) colSpan++;
      const rowSpan = Math.min(spans.rowSpan, rows.length - index);
      for (const covered of taken.slice(index, index + rowSpan)) {
        for (let at = column; at < column + colSpan; at++) covered.add(at);
      }
      places.push({ cell, column, colSpan, rowSpan });
    };
    for (const { cell, ...spans } of cells) put(cell, 0, spans);
    if (Number.isFinite(columns)) {
      for (let at = 0; at < columns; at++) {
        if (!own.has(at)) put({ type: 'tableCell', children: [] }, at, { colSpan: 1, rowSpan: 1 });
      }
    }
    return { row, cells: places };
  });
  return withoutEmpty(all);
}

/** Rows in which no cell begins are none: those that cover them cover one less. */
function withoutEmpty(rows: readonly RowPlace[]): RowPlace[] {
  if (rows.every(({ cells }) => cells.length > 0)) return [...rows];
  return rows.flatMap(({ row, cells }, index) => {
    const shorter = cells.map((place) => {
      const covered = rows.slice(index, index + place.rowSpan);
      return { ...place, rowSpan: covered.filter((each) => each.cells.length > 0).length };
    });
    return cells.length > 0 ? [{ row, cells: shorter }] : [];
  });
}
