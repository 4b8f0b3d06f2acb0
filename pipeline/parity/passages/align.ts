import type { List, ListItem, Nodes, Table, TableCell } from 'mdast';
import { blocksOfCell, gridOf, type Language, languages, type Position } from '../../model/index.ts';
import type { Difference, Part, Role } from './passage.ts';
import type { Side } from './side.ts';

/** Blocks of one language, and where they stand. */
export interface Blocks {
  readonly nodes: readonly Nodes[];
  readonly position: Position;
}

export type MakeSide = (nodes: readonly Nodes[], position: Position, language: Language) => Side;

/**
 * Stand block against block as far as the sequences of block types are equal, and go on inside them; where they are
 * not, all that is left is one unit, and the first edit that would make them equal is a difference.
 */
export class Aligner {
  readonly parts: Part[] = [];
  readonly differences: Difference[] = [];
  readonly #makeSide: MakeSide;

  constructor(makeSide: MakeSide) {
    this.#makeSide = makeSide;
  }

  blocks(en: Blocks, fr: Blocks, role: Role): void {
    const [one, two] = [
      { ...en, nodes: flowing(en.nodes) },
      { ...fr, nodes: flowing(fr.nodes) },
    ];
    const edit = firstEdit(one.nodes.map(keyOf), two.nodes.map(keyOf));
    if (edit) {
      this.differences.push(differenceAt(edit, one, two));
      this.#unit(one, two, 'unit');
    } else {
      for (const [index, node] of one.nodes.entries()) this.#block(node, two.nodes[index] as Nodes, role);
    }
    this.#notes(en, fr);
  }

  #unit(en: Blocks, fr: Blocks, role: Role): void {
    this.parts.push({
      role,
      en: this.#makeSide(en.nodes, en.position, 'en'),
      fr: this.#makeSide(fr.nodes, fr.position, 'fr'),
    });
  }

  #block(en: Nodes, fr: Nodes, role: Role): void {
    if (en.data?.untranslated || fr.data?.untranslated) return;
    if (en.type === 'list' && fr.type === 'list') this.#list(en, fr);
    else if (en.type === 'table' && fr.type === 'table') this.#table(en, fr);
    else if (en.type === 'caption') this.#unit(childrenOf(en), childrenOf(fr), 'caption');
    else if (headingLike.has(en.type)) this.#unit(asBlocks(en), asBlocks(fr), 'heading');
    else if (en.type === 'paragraph') this.#unit(asBlocks(en), asBlocks(fr), role);
    else if (en.data?.lang !== undefined || fr.data?.lang !== undefined) this.#unit(asBlocks(en), asBlocks(fr), role);
    else if ('children' in en) this.blocks(childrenOf(en), childrenOf(fr), itemLike.has(en.type) ? 'item' : role);
  }

  #list(en: List, fr: List): void {
    const what = listDifference(en, fr);
    if (what === 'items') {
      const counts = { en: en.children.length, fr: fr.children.length };
      this.differences.push({ kind: 'list', what, en, fr, counts });
      this.#unit(asBlocks(en), asBlocks(fr), 'unit');
      return;
    }
    if (what) this.differences.push({ kind: 'list', what, en, fr });
    for (const [index, item] of en.children.entries()) this.#item(item, fr.children[index] as ListItem);
  }

  #item(en: ListItem, fr: ListItem): void {
    const [one, two] = [en, fr].map(({ children }) => children.some(({ type }) => type === 'list'));
    if (one === two) this.blocks(childrenOf(en), childrenOf(fr), 'item');
    else {
      this.differences.push({ kind: 'list', what: 'depth', en, fr });
      this.#unit(childrenOf(en), childrenOf(fr), 'unit');
    }
  }

  #table(en: Table, fr: Table): void {
    const grids = { en: gridOf(en), fr: gridOf(fr) };
    const counts = {
      rows: { en: en.children.length, fr: fr.children.length },
      columns: { en: grids.en.columns, fr: grids.fr.columns },
      heads: { en: en.data?.headRows ?? 1, fr: fr.data?.headRows ?? 1 },
    };
    const what = (['rows', 'columns', 'heads'] as const).find((each) => counts[each].en !== counts[each].fr);
    if (what) this.differences.push({ kind: 'table', what, en, fr, counts: counts[what] });
    else if (shapeOf(en) !== shapeOf(fr)) this.differences.push({ kind: 'table', what: 'spans', en, fr });
    if (what || shapeOf(en) !== shapeOf(fr)) {
      this.#unit(asBlocks(en), asBlocks(fr), 'unit');
      return;
    }
    if (headersOf(en) !== headersOf(fr)) {
      this.differences.push({ kind: 'table', what: 'headers', en, fr });
    }
    if ((en.align ?? []).join() !== (fr.align ?? []).join()) {
      this.differences.push({ kind: 'table', what: 'alignment', en, fr });
    }
    for (const [index, row] of en.children.entries()) {
      for (const [at, cell] of row.children.entries()) {
        const other = fr.children[index]?.children[at];
        if (other) this.#cell(cell, other);
      }
    }
  }

  #cell(en: TableCell, fr: TableCell): void {
    if (blocksOfCell(en) && blocksOfCell(fr)) this.blocks(childrenOf(en), childrenOf(fr), 'cell');
    else this.#unit(asBlocks(en), asBlocks(fr), 'cell');
  }

  /** Notes stand against each other by their labels, wherever they are defined. */
  #notes(en: Blocks, fr: Blocks): void {
    const notes = new Map(
      fr.nodes.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node]] : [])),
    );
    for (const node of en.nodes) {
      const other = node.type === 'footnoteDefinition' ? notes.get(node.identifier) : undefined;
      if (other) this.blocks(childrenOf(node), childrenOf(other), 'paragraph');
    }
  }
}

const headingLike: ReadonlySet<string> = new Set(['heading', 'definitionTerm']);
const itemLike: ReadonlySet<string> = new Set(['definitionDescription']);

function asBlocks(node: Nodes): Blocks {
  return { nodes: [node], position: placed(node) };
}

function childrenOf(node: Nodes): Blocks {
  return { nodes: 'children' in node ? node.children : [], position: placed(node) };
}

/** @throws on a node without position: `read` gives every node one. */
function placed(node: Nodes): Position {
  if (!node.position) throw new Error('A node without position');
  return node.position;
}

/** Without what is not read in its place: definitions of notes and of addresses. */
function flowing(nodes: readonly Nodes[]): readonly Nodes[] {
  return nodes.filter(({ type }) => type !== 'footnoteDefinition' && type !== 'definition');
}

/** What must be equal of two blocks that stand against each other. */
function keyOf(node: Nodes): string {
  switch (node.type) {
    case 'heading':
      return `heading ${node.depth}`;
    case 'list':
      return node.ordered ? 'list ordered' : 'list';
    case 'admonition':
    case 'figure':
      return `${node.type} ${node.kind}`;
  }
  return node.type;
}

/** Indices of the blocks that begin the difference; absent where that side lacks one. */
interface Edit {
  readonly en: number;
  readonly fr: number;
  readonly op: 'only-en' | 'only-fr' | 'differ';
}

/** Of every row, how many columns and rows each of its cells covers; not how many empty ones follow. */
function shapeOf({ children }: Table): string {
  const spans = children.map((row) => row.children.map(({ data }) => `${data?.colSpan ?? 1}x${data?.rowSpan ?? 1}`));
  return spans.map((row) => row.join(' ').replace(/( 1x1)+$/, '')).join('\n');
}

/** Which cells of the body head their rows. */
function headersOf({ data, children }: Table): string {
  const own = children.map((row) => row.children.map((cell) => (cell.data?.heads ? 1 : 0)).join(''));
  return `${data?.rowHeaders === true} ${own.join(' ').replace(/0+(?= |$)/g, '')}`;
}

/** Sequences longer than this, in cells of the table, are compared block by block. */
const largest = 250_000;

/** The first edit of the shortest alignment of two sequences; undefined when they are equal. */
function firstEdit(en: readonly string[], fr: readonly string[]): Edit | undefined {
  let start = 0;
  while (start < en.length && start < fr.length && en[start] === fr[start]) start++;
  if (start === en.length && start === fr.length) return undefined;
  if (start === en.length) return { en: start, fr: start, op: 'only-fr' };
  if (start === fr.length) return { en: start, fr: start, op: 'only-en' };
  const [restEn, restFr] = [en.slice(start), fr.slice(start)];
  if (restEn.length * restFr.length > largest) return { en: start, fr: start, op: 'differ' };
  const costs = editCosts(restEn, restFr);
  const costAt = (row: number, column: number): number => costs[row]?.[column] ?? 0;
  if (costAt(0, 0) === costAt(1, 1) + 1) return { en: start, fr: start, op: 'differ' };
  return { en: start, fr: start, op: costAt(0, 0) === costAt(1, 0) + 1 ? 'only-en' : 'only-fr' };
}

/** Edit distance of every pair of tails. */
function editCosts(en: readonly string[], fr: readonly string[]): readonly (readonly number[])[] {
  const costs: number[][] = Array.from({ length: en.length + 1 }, () => Array<number>(fr.length + 1).fill(0));
  for (let row = en.length; row >= 0; row--) {
    for (let column = fr.length; column >= 0; column--) {
      const at = costs[row] as number[];
      if (row === en.length) at[column] = fr.length - column;
      else if (column === fr.length) at[column] = en.length - row;
      else {
        const below = costs[row + 1] as number[];
        const same = en[row] === fr[column] ? 0 : 1;
        at[column] = Math.min(
          (below[column + 1] as number) + same,
          (below[column] as number) + 1,
          (at[column + 1] as number) + 1,
        );
      }
    }
  }
  return costs;
}

function differenceAt(edit: Edit, en: Blocks, fr: Blocks): Difference {
  const sides = { en: en.nodes[edit.en], fr: fr.nodes[edit.fr] };
  const shown = languages.filter((language) => edit.op === 'differ' || edit.op === `only-${language}`);
  const lacking = edit.op === 'only-en' ? fr : en;
  const at = sides[edit.op === 'only-en' ? 'fr' : 'en'] ?? lacking.nodes.at(-1);
  return {
    kind: 'blocks',
    ...Object.fromEntries(shown.flatMap((language) => (sides[language] ? [[language, sides[language]]] : []))),
    beside: at?.position ?? lacking.position,
  };
}

function listDifference(en: List, fr: List): 'items' | 'start' | 'tasks' | undefined {
  if (en.children.length !== fr.children.length) return 'items';
  if (en.ordered && (en.start ?? 1) !== (fr.start ?? 1)) return 'start';
  const tasks = (list: List): string => list.children.map(({ checked }) => checked ?? '-').join();
  return tasks(en) === tasks(fr) ? undefined : 'tasks';
}
