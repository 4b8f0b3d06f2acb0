import type { ImageFragment } from '../../../layout/index.ts';
import type { MathElement, Shape } from '../elements.ts';
import type { DrawnFormula, MathNode } from '../formulae/index.ts';
import { shapeOperators } from '../pictures/index.ts';
import type { Matrix } from '../svg/index.ts';
import type { PageContent } from './content.ts';
import { placeOf, type TextPlace, type UnseenFont, unseenText } from './unseen.ts';

/** A formula with its elements. */
export type ParsedFormula = DrawnFormula & { readonly tree: MathNode };

/**
 * Paints a formula in the order of its drawing, each token in marked content of its own, with its text unseen beneath it.
 * Lines that belong to no token are artifacts: the fraction or the root says them. What paints nothing has marked content
 * that holds nothing: readers that build elements from content would else lose it, and what follows would change places.
 *
 * @returns Its element `math`, whose order is that of MathML.
 */
export function paintFormula(
  content: PageContent,
  fragment: ImageFragment,
  { formula, font }: { readonly formula: ParsedFormula; readonly font: UnseenFont },
): MathElement {
  const { x, foot, width, height } = placeIn(fragment);
  const toPage: Matrix = [width / formula.width, 0, 0, height / formula.height, x, foot - height];
  const leaves = leavesOf(formula.tree);
  const elements = new Map<MathNode, MathElement>();
  const math = openElements(formula.tree, { said: new Set(leaves.filter(isSaid)), elements });
  let place: TextPlace = { x, baseline: foot, width: 0, size: 1 };
  const begun = new Set<MathNode>();
  for (const { leaf, marks } of piecesOf(leaves, formula.marks)) {
    const operators = fragment.unseen ? [] : marks.map((mark) => shapeOperators(mark, toPage));
    if (leaf && isSaid(leaf) && !begun.has(leaf)) {
      const own = leaf.marks.flatMap((at) => formula.marks[at] ?? []);
      place = own.length > 0 ? placeOf(own, toPage) : after(place);
      operators.unshift(unseenText(leaf.text ?? '', place, font));
    }
    const element = leaf && elements.get(leaf);
    if (!element && operators.length === 0) continue; // a line that is unseen
    const shape: Shape = { kind: 'shape', owner: element ?? { artifact: 'layout' } };
    element?.children.push(shape);
    content.paint(shape, operators.join(' '));
    if (leaf) begun.add(leaf);
  }
  return math;
}

/** In thousandths, as the place of a picture is written: in both standards it stands at the same point. */
function placeIn({ x, y, width, height }: ImageFragment): Record<'x' | 'foot' | 'width' | 'height', number> {
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return { x: rounded(x), foot: rounded(y + height), width: rounded(width), height: rounded(height) };
}

interface Opened {
  readonly said: ReadonlySet<MathNode>;
  /** Filled. */
  readonly elements: Map<MathNode, MathElement>;
}

function openElements(node: MathNode, opened: Opened): MathElement {
  const { tag, attributes, text } = node;
  const children = node.children.map((child) => openElements(child, opened));
  const element = { tag, attributes, children, ...(text && !opened.said.has(node) && { actualText: text }) };
  opened.elements.set(node, element);
  return element;
}

function leavesOf(node: MathNode): MathNode[] {
  return node.children.length > 0 ? node.children.flatMap(leavesOf) : [node];
}

/** Whether its text lies on the page: not what steers readers, nor a space. */
function isSaid({ text = '', marks }: MathNode): boolean {
  return text !== '' && (marks.length > 0 || /[^\s\p{Cf}]/u.test(text));
}

interface Piece {
  readonly leaf?: MathNode | undefined;
  readonly marks: DrawnFormula['marks'][number][];
}

/** Marks that follow one another and belong together, in the order of painting; then what has none of its own. */
function piecesOf(leaves: readonly MathNode[], marks: DrawnFormula['marks']): Piece[] {
  const owners = new Map(leaves.flatMap((leaf) => leaf.marks.map((at) => [at, leaf] as const)));
  const pieces: Piece[] = [];
  for (const [at, mark] of marks.entries()) {
    const leaf = owners.get(at);
    const last = pieces.at(-1);
    if (last && last.leaf === leaf) last.marks.push(mark);
    else pieces.push({ leaf, marks: [mark] });
  }
  const bare = leaves.filter((leaf) => leaf.marks.length === 0);
  return [...pieces, ...bare.map((leaf) => ({ leaf, marks: [] }))];
}

const after = ({ x, width, ...place }: TextPlace): TextPlace => ({ ...place, x: x + width, width: 1 });
