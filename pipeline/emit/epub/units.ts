import type { Element, RootContent } from 'hast';
import { headingDepth, isElement } from './hast.ts';

/** Nodes that stay in one file, or of which the last alone is divided. */
export type Unit = readonly RootContent[];

/** What may go into several files, each with what holds it: between its units, the same is said. */
const divisible = /^(?:ol|ul|li|dl|table|div|section|article|blockquote)$/;

const block = /^(?:p|pre|ul|ol|li|dl|d[td]|table|div|section|article|aside|nav|blockquote|figure|h[1-6]|hr|details)$/;

/** Between which an element may be divided; none where it stays whole. */
export function unitsOf(node: Element): Unit[] {
  if (!divisible.test(node.tagName)) return [];
  if (node.tagName === 'table') return rowUnits(bodyOf(node)?.children ?? []);
  return blockUnits(node.children);
}

/** Where the rows are that may be parted. */
export function bodyOf(table: Element): Element | undefined {
  const bodies = table.children.filter(isElement).filter(({ tagName }) => tagName === 'tbody');
  return bodies.length === 1 ? bodies[0] : undefined;
}

/** Blocks, with words between them as one unit; a heading or a term is in the unit of what comes after it. */
export function blockUnits(nodes: readonly RootContent[]): Unit[] {
  const units: RootContent[][] = [];
  for (const node of nodes) {
    const last = units.at(-1);
    const joins = isDescription(node) || (!isBlock(node) && (isSpace(node) || !last?.some(isBlock)));
    if (last && (joins || last.every((each) => isSpace(each) || waits(each)))) last.push(node);
    else units.push([node]);
  }
  return units;
}

/** Rows, with those that a cell of theirs reaches into. */
function rowUnits(nodes: readonly RootContent[]): Unit[] {
  const units: RootContent[][] = [];
  let [row, reach] = [0, 0];
  for (const node of nodes) {
    const last = units.at(-1);
    if (last && (!isElement(node) || row < reach)) last.push(node);
    else units.push([node]);
    if (!isElement(node)) continue;
    const spans = node.children.filter(isElement).map(({ properties }) => Number(properties.rowSpan ?? 1));
    reach = Math.max(reach, ...spans.map((span) => row + span));
    row++;
  }
  return units;
}

function isBlock(node: RootContent): boolean {
  return isElement(node) && block.test(node.tagName);
}

function isSpace(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function isDescription(node: RootContent): boolean {
  return isElement(node) && node.tagName === 'dd';
}

function waits(node: RootContent): boolean {
  return headingDepth(node) !== undefined || (isElement(node) && node.tagName === 'dt');
}
