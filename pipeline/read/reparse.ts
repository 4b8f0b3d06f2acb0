import type { Nodes, Root, RootContent } from 'mdast';
import { fillPositions } from './positions.ts';
import { parse } from './syntax.ts';

/** A text and what the parser made of it, each node with its position. Never changed: the next text may share its nodes. */
export interface ParsedText {
  readonly text: string;
  readonly root: Root;
}

/** Nodes within nodes; what is written by hand stays far below, and no stage after this one needs to fear for its stack. */
export const deepest = 200;

/**
 * Parses a text. Where another was parsed before that differs from it in some sections alone, only those are parsed; what
 * comes out is what parsing the whole would give.
 */
export function parseText(text: string, before?: ParsedText): ParsedText {
  const root = (before && reparsed(text, before)) ?? parsed(text);
  return { text, root };
}

function parsed(text: string): Root {
  const root = parse(text);
  if (depthOf(root) <= deepest) fillPositions(root, text);
  return root;
}

export function depthOf(root: Root): number {
  let level: Nodes[] = [root];
  let depth = 0;
  while (level.length > 0 && depth <= deepest) {
    level = level.flatMap((node) => ('children' in node ? node.children : []));
    depth++;
  }
  return depth;
}

/** Shorter texts are parsed as a whole: it takes no longer. */
const shortest = 2000;

/** What two texts have in common. */
interface Common {
  /** Characters at their beginning. */
  readonly head: number;
  /** Characters at their end. */
  readonly tail: number;
}

/**
 * What stands between the headings around a change is parsed, with the names that the rest of the text defines. Undefined
 * where that would not do: the change has no heading before or after it, or the sections do not end where they did.
 */
function reparsed(text: string, { text: old, root }: ParsedText): Root | undefined {
  if (text.length < shortest || root.children.length === 0 || depthOf(root) > deepest) return undefined;
  if (isUnended(text) || isUnended(old)) return undefined;
  const common = commonOf(text, old);
  const start = root.children.findLastIndex(
    (node) => isBoundary(node, old) && lineEnd(old, offsetOf(node)) <= common.head,
  );
  const end = root.children.findIndex(
    (node, at) => at > start && isBoundary(node, old) && offsetOf(node) > old.length - common.tail,
  );
  const from = start < 0 ? 0 : offsetOf(root.children[start]);
  const oldEnd = end < 0 ? old.length : offsetOf(root.children[end]);
  const newEnd = oldEnd + text.length - old.length;
  if (newEnd - from > text.length / 2) return undefined;
  const [first, last] = [Math.max(start, 0), end < 0 ? root.children.length : end];
  const inside = root.children.slice(first, last);
  const outside = namesIn([...root.children.slice(0, first), ...root.children.slice(last)]);
  const slice = text.slice(from, newEnd);
  const made = parsedAlone(slice, end < 0 ? '# end' : old.slice(oldEnd, lineEnd(old, oldEnd)), outside);
  if (!made || !hasSame(namesIn(made), namesIn(inside))) return undefined;
  const lines = linesIn(text, 0, from);
  const moved = { lines: linesIn(slice) - linesIn(old, from, oldEnd), offset: text.length - old.length };
  return {
    ...root,
    children: [
      ...root.children.slice(0, first),
      ...made.map((node) => shifted(node, { lines, offset: from })),
      ...root.children.slice(last).map((node) => shifted(node, moved)),
    ],
    position: wholeOf(text),
  };
}

/** Front matter that does not end: the parser looks for its end to the end of the text, and reads quotations as words meanwhile. */
function isUnended(text: string): boolean {
  return /^---[ \t]*(?:\r?\n|\r|$)/.test(text) && !/[\r\n]---[ \t]*(?:[\r\n]|$)/.test(text);
}

function commonOf(text: string, old: string): Common {
  const most = Math.min(text.length, old.length);
  let head = 0;
  while (head < most && text.charCodeAt(head) === old.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < most - head && text.charCodeAt(text.length - 1 - tail) === old.charCodeAt(old.length - 1 - tail))
    tail += 1;
  return { head, tail };
}

/** A heading with its mark at the beginning of a line: whatever stands before it ends there. */
function isBoundary(node: RootContent, text: string): boolean {
  if (node.type !== 'heading' || node.position?.start.column !== 1) return false;
  return text[offsetOf(node)] === '#' && /[\r\n]/.test(text[offsetOf(node) - 1] ?? '\n');
}

function offsetOf(node: RootContent | undefined): number {
  return node?.position?.start.offset ?? 0;
}

/** After the line's end. */
function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length + 1 : at + 1;
}

/** `[label]: …` or `[^note]: …`, which has a meaning elsewhere in the text. */
interface Name {
  /** `[label` or `[^note`, as labels are compared. */
  readonly called: string;
  /** A definition that is known by the same name. */
  readonly stub: string;
  /** Containers around it. The parser opens them one after another, so that what stands before may not know the name. */
  readonly depth: number;
}

/** By all that decides what they are to the rest of the text. */
function namesIn(nodes: readonly RootContent[]): ReadonlyMap<string, Name> {
  const names = new Map<string, Name>();
  const look = (node: Nodes, depth: number): void => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const mark = node.type === 'definition' ? '[' : '[^';
      const called = `${mark}${node.identifier}`;
      names.set(`${depth} ${called}`, { called, stub: `${mark}${node.label ?? node.identifier}]: x`, depth });
    }
    const inner = node.type === 'containerDirective' ? depth + 1 : depth;
    if ('children' in node) for (const child of node.children) look(child, inner);
  };
  for (const node of nodes) look(node, 0);
  return names;
}

function hasSame(one: ReadonlyMap<string, Name>, other: ReadonlyMap<string, Name>): boolean {
  return one.size === other.size && [...one.keys()].every((name) => other.has(name));
}

/** The text calls a name that stands in a container elsewhere: whether it is known there, only the whole tells. */
function callsHidden(text: string, names: ReadonlyMap<string, Name>): boolean {
  const hidden = [...names.values()].filter(({ depth }) => depth > 0);
  if (hidden.length === 0) return false;
  const plain = text
    .replace(/(?<=\[\^?)\s+/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return hidden.some(({ called }) => plain.includes(called.toLowerCase()));
}

/** Names that mean the same when they are written again. */
const plainName = /^\[\^?[\p{L}\p{N} ._-]+\]: x$/u;

/** The slice's own nodes, if the heading after it stays one. */
function parsedAlone(
  slice: string,
  next: string,
  names: ReadonlyMap<string, Name>,
): readonly RootContent[] | undefined {
  if (callsHidden(slice, names)) return undefined;
  const stubs = [...names.values()].filter(({ depth }) => depth === 0).map(({ stub }) => stub);
  if (!stubs.every((stub) => plainName.test(stub))) return undefined;
  const isOpen = slice !== '' && !/[\r\n]$/.test(slice);
  const text = `${slice}${isOpen ? '\n' : ''}${next.replace(/[\r\n]+$/, '')}\n\n${stubs.join('\n\n')}\n`;
  const offset = slice.length + (isOpen ? 1 : 0);
  const root = parse(text);
  if (depthOf(root) > deepest) return undefined;
  fillPositions(root, text);
  const heading = root.children.find((node) => offsetOf(node) === offset);
  if (!heading || !isBoundary(heading, text)) return undefined;
  return root.children.filter((node) => offsetOf(node) < offset);
}

interface Shift {
  readonly lines: number;
  readonly offset: number;
}

function linesIn(text: string, start = 0, end = text.length): number {
  let lines = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines += 1;
  }
  return lines;
}

/** A copy further down, or further up; the node itself where it stands where it stood. */
function shifted<Node extends Nodes>(node: Node, by: Shift): Node {
  if (by.lines === 0 && by.offset === 0) return node;
  const copy = { ...node };
  const { position } = node;
  if (position) copy.position = { start: movedBy(position.start, by), end: movedBy(position.end, by) };
  if ('children' in copy)
    (copy as { children: Nodes[] }).children = (copy.children as Nodes[]).map((child) => shifted(child, by));
  return copy;
}

type Point = NonNullable<Nodes['position']>['start'];

function movedBy({ line, column, offset = 0 }: Point, by: Shift): Point {
  return { line: line + by.lines, column, offset: offset + by.offset };
}

function wholeOf(text: string): NonNullable<Nodes['position']> {
  const last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  const end = { line: linesIn(text) + 1, column: text.length - last + 1, offset: text.length };
  return { start: { line: 1, column: 1, offset: 0 }, end };
}
