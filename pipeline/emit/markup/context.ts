import type { ElementContent } from 'hast';
import type { FootnoteDefinition, Nodes, Root, Table } from 'mdast';
import type { Handler, State as ToHastState } from 'mdast-util-to-hast';
import { toString as textOf } from 'mdast-util-to-string';
import { fill, gridOf, inHalf, type Language, SKIP, visit } from '../../model/index.ts';
import type { MarkupOptions } from './options.ts';

export type State = ToHastState;
export type { Handler };

/** What handlers know besides their node: the caller's options, and what only the whole document tells. */
export interface Context extends MarkupOptions {
  /** Names of tables without a caption, each once in its document. */
  readonly tableNames: ReadonlyMap<Table, string>;
  /** How often each note is called, by its number. */
  readonly calls: ReadonlyMap<number, number>;
}

/** One node of one type in, its elements out; id and language are put on by `identify`, not by the handler. */
export type Handle<Node extends Nodes> = (
  state: State,
  node: Node,
  context: Context,
) => ElementContent | ElementContent[];

export function contextOf(tree: Root, notes: readonly FootnoteDefinition[], options: MarkupOptions): Context {
  const roots = [tree, ...notes];
  return { ...options, tableNames: tableNames(tree, options), calls: callCounts(roots, options.edition.language) };
}

/** "Table: Amount, Signed", with a number after it where two tables would have the same name. */
function tableNames(tree: Root, options: MarkupOptions): ReadonlyMap<Table, string> {
  const names = new Map<Table, string>();
  const used = new Map<string, number>();
  visit(tree, (node) => {
    if (node.type === 'figure' && node.children.some((child) => child.type === 'caption')) return SKIP;
    if (node.type === 'paragraph' || node.type === 'heading') return SKIP; // no table is in words
    if (node.type !== 'table') return undefined;
    const head = gridOf(inHalf(node, options.edition.language)).head.flatMap(({ cells }) =>
      cells.map(({ cell }) => textOf(cell)),
    );
    const columns = head.filter((name) => name !== '');
    const name = fill(options.edition.strings, 'edition.table', { columns: columns.join(', ') });
    const uses = (used.get(name) ?? 0) + 1;
    used.set(name, uses);
    names.set(node, uses === 1 ? name : `${name} (${uses})`);
    return SKIP;
  });
  return names;
}

function callCounts(roots: readonly (Root | FootnoteDefinition)[], language: Language): ReadonlyMap<number, number> {
  const calls = new Map<number, number>();
  for (const root of roots) {
    visit(root, (node) => {
      const { half = language, number } = node.data ?? {};
      if (half !== language) return SKIP;
      if (node.type === 'footnoteReference' && number !== undefined) calls.set(number, (calls.get(number) ?? 0) + 1);
      return undefined;
    });
  }
  return calls;
}
