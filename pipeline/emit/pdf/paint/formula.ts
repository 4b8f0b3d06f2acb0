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
 * Lines that belong to no token are artifacts: the fraction or the root says them.
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
  const elements = new Map<MathNode, MathElement>();
  const math = openElements(formula.tree, elements);
  let place: TextPlace = { x, baseline: foot, width: 0, size: 1 };
  const said = new Set<MathNode>();
  for (const { token, marks } of piecesOf(formula)) {
    const operators = fragment.unseen ? [] : marks.map((mark) => shapeOperators(mark, toPage));
    if (token?.text && !said.has(token)) {
      place =
        token.marks.length > 0
          ? placeOf(
              token.marks.flatMap((at) => formula.marks[at] ?? []),
              toPage,
            )
          : after(place);
      operators.unshift(unseenText(token.text, place, font));
      said.add(token);
    }
    const owner = token && elements.get(token);
    if (operators.length === 0) continue;
    const shape: Shape = { kind: 'shape', owner: owner ?? { artifact: 'layout' } };
    owner?.children.push(shape);
    content.paint(shape, operators.join(' '));
  }
  return math;
}

/** In thousandths, as the place of a picture is written: in both standards it stands at the same point. */
function placeIn({ x, y, width, height }: ImageFragment): Record<'x' | 'foot' | 'width' | 'height', number> {
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return { x: rounded(x), foot: rounded(y + height), width: rounded(width), height: rounded(height) };
}

function openElements(node: MathNode, elements: Map<MathNode, MathElement>): MathElement {
  const { tag, attributes, text } = node;
  const children = node.children.map((child) => openElements(child, elements));
  const element = { tag, attributes, children, ...(text && !isPainted(node) && { actualText: text }) };
  elements.set(node, element);
  return element;
}

/** What steers readers, a space, or what only takes room, leaves no trace on the page. */
function isPainted({ text = '', marks }: MathNode): boolean {
  return marks.length > 0 || /[^\s\p{Cf}]/u.test(text);
}

interface Piece {
  readonly token?: MathNode | undefined;
  readonly marks: DrawnFormula['marks'][number][];
}

/** Marks that follow one another and belong together, in the order of painting; then tokens whose shape is another’s. */
function piecesOf({ tree, marks }: ParsedFormula): Piece[] {
  const tokens = tokensOf(tree);
  const owners = new Map(tokens.flatMap((token) => token.marks.map((at) => [at, token] as const)));
  const pieces: Piece[] = [];
  for (const [at, mark] of marks.entries()) {
    const token = owners.get(at);
    const last = pieces.at(-1);
    if (last && last.token === token) last.marks.push(mark);
    else pieces.push({ token, marks: [mark] });
  }
  const bare = tokens.filter((token) => token.marks.length === 0 && isPainted(token));
  return [...pieces, ...bare.map((token) => ({ token, marks: [] }))];
}

function tokensOf(node: MathNode): MathNode[] {
  if (node.tag === 'mphantom') return [];
  return node.children.length > 0 ? node.children.flatMap(tokensOf) : [node];
}

const after = ({ x, width, ...place }: TextPlace): TextPlace => ({ ...place, x: x + width, width: 1 });
