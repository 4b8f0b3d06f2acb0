import type { Nodes, Root } from 'mdast';
import { copyTree, nameParts } from '../align/index.ts';
import type { Places, Point, Position, SourceDocument } from '../model/index.ts';

/** A stretch of a file, ends included. */
export interface Range {
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
}

/** All of a document's files. */
export function documentRanges({ path, files = [] }: SourceDocument): readonly Range[] {
  const start = { line: 1, column: 1 };
  const end = { line: Infinity, column: Infinity };
  return [{ path }, ...files].map((file) => ({ path: file.path, start, end }));
}

/** A text of YAML, both its sides: `title`, `title.en`, `title.fr`. */
export function placeRanges(path: string, places: Places | undefined, unit: string): readonly Range[] {
  return [unit, `${unit}.en`, `${unit}.fr`].flatMap((key) => {
    const position = places?.[key];
    return position ? [rangeAt(position, path)] : [];
  });
}

/** What has the id in a document, authored or derived. */
export function unitRanges(document: SourceDocument, id: string): readonly Range[] {
  const tree = copyTree(document.tree);
  nameParts(tree, document);
  const ranges: Range[] = [];
  const visit = (node: Nodes): void => {
    if (node.data?.id === id) ranges.push(...rangesOf(node, document.path));
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return ranges;
}

/**
 * Finds what a comment covers: the pair in which it stands, or between whose halves; else the block of words around it;
 * else the next block.
 */
export function waiverRanges({ tree, path }: SourceDocument): (at: Position) => readonly Range[] {
  const places = placesIn(tree, path);
  return (at) => {
    const own = { path: at.path ?? path, start: at.start };
    const around = places.findLast(({ holds, spans }) => holds && spans.some((span) => contains(span, own)));
    const next = places.find(({ spans }) =>
      spans.some((span) => span.path === own.path && isAfter(span.start, own.start)),
    );
    return (around ?? next)?.ranges ?? [];
  };
}

interface PlaceInTree {
  /** A comment inside covers this, not what comes next. */
  readonly holds: boolean;
  /** Where it is in each file. */
  readonly spans: readonly Range[];
  readonly ranges: readonly Range[];
}

const wordBlocks: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'definitionTerm',
  'phrasingPair',
]);
const phrasing: ReadonlySet<string> = new Set(['text', 'link', 'emphasis', 'strong', 'caption']);

/** Blocks in the order of the document, outer before inner; what is in a pair is the pair's. */
function placesIn(tree: Root, path: string): readonly PlaceInTree[] {
  const places: PlaceInTree[] = [];
  const visit = (node: Nodes): void => {
    if (node.type !== 'root' && node.position && !phrasing.has(node.type)) {
      const ranges = rangesOf(node, path);
      places.push({ holds: node.type === 'pair' || wordBlocks.has(node.type), spans: ranges, ranges });
    }
    if (node.type !== 'pair' && 'children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return places;
}

/** A pair of two files has a range in each; that of one file is one, with what lies between its halves. */
function rangesOf(node: Nodes, path: string): readonly Range[] {
  if (node.type === 'pair') {
    const sides = node.children.flatMap(({ position }) => (position ? [rangeAt(position, path)] : []));
    const [first, second] = sides;
    if (!first || !second || first.path !== second.path) return sides;
    return [{ path: first.path, start: first.start, end: second.end }];
  }
  return node.position ? [rangeAt(node.position, path)] : [];
}

function rangeAt({ start, end, path: own }: Position, path: string): Range {
  return { path: own ?? path, start, end };
}

function contains(range: Range, { path, start }: { path: string; start: Point }): boolean {
  return range.path === path && isAfter(start, range.start) && isAfter(range.end, start);
}

/** @returns true for the same point. */
function isAfter(one: Point, other: Point): boolean {
  return one.line > other.line || (one.line === other.line && one.column >= other.column);
}
