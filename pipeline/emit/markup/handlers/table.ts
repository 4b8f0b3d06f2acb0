import type { Element, ElementContent, Properties } from 'hast';
import type { AlignType, Caption, Table, TableCell } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import {
  alignsOf,
  blocksOfCell,
  type CellPlace,
  gridOf,
  inHalf,
  languages,
  type RowPlace,
} from '../../../model/index.ts';
import type { Context, Handle, State } from '../context.ts';
import { element } from '../element.ts';
import { identify } from '../identify.ts';

/** Characters that a cell may have to stay on one line, as a date does: « 11 septembre 2001 » has 17. */
const shortLength = 18;

/** Columns that a book’s page holds, however small the screen; a table with more scrolls there. */
const mostInBooks = 6;

/** A table without a caption; in a box that scrolls, named by its columns, where it may be wider than what shows it. */
export const table: Handle<Table> = (state, node, context) => {
  const made = tableOf(state, node, context);
  return scrolls(node, context) ? scrollBox(made, { ariaLabel: context.tableNames.get(node) }) : made;
};

/** A table that the caption names. */
export function captionedTable(state: State, node: Table, options: { caption: Caption; context: Context }): Element {
  const { caption, context } = options;
  const words = element('span', {}, state.all(caption));
  const made = tableOf(state, node, context);
  made.children.unshift(identify(caption, element('caption', {}, [words]), context));
  const shown = scrolls(node, context)
    ? scrollBox(made, { ariaLabel: textOf(inHalf(caption, context.edition.language)) })
    : made;
  return identify(node, shown, context);
}

function scrolls(node: Table, { flavour }: Context): boolean {
  return flavour === 'html' || gridOf(node).columns > mostInBooks;
}

/** A landmark that takes the focus: a keyboard can then scroll what is wider than the column. */
function scrollBox(content: Element, name: Properties): Element {
  return element('section', { className: ['table-scroll'], tabIndex: 0, ...name }, [content]);
}

function tableOf(state: State, node: Table, context: Context): Element {
  const grid = gridOf(node);
  const aligns = alignsOf(node, grid);
  const parts: Element[] = [];
  const rowsIn = (rows: readonly RowPlace[]) =>
    lines(
      state,
      rows.map((row) => rowOf(state, row, { aligns, context })),
    );
  if (grid.head.some(({ row }) => textOf(row) !== '')) parts.push(element('thead', {}, rowsIn(grid.head)));
  if (grid.body.length > 0) parts.push(element('tbody', {}, rowsIn(grid.body)));
  return element('table', {}, lines(state, parts));
}

interface RowOptions {
  readonly aligns: readonly AlignType[];
  readonly context: Context;
}

function rowOf(state: State, { row, cells }: RowPlace, options: RowOptions): Element {
  const made = cells.map((place) => identify(place.cell, cellOf(state, place, options), options.context));
  return identify(row, element('tr', {}, lines(state, made)), options.context);
}

/** Headers say what they head; an empty cell heads nothing. Alignment is a class: styles stay in the style sheet. */
function cellOf(state: State, place: CellPlace, { aligns }: RowOptions): Element {
  const { cell, column, colSpan, rowSpan, heads } = place;
  const words = textOf(cell);
  const align = aligns[column];
  const names = [
    ...(align === 'right' || align === 'center' ? [`align-${align}`] : []),
    ...(colSpan > 1 && heads === 'columns' ? ['spanning'] : []),
    ...(words !== '' && longestIn(cell) <= shortLength && !blocksOfCell(cell) ? ['short'] : []),
  ];
  const properties = {
    ...(names.length > 0 && { className: names }),
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
  };
  if (!heads || words === '') return element('td', properties, state.all(cell));
  return element('th', { scope: heads === 'columns' ? 'col' : 'row', ...properties }, state.all(cell));
}

/** Letters of its words, or of those of the language that has more. */
function longestIn(cell: TableCell): number {
  return Math.max(...languages.map((language) => textOf(inHalf(cell, language)).length));
}

function lines(state: State, elements: Element[]): ElementContent[] {
  return state.wrap<ElementContent>(elements, true) as ElementContent[];
}
