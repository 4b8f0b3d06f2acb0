/** A table that the source has once, in both languages: one table again. */
import type { Caption, Figure, Nodes, PhrasingContent, RootContent, Span, Table, TableCell, TableRow } from 'mdast';
import { blocksOfCell, EXIT, type Language, type LanguageTag, visit } from '../model/index.ts';

/** A language and its tag, in their order. */
export type Tagged = Both<{ readonly language: Language; readonly tag: LanguageTag }>;

type Both<Node> = readonly [one: Node, other: Node];

/**
 * What came from one table of the source, as one: its caption and cells have the words of both languages where these
 * differ, or call notes. Undefined where there were two tables, or where cells hold more than words.
 */
export function sharedTable(both: Both<RootContent>, sides: Tagged): RootContent | undefined {
  const [one, other] = both;
  if (!isOfOnePlace(both)) return undefined;
  if (one.type === 'figure' && other.type === 'figure') return figureOf([one, other], sides);
  return one.type === 'table' && other.type === 'table' ? tableOf([one, other], sides) : undefined;
}

function isOfOnePlace([one, other]: Both<RootContent>): boolean {
  const [here, there] = [one.position, other.position];
  return here?.start.offset !== undefined && here.start.offset === there?.start.offset && here.path === there.path;
}

function figureOf([one, other]: Both<Figure>, sides: Tagged): Figure | undefined {
  if (one.children.length !== other.children.length) return undefined;
  const children: Figure['children'] = [];
  for (const [at, left] of one.children.entries()) {
    const right = other.children[at];
    if (left.type === 'caption' && right?.type === 'caption') children.push(joined<Caption>([left, right], sides));
    else if (left.type === 'table' && right?.type === 'table') {
      const table = tableOf([left, right], sides);
      if (!table) return undefined;
      children.push(table);
    } else return undefined;
  }
  return { ...one, children };
}

function tableOf(both: Both<Table>, sides: Tagged): Table | undefined {
  const [one, other] = both;
  if (both.some(hasMoreThanWords)) return undefined;
  const isAlike =
    one.children.length === other.children.length &&
    one.children.every((row, at) => row.children.length === other.children[at]?.children.length);
  if (!isAlike) return undefined;
  const rows = one.children.map((row, at): TableRow => {
    const right = other.children[at] as TableRow;
    return {
      ...row,
      children: row.children.map((cell, index) => joined<TableCell>([cell, right.children[index] as TableCell], sides)),
    };
  });
  return { ...one, children: rows };
}

function hasMoreThanWords({ children }: Table): boolean {
  return children.some((row) => row.children.some((cell) => blocksOfCell(cell) !== undefined));
}

function callsNotes(node: Nodes): boolean {
  let calls = false;
  visit(node, 'footnoteReference', () => {
    calls = true;
    return EXIT;
  });
  return calls;
}

/** With the words of both, each in a span of its language, unless they are the same and call no notes: each language has its own. */
function joined<Node extends Caption | TableCell>([one, other]: Both<Node>, sides: Tagged): Node {
  if (saysSame(one.children, other.children) && !callsNotes(one)) return one;
  const children = [one, other].flatMap((node, at): Span[] => {
    const { language, tag } = sides[at as 0 | 1];
    if (node.children.length === 0) return [];
    return [{ type: 'span', data: { half: language, lang: tag }, children: node.children as PhrasingContent[] }];
  });
  return { ...one, children };
}

/** Wherever it stands in the source. */
function saysSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  const [left, right] = [one, other].map((node) => Object.keys(node).filter((key) => key !== 'position'));
  if (!left || left.length !== right?.length) return false;
  return left.every((key) => saysSame((one as Nodes)[key as keyof Nodes], (other as Nodes)[key as keyof Nodes]));
}
