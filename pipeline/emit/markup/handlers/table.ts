import type { Element, ElementContent, Properties } from 'hast';
import type { Caption, Table, TableCell, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Context, Handle, State } from '../context.ts';
import { element } from '../element.ts';
import { identify } from '../identify.ts';

/** Characters that a cell may have to stay on one line, as a date does: « 11 septembre 2001 » has 17. */
const shortLength = 18;

/** A table without a caption; in a box that scrolls, named by its columns, on a page. */
export const table: Handle<Table> = (state, node, context) => {
  const made = tableOf(state, node, context);
  if (context.flavour === 'epub') return made;
  return scrollBox(made, { ariaLabel: context.tableNames.get(node) });
};

/** A table that the caption names. */
export function captionedTable(state: State, node: Table, options: { caption: Caption; context: Context }): Element {
  const { caption, context } = options;
  const words = element('span', {}, state.all(caption));
  const made = tableOf(state, node, context);
  made.children.unshift(identify(caption, element('caption', {}, [words]), context));
  if (context.flavour === 'epub') return identify(node, made, context);
  return identify(node, scrollBox(made, { ariaLabel: textOf(caption) }), context);
}

/** A landmark that takes the focus: a keyboard can then scroll what is wider than the column. */
function scrollBox(content: Element, name: Properties): Element {
  return element('section', { className: ['table-scroll'], tabIndex: 0, ...name }, [content]);
}

function tableOf(state: State, node: Table, context: Context): Element {
  const [head, ...rows] = node.children;
  const parts: Element[] = [];
  if (head?.children.some((cell) => textOf(cell) !== '')) {
    parts.push(element('thead', {}, lines(state, [rowOf(state, head, { table: node, context, head: true })])));
  }
  const body = rows.map((row) => rowOf(state, row, { table: node, context, head: false }));
  if (body.length > 0) parts.push(element('tbody', {}, lines(state, body)));
  return element('table', {}, lines(state, parts));
}

interface RowOptions {
  readonly table: Table;
  readonly context: Context;
  readonly head: boolean;
}

function rowOf(state: State, row: TableRow, options: RowOptions): Element {
  const columns = options.table.align?.length ?? row.children.length;
  const cells = Array.from({ length: Math.max(columns, row.children.length) }, (_, column) => {
    const cell: TableCell = row.children[column] ?? { type: 'tableCell', children: [] };
    return identify(cell, cellOf(state, cell, { ...options, column }), options.context);
  });
  return identify(row, element('tr', {}, lines(state, cells)), options.context);
}

/** Headers say what they head; an empty cell heads nothing. Alignment is a class: styles stay in the style sheet. */
function cellOf(state: State, cell: TableCell, options: RowOptions & { column: number }): Element {
  const { table: node, head, column } = options;
  const words = textOf(cell);
  const align = node.align?.[column];
  const names = [
    ...(align === 'right' || align === 'center' ? [`align-${align}`] : []),
    ...(words !== '' && words.length <= shortLength ? ['short'] : []),
  ];
  const className = names.length > 0 ? { className: names } : {};
  const heads = head || (column === 0 && node.data?.rowHeaders === true);
  if (!heads || words === '') return element('td', className, state.all(cell));
  return element('th', { scope: head ? 'col' : 'row', ...className }, state.all(cell));
}

function lines(state: State, elements: Element[]): ElementContent[] {
  return state.wrap<ElementContent>(elements, true) as ElementContent[];
}
