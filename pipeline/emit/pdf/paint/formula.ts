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
  const painted = tokensOf(formula.tree);
  const elements = new Map<MathNode, MathElement>();
  const math = openElements(formula.tree, { painted: new Set(painted), elements });
  let place: TextPlace = { x, baseline: foot, width: 0, size: 1 };
  const said = new Set<MathNode>();
  for (const { token, marks } of piecesOf(painted, formula.marks)) {
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

interface Opened {
  readonly painted: ReadonlySet<MathNode>;
  /** Filled. */
  readonly elements: Map<MathNode, MathElement>;
}

function openElements(node: MathNode, opened: Opened): MathElement {
  const { tag, attributes, text } = node;
  const children = node.children.map((child) => openElements(child, opened));
  const element = { tag, attributes, children, ...(text && !opened.painted.has(node) && { actualText: text }) };
  opened.elements.set(node, element);
  return element;
}

/** Those that leave a trace on the page, in order: not what steers readers, nor a space, nor what only takes room. */
function tokensOf(node: MathNode): MathNode[] {
  if (node.tag === 'mphantom') return [];
  if (node.children.length > 0) return node.children.flatMap(tokensOf);
  return node.marks.length > 0 || /[^\s\p{Cf}]/u.test(node.text ?? '') ? [node] : [];
}

interface Piece {
  readonly token?: MathNode | undefined;
  readonly marks: DrawnFormula['marks'][number][];
}

/** Marks that follow one another and belong together, in the order of painting; then tokens whose shape is another’s. */
function piecesOf(tokens: readonly MathNode[], marks: DrawnFormula['marks']): Piece[] {
  const owners = new Map(tokens.flatMap((token) => token.marks.map((at) => [at, token] as const)));
  const pieces: Piece[] = [];
  for (const [at, mark] of marks.entries()) {
    const token = owners.get(at);
    const last = pieces.at(-1);
    if (last && last.token === token) last.marks.push(mark);
    else pieces.push({ token, marks: [mark] });
  }
  const bare = tokens.filter((token) => token.marks.length === 0);
  return [...pieces, ...bare.map((token) => ({ token, marks: [] }))];
}

const after = ({ x, width, ...place }: TextPlace): TextPlace => ({ ...place, x: x + width, width: 1 });
