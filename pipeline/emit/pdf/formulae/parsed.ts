import type { Element } from 'hast';
import { addTo } from '../../../model/index.ts';
import { parseXml } from '../../../xml/index.ts';
import type { Drawing, DrawnMark } from '../svg/index.ts';
import { matched } from './match.ts';
import { leavesOf, type MathNode, treeOfDrawing, treeOfEdition } from './tree.ts';

/** A formula's MathML, and what is painted for each of its tokens, in one drawing or in several pieces. */
export interface Parsed {
  readonly tree: MathNode;
  /** By part of the drawing, the token of each of its marks in order, whatever piece they are in. */
  readonly tokens: ReadonlyMap<string, readonly (MathNode | undefined)[]>;
}

/**
 * The edition's MathML, as pages and books have it; as MathJax has it where the two do not agree.
 *
 * @param numbered - MathJax's own, its tokens numbered as the parts of the drawings.
 * @param drawings - The whole formula, then its pieces.
 * @returns Undefined where its shapes cannot be painted by themselves.
 */
export function parsedOf(mathml: Element, numbered: string, drawings: readonly Drawing[]): Parsed | undefined {
  const [whole] = drawings;
  const root = parseXml(numbered);
  if (!root || !whole || !drawings.every(({ marks }) => marks.every(isPlain))) return undefined;
  const drawn = treeOfDrawing(root, whole.marks);
  const tree = matched(treeOfEdition(mathml), drawn) ?? drawn;
  const owners = new Map(leavesOf(tree).flatMap((leaf) => leaf.marks.map((at) => [at, leaf] as const)));
  const tokens = new Map<string, (MathNode | undefined)[]>();
  for (const [at, { part }] of whole.marks.entries()) if (part !== undefined) addTo(tokens, part, owners.get(at));
  return { tree, tokens };
}

/** A shape in one colour that hides nothing, which any page can hold. */
function isPlain(mark: DrawnMark): boolean {
  if (mark.kind !== 'path') return false;
  return [mark.fill, mark.stroke].every((paint) => !paint || (typeof paint.colour === 'string' && paint.opacity >= 1));
}
