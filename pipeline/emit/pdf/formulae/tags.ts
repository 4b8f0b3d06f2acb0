/** What we use of MathJax's nodes. */
export interface TexNode {
  readonly isToken: boolean;
  readonly childNodes: readonly TexNode[];
  readonly parent: TexNode;
  readonly attributes: {
    get(name: string): unknown;
    set(name: string, value: unknown): void;
    unset(name: string): void;
  };
  readonly factory: { create(kind: string, attributes?: object, children?: readonly TexNode[]): TexNode };
  isKind(kind: string): boolean;
  /** Of a text alone. */
  getText?(): string;
  setText?(text: string): void;
  setChildren(children: readonly TexNode[]): void;
  replaceChild(child: TexNode, old: TexNode): unknown;
  setInheritedAttributes(attributes: object, display: boolean, level: number, prime: boolean): void;
  walkTree(visit: (node: TexNode) => void): void;
}

/** In em, between a formula and its tag. */
const space = '2em';

/**
 * Places what `\tag` gives after its formula. MathJax would stand it at the margin of a page, of which a drawing has none.
 *
 * @param root - A formula as MathJax has read it; changed in place.
 */
export function placeTags(root: TexNode, display: boolean): void {
  const tables: TexNode[] = [];
  root.walkTree((node) => {
    if (node.isKind('mtable') && node.childNodes.some(isTagged)) tables.push(node);
  });
  for (const table of tables) {
    const [row, ...others] = table.childNodes;
    const [tag, cell, ...cells] = row?.childNodes ?? [];
    if (tag && cell && others.length === 0 && cells.length === 0) table.parent.replaceChild(inLine(cell, tag), table);
    else addColumn(table);
  }
  if (tables.length > 0) root.setInheritedAttributes({}, display, 0, false);
}

const isTagged = (row: TexNode): boolean => row.isKind('mlabeledtr');

/** One formula and its tag, which may then be cut as any other. */
function inLine({ factory, childNodes }: TexNode, tag: TexNode): TexNode {
  const gap = factory.create('mspace', { width: space });
  return factory.create('mrow', {}, [...childNodes, gap, ...tag.childNodes]);
}

/** Tags stand in a last column. */
function addColumn(table: TexNode): void {
  const { factory, childNodes: rows, attributes } = table;
  const cellsOf = (row: TexNode): readonly TexNode[] => row.childNodes.slice(isTagged(row) ? 1 : 0);
  const columns = Math.max(...rows.map((row) => cellsOf(row).length));
  const made = rows.map((row) => {
    const cells = cellsOf(row);
    const empty = Array.from({ length: columns - cells.length }, () => factory.create('mtd'));
    const tag = factory.create('mtd', {}, isTagged(row) ? row.childNodes[0]?.childNodes : []);
    return factory.create('mtr', {}, [...cells, ...empty, tag]);
  });
  const listOf = (name: string): string[] => String(attributes.get(name)).trim().split(/\s+/);
  const repeated = (list: readonly string[], length: number): string[] =>
    Array.from({ length }, (_, at) => list[at] ?? (list.at(-1) as string));
  attributes.set('columnspacing', [...repeated(listOf('columnspacing'), columns - 1), space].join(' '));
  attributes.set('columnalign', [...repeated(listOf('columnalign'), columns), 'right'].join(' '));
  table.setChildren(made);
}
