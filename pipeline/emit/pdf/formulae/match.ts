/**
 * The edition's MathML with the shapes that MathJax paints. Both come from the same TeX, by two programs: their tokens
 * stand in one order and are mostly the same, but one has `3,5` where the other has `3`, `,` and `5`, a bold letter where
 * the other has a letter that is set in bold, or a frame where the other has a bar.
 */
import { addTo } from '../../../model/index.ts';
import type { MathNode } from './tree.ts';

/**
 * The edition's tree, each token with the marks of those tokens of the drawing that say the same.
 *
 * @returns Undefined where the two do not say the same, sign by sign and in one order.
 */
export function matched(edition: MathNode, drawn: MathNode): MathNode | undefined {
  const wanted = signsOf(edition);
  const painted = signsOf(drawn).filter(({ token }) => token.marks.length > 0);
  const pairs = pairsOf(wanted, painted);
  if (!pairs) return undefined;
  const owners = new Map<MathNode, MathNode[]>();
  for (const sign of painted) {
    const { token } = sign;
    const found = pairs.get(sign);
    if (found) addTo(owners, token, found.token);
    else if (!isBar(token, drawn)) return undefined;
  }
  const marks = new Map<MathNode, number[]>();
  for (const [token, list] of owners) {
    const apart = token.marks.length === list.length; // a shape for each sign; else all of them are the first one's
    for (const [index, mark] of token.marks.entries()) addTo(marks, list[apart ? index : 0] as MathNode, mark);
  }
  const filled = (node: MathNode): MathNode => ({
    ...node,
    children: node.children.map(filled),
    marks: (marks.get(node) ?? []).sort((a, b) => a - b),
  });
  return filled(edition);
}

/** One character of a token, as the two programs may both write it. */
interface Sign {
  readonly text: string;
  readonly token: MathNode;
}

/** Of what shows. */
function signsOf(tree: MathNode): Sign[] {
  if (tree.tag === 'mphantom') return [];
  if (tree.children.length > 0) return tree.children.flatMap(signsOf);
  const shown = (tree.text ?? '').normalize('NFKC').replace(/[\s\p{Cf}]/gu, ''); // spaces and what steers readers do not show
  return [...shown].map((text) => ({ text, token: tree }));
}

/**
 * By painted sign, the one that it stands for: the longest common sequence, and between its members what
 * is as many on both sides, such as two ways to write a hat.
 */
function pairsOf(wanted: readonly Sign[], painted: readonly Sign[]): ReadonlyMap<Sign, Sign> | undefined {
  const lengths = commonLengths(wanted, painted);
  const width = painted.length + 1;
  const pairs = new Map<Sign, Sign>();
  let [i, j] = [0, 0];
  let gap: [Sign[], Sign[]] = [[], []];
  const closeGap = (): boolean => {
    const [lost, extra] = gap;
    gap = [[], []];
    if (lost.length > 0 && lost.length !== extra.length) return false;
    for (const [index, sign] of lost.entries()) pairs.set(extra[index] as Sign, sign);
    return true;
  };
  while (i < wanted.length || j < painted.length) {
    const [want, paint] = [wanted[i], painted[j]];
    if (want && paint && want.text === paint.text) {
      if (!closeGap()) return undefined;
      pairs.set(paint, want);
      i++;
      j++;
    } else if (!want || (paint && (lengths[i * width + j + 1] ?? 0) >= (lengths[(i + 1) * width + j] ?? 0))) {
      gap[1].push(paint as Sign);
      j++;
    } else {
      gap[0].push(want);
      i++;
    }
  }
  return closeGap() ? pairs : undefined;
}

/** Length of the longest common sequence of what begins at `i` and what begins at `j`, at `i × width + j`. */
function commonLengths(wanted: readonly Sign[], painted: readonly Sign[]): Uint16Array {
  const width = painted.length + 1;
  const lengths = new Uint16Array((wanted.length + 1) * width);
  for (let i = wanted.length - 1; i >= 0; i--) {
    for (let j = painted.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        wanted[i]?.text === painted[j]?.text
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

/** A sign over or under something, which the other tree may have as an element: a line above, a frame. */
function isBar(token: MathNode, tree: MathNode): boolean {
  const { tag, children } = tree;
  const isScript = /^m(?:under|over)/.test(tag) && children.indexOf(token) > 0;
  return isScript || children.some((child) => isBar(token, child));
}
