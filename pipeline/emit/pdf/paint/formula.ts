import type { ImageFragment } from '../../../layout/index.ts';
import type { MathElement, Shape } from '../elements.ts';
import type { MathNode, Parsed } from '../formulae/index.ts';
import { shapeOperators } from '../pictures/index.ts';
import type { Drawing, DrawnMark, Matrix } from '../svg/index.ts';
import type { PageContent } from './content.ts';
import { placeOf, type TextPlace, type UnseenFont, unseenText } from './unseen.ts';

/**
 * A formula while it is painted, in one fragment or in pieces on several lines or pages.
 *
 * It is painted in the order of its drawing, each token in marked content of its own, with its text unseen beneath it.
 * Lines that belong to no token are artifacts: the fraction or the root says them. What paints nothing has marked content
 * that holds nothing: readers that build elements from content would else lose it, and what follows would change places.
 */
export class OpenFormula {
  /** Its element `math`, whose order is that of MathML; filled as its pieces are painted. */
  readonly math: MathElement;
  readonly #tokens: Parsed['tokens'];
  readonly #elements = new Map<MathNode, MathElement>();
  /** Tokens whose text lies on a page. */
  readonly #said = new Set<MathNode>();
  /** How many marks of each part were painted. */
  readonly #painted = new Map<string, number>();
  #bare: readonly MathNode[];

  constructor({ tree, tokens }: Parsed) {
    this.#tokens = tokens;
    this.math = this.#open(tree);
    this.#bare = [...this.#elements.keys()].filter((node) => isLeaf(node) && node.marks.length === 0);
  }

  paint(content: PageContent, { drawing, fragment, font }: PieceOptions): void {
    const { x, foot, width, height } = placeIn(fragment);
    const toPage: Matrix = [width / drawing.width, 0, 0, height / drawing.height, x, foot - height];
    let place: TextPlace = { x, baseline: foot, width: 0, size: 1 };
    for (const { token, marks } of this.#pieces(drawing.marks)) {
      const operators = fragment.unseen ? [] : marks.map((mark) => shapeOperators(mark, toPage));
      if (token && marks.length > 0) place = placeOf(marks, toPage);
      else place = after(place);
      if (token && isSaid(token) && !this.#said.has(token)) operators.unshift(unseenText(token.text, place, font));
      if (token) this.#said.add(token);
      const element = token && this.#elements.get(token);
      if (!element && operators.length === 0) continue; // a line that is unseen
      const shape: Shape = { kind: 'shape', owner: element ?? { artifact: 'layout' } };
      element?.children.push(shape);
      content.paint(shape, operators.join(' '));
    }
  }

  #open(node: MathNode): MathElement {
    const { tag, attributes, text } = node;
    const children = node.children.map((child) => this.#open(child));
    const element = { tag, attributes, children, ...(text && !isSaid(node) && { actualText: text }) };
    this.#elements.set(node, element);
    return element;
  }

  /** Marks that follow one another and belong together, in the order of painting; at first also what has none. */
  #pieces(marks: readonly DrawnMark[]): Piece[] {
    const pieces: Piece[] = [];
    for (const mark of marks) {
      const token = this.#tokenOf(mark);
      const last = pieces.at(-1);
      if (last && last.token === token) last.marks.push(mark);
      else pieces.push({ token, marks: [mark] });
    }
    const bare = this.#bare.map((token) => ({ token, marks: [] }));
    this.#bare = [];
    return [...pieces, ...bare];
  }

  #tokenOf({ part }: DrawnMark): MathNode | undefined {
    if (part === undefined) return undefined;
    const at = this.#painted.get(part) ?? 0;
    this.#painted.set(part, at + 1);
    return this.#tokens.get(part)?.[at];
  }
}

interface PieceOptions {
  readonly drawing: Drawing;
  readonly fragment: ImageFragment;
  readonly font: UnseenFont;
}

interface Piece {
  readonly token: MathNode | undefined;
  readonly marks: DrawnMark[];
}

/** In thousandths, as the place of a picture is written: in both standards it stands at the same point. */
function placeIn({ x, y, width, height }: ImageFragment): Record<'x' | 'foot' | 'width' | 'height', number> {
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return { x: rounded(x), foot: rounded(y + height), width: rounded(width), height: rounded(height) };
}

const isLeaf = ({ children }: MathNode): boolean => children.length === 0;

/** Whether its text lies on the page: not what steers readers, nor a space. */
function isSaid(node: MathNode): node is MathNode & { readonly text: string } {
  const { text = '', marks } = node;
  return text !== '' && (marks.length > 0 || /[^\s\p{Cf}]/u.test(text));
}

const after = ({ x, width, ...place }: TextPlace): TextPlace => ({ ...place, x: x + width, width: 1 });
