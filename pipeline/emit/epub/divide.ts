import type { RootContent } from 'hast';
import { isElement } from './hast.ts';
import type { Scale } from './sizes.ts';
import { type Unit, unitsOf } from './units.ts';
import { wrapped } from './wrap.ts';

/** Bytes that are left in the file being filled, and those that each further one has. */
interface Room {
  readonly first: number;
  readonly next: number;
}

/**
 * Units put into files in their order. What is longer than a file is divided where that is sound: lists between their
 * items, tables between rows, what holds blocks between these.
 *
 * @returns What goes into each file; nothing into the first where it has no room for the first unit.
 */
export function fillFiles(units: readonly Unit[], room: Room, scale: Scale): RootContent[][] {
  const files: RootContent[][] = [[]];
  let left = room.first;
  for (const unit of units) {
    const [own, ...others] = placed(unit, { ...room, first: left }, scale);
    files.at(-1)?.push(...own);
    for (const piece of others) files.push([...piece]);
    left = (others.length > 0 ? room.next : left) - sizeOf(others.at(-1) ?? own, scale);
  }
  return files;
}

export function sizeOf(unit: Unit, scale: Scale): number {
  return unit.reduce((sum, node) => sum + scale(node), 0);
}

/** What of a unit goes into the file being filled, and into each one after it. */
function placed(unit: Unit, room: Room, scale: Scale): [Unit, ...Unit[]] {
  const size = sizeOf(unit, scale);
  if (size <= room.first) return [unit];
  const at = unit.findLastIndex(isElement);
  const node = unit[at];
  if (size <= room.next || !node) return [[], unit];
  const before = unit.slice(0, at); // a heading, or a term, stays with what begins after it
  const kept = sizeOf(before, scale);
  const here = divided(node, { ...room, first: room.first - kept }, scale);
  const [first, ...rest] = here[0] ? here : divided(node, { ...room, first: room.next - kept }, scale);
  const [beginning = [], ...further] = [first, ...rest].flatMap((piece) => (piece ? [[piece]] : []));
  const all: [Unit, ...Unit[]] = [[...before, ...beginning], ...further];
  return here[0] ? all : [[], ...all];
}

/** Pieces of a node; `undefined` first where nothing of it has room in the file being filled. */
function divided(node: RootContent, room: Room, scale: Scale): (RootContent | undefined)[] {
  const units = isElement(node) ? unitsOf(node) : [];
  if (!isElement(node) || units.length === 0) return [undefined, node];
  const inside = units.reduce((sum, unit) => sum + sizeOf(unit, scale), 0);
  const around = scale(node) - inside;
  const next = evenly(inside, room.next - around);
  const files = fillFiles(units, { first: Math.min(room.first - around, next), next }, scale);
  return wrapped(node, files);
}

/** Room for pieces that are about as long as one another: none is left with a few lines. */
function evenly(size: number, room: number): number {
  const pieces = Math.ceil(size / Math.max(room, 1));
  return Math.min(room, (size / pieces) * 1.03);
}
