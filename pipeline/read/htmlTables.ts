import type { AlignType, Data, Table, TableCell, TableRow } from 'mdast';
import { type CellPlace, gridOf } from '../model/index.ts';
import type { Unpaired } from './htmlBlocks.ts';
import { cellChildren, isOneLine } from './htmlCells.ts';
import { dataOf } from './htmlPhrasing.ts';
import type { HtmlElement, HtmlItem } from './htmlTree.ts';
import { wordsIn } from './htmlWords.ts';
import type { HtmlSource } from './source.ts';

type Item = HtmlItem<Unpaired>;
type Element = HtmlElement<Unpaired>;

interface Reading {
  readonly source: HtmlSource;
  readonly blocksOf: (items: readonly Item[]) => Unpaired[];
}

/** A table of raw HTML, with its spans; under its caption, if it has one. */
export function tableOf(element: Element, { source, blocksOf }: Reading): Unpaired[] {
  const parts = tableParts(element);
  const data = dataOf(element);
  const rows = parts.groups.flat();
  if (rows.every((row) => cellsOf(row).length === 0)) return blocksOf(element.children);
  const [first = [], ...others] = parts.groups;
  const headRows = parts.heads || rowsOfHead(first);
  const groups = [first.slice(0, headRows), first.slice(headRows), ...others];
  const table: Table = {
    type: 'table',
    children: groups.flatMap((group) =>
      group.map((row, at) => rowOf(row, { source, blocksOf, left: group.length - at })),
    ),
    position: element.position,
    ...(headRows !== 1 && { data: { headRows } }),
  };
  const made = withHeads(
    aligned(filled(table), rows.flatMap(cellsOf)),
    new Set(rows.flatMap(cellsOf).filter(isHeader).map(placeOf)),
  );
  const stray = blocksOf(parts.stray);
  if (!parts.caption) return [...stray, marked(made, data)];
  const words = wordsIn(parts.caption.children, source);
  const caption = { type: 'caption' as const, children: words, position: parts.caption.position };
  const { position } = element;
  return [...stray, { type: 'figure', kind: 'table', children: [caption, made], position, ...(data && { data }) }];
}

/**
 * Of a table without `thead`: its first row heads it, with the rows that its cells reach into, where every cell of it
 * that has something in it is a `th`; else none does.
 */
function rowsOfHead(rows: readonly Element[]): number {
  const first = cellsOf(rows[0] as Element);
  if (!first.some(isHeader) || !first.every((cell) => isHeader(cell) || cell.children.every(isBlank))) return 0;
  let reach = 1;
  for (let at = 0; at < reach; at++) {
    for (const cell of cellsOf(rows[at] as Element))
      reach = Math.max(reach, at + spanOf(cell, 'rowspan', rows.length - at));
  }
  return reach;
}

/** @param row - `left`: how many rows its part has from this one on. */
function rowOf(row: Element, { source, blocksOf, left }: Reading & { left: number }): TableRow {
  const cells = cellsOf(row).map((cell): TableCell => {
    const colSpan = spanOf(cell, 'colspan', mostColumns);
    const rowSpan = spanOf(cell, 'rowspan', left);
    const data = { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) };
    const inner = cell.children;
    const children = isOneLine(inner) ? wordsIn(inner, source) : cellChildren(blocksOf(inner));
    return {
      type: 'tableCell',
      children,
      position: cell.position,
      ...(Object.keys(data).length > 0 && { data }),
    };
  });
  return { type: 'tableRow', children: cells, position: row.position };
}

/** As many columns as nobody writes. */
const mostColumns = 100;

/** What an attribute says, at least 1; 0 rows are all that are left. */
function spanOf(cell: Element, name: 'colspan' | 'rowspan', most: number): number {
  const span = Number.parseInt(cell.attributes.get(name) ?? '1', 10);
  if (name === 'rowspan' && span === 0) return most;
  return Math.max(1, Math.min(Number.isNaN(span) ? 1 : span, most));
}

/**
 * Every row as wide as the table, with empty cells at its end where it is too short. A column in which no cell begins,
 * as of `colspan="100"`, is none.
 */
function filled(table: Table): Table {
  // All rows as a body: a head without words is no part of the grid, and its rows are filled up as the others are.
  const { body } = gridOf({ ...table, data: { headRows: 0 } });
  const begins = new Set(body.flatMap(({ cells }) => cells.filter(isWritten).map(({ column }) => column)));
  const children = body.map(({ row, cells }): TableRow => {
    const own = cells.filter((place) => isWritten(place) || begins.has(place.column));
    return { ...row, children: own.map((place) => spanning(place, { begins, row })) };
  });
  return { ...table, children };
}

const isWritten = ({ cell }: CellPlace): boolean => cell.position !== undefined;

function spanning({ cell, column, colSpan }: CellPlace, of: { begins: ReadonlySet<number>; row: TableRow }): TableCell {
  const covered = Array.from({ length: colSpan }, (_, index) => column + index);
  const columns = covered.filter((at) => of.begins.has(at)).length;
  const { position } = of.row;
  if (columns === (cell.data?.colSpan ?? 1)) return { ...(position && { position }), ...cell };
  const { colSpan: _, ...rest } = cell.data ?? {};
  const data = { ...rest, ...(columns > 1 && { colSpan: columns }) };
  const { data: __, ...bare } = cell;
  return { ...bare, ...(Object.keys(data).length > 0 && { data }) };
}

/** Columns are aligned as every cell of the body says that stands in one alone. */
function aligned(table: Table, cells: readonly Element[]): Table {
  const { body, columns } = gridOf(table);
  const said = new Map(cells.map((cell) => [placeOf(cell), alignOf(cell)]));
  const align = Array.from({ length: columns }, (_, column) => {
    const own = body.flatMap((row) => row.cells.filter((place) => place.column === column && place.colSpan === 1));
    const ways = new Set(own.map(({ cell }) => (cell.position && said.get(cell.position)) ?? null));
    return ways.size === 1 ? ([...ways][0] ?? null) : null;
  });
  return align.some((way) => way !== null) ? { ...table, align } : table;
}

function alignOf(cell: Element): AlignType {
  const style = /(?:^|;)\s*text-align:\s*([a-z]+)/.exec(cell.attributes.get('style') ?? '')?.[1];
  const way = (style ?? cell.attributes.get('align') ?? '').toLowerCase();
  if (way === 'right' || way === 'end') return 'right';
  return way === 'center' || way === 'left' ? way : null;
}

/** With what its `th` say: where they begin every row of the body, the table says so; others say so themselves. */
function withHeads(table: Table, headers: ReadonlySet<object | undefined>): Table {
  const { body } = gridOf(table);
  const isHead = ({ position }: TableCell): boolean => headers.has(position);
  const first = body.flatMap(({ cells }) => cells.filter(({ column }) => column === 0).map(({ cell }) => cell));
  const rowHeaders = first.length > 0 && first.every(isHead);
  const known = new Set(rowHeaders ? first : []);
  const bodyRows = new Set(body.map(({ row }) => row));
  const children = table.children.map((row): TableRow => {
    if (!bodyRows.has(row)) return row;
    const cells = row.children.map((cell) =>
      isHead(cell) && !known.has(cell) ? { ...cell, data: { ...cell.data, heads: true } } : cell,
    );
    return { ...row, children: cells };
  });
  return marked({ ...table, children }, rowHeaders ? { rowHeaders } : undefined);
}

function marked(table: Table, data: Data | undefined): Table {
  return data ? { ...table, data: { ...data, ...table.data } } : table;
}

interface TableParts {
  /** The rows of each group, none of whose cells reaches into the next: head, bodies, foot. */
  readonly groups: readonly (readonly Element[])[];
  /** How many rows are those of `thead`. */
  readonly heads: number;
  readonly caption: Element | undefined;
  /** What may not stand in a table; browsers put it before. */
  readonly stray: readonly Item[];
}

function tableParts(table: Element): TableParts {
  const head: Element[] = [];
  const bodies: Element[][] = [[]];
  const foot: Element[] = [];
  const stray: Item[] = [];
  let caption: Element | undefined;
  const walk = (items: readonly Item[], rows?: Element[]): void => {
    for (const item of items) {
      if (isBlank(item)) continue;
      if (item.kind !== 'element') stray.push(item);
      else if (item.name === 'tr') {
        (rows ?? (bodies.at(-1) as Element[])).push(item);
        stray.push(...item.children.filter((child) => !isCell(child) && !isBlank(child)));
      } else if (item.name === 'thead') walk(item.children, head);
      else if (item.name === 'tfoot') walk(item.children, foot);
      else if (item.name === 'tbody') {
        bodies.push([]);
        walk(item.children);
        bodies.push([]);
      } else if (item.name === 'caption' && !caption) caption = item;
      else if (item.name !== 'colgroup' && item.name !== 'col') stray.push(item);
    }
  };
  walk(table.children);
  return { groups: [head, ...bodies, foot].filter(({ length }) => length > 0), heads: head.length, caption, stray };
}

function isBlank(item: Item): boolean {
  return item.kind === 'text' && item.value.trim() === '';
}

function isCell(item: Item): item is Element {
  return item.kind === 'element' && (item.name === 'td' || item.name === 'th');
}

const isHeader = ({ name }: Element): boolean => name === 'th';

const placeOf = ({ position }: Element): object => position;

function cellsOf(row: Element): Element[] {
  return row.children.filter(isCell);
}
