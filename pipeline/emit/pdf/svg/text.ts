import type { Face, FaceId, Fonts } from '../../../layout/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import type { DrawnText, Matrix, Paint } from './drawing.ts';
import { readLength } from './length.ts';
import { readNumbers } from './matrix.ts';
import type { Remark, Style } from './style.ts';

export interface TextContext {
  readonly fonts: Fonts;
  readonly matrix: Matrix;
  readonly remark: Remark;
  /** Style and fill of a `text` or `tspan`, from those around it. */
  styleOf(element: XmlElement, parent: Style): { readonly style: Style; readonly fill: Paint | undefined };
}

/** Words of one style; a new place begins a new chunk, which `text-anchor` sets as a whole. */
interface Piece {
  readonly text: string;
  readonly face: FaceId;
  readonly size: number;
  readonly fill: Paint | undefined;
  readonly anchor: string;
  readonly x?: number;
  readonly y?: number;
  readonly dx: number;
  readonly dy: number;
}

/** Characters that no face has: an empty box would stand for each. */
function withoutGlyph(text: string, face: Face): string[] {
  const signs = new Set(text.normalize('NFC').replace(/\s/g, ''));
  return [...signs].filter((sign) => !face.has(sign.codePointAt(0) ?? 0));
}

/** The words of a `text` element, each at its place. SVG 2, 11, without what lays text along paths or turns glyphs. */
export function drawText(element: XmlElement, parent: Style, context: TextContext): DrawnText[] {
  const pieces = trimmed(piecesOf(element, parent, context));
  const drawn: DrawnText[] = [];
  let x = 0;
  let y = 0;
  for (const [index, piece] of pieces.entries()) {
    x = (piece.x ?? x) + piece.dx;
    y = (piece.y ?? y) + piece.dy;
    if (index === 0 || piece.x !== undefined) x -= shift(piece.anchor, chunkWidth(pieces, index, context.fonts));
    const { text, face, size, fill } = piece;
    if (fill && text) drawn.push({ kind: 'text', matrix: context.matrix, x, y, text, face, size, fill });
    x += widthOf(piece, context.fonts);
  }
  return drawn;
}

function piecesOf(element: XmlElement, parent: Style, context: TextContext): Piece[] {
  const { style, fill } = context.styleOf(element, parent);
  const place = placeOf(element, context.remark);
  const shared = {
    face: faceOf(style),
    size: readLength(style.get('font-size')) ?? 16,
    fill,
    anchor: style.get('text-anchor') ?? 'start',
  };
  const pieces: Piece[] = [];
  for (const child of element.children) {
    const at = pieces.length === 0 ? place : { dx: 0, dy: 0 };
    if (typeof child === 'string') {
      for (const sign of withoutGlyph(child, context.fonts(shared.face))) context.remark(sign);
      if (pieces.length > 0 || child.trim() !== '') pieces.push({ ...shared, ...at, text: child.replace(/\s+/g, ' ') });
    } else if (child.name === 'tspan' || child.name === 'a') {
      const [first, ...rest] = piecesOf(child, style, context);
      if (first) pieces.push({ ...at, ...first, dx: first.dx + at.dx, dy: first.dy + at.dy }, ...rest);
    } else if (child.name !== 'title' && child.name !== 'desc') context.remark(`<${child.name}>`);
  }
  return pieces;
}

function placeOf(element: XmlElement, remark: Remark): Pick<Piece, 'x' | 'y' | 'dx' | 'dy'> {
  const read = (name: string): number | undefined => {
    const value = element.attributes.get(name);
    if (value && readNumbers(value).length > 1) remark(`${name}="${value}"`);
    return readLength(value?.trim().split(/[\s,]+/)[0]);
  };
  const [x, y] = [read('x'), read('y')];
  if (element.attributes.has('rotate')) remark('rotate');
  return { ...(x !== undefined && { x }), ...(y !== undefined && { y }), dx: read('dx') ?? 0, dy: read('dy') ?? 0 };
}

/** White space at the beginning of the text, at its end and after white space is not painted. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  let spaced = true;
  const kept = pieces.map((piece) => {
    const text = spaced || piece.x !== undefined ? piece.text.trimStart() : piece.text;
    if (text) spaced = text.endsWith(' ');
    return { ...piece, text };
  });
  const last = kept.at(-1);
  if (last) kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept;
}

function chunkWidth(pieces: readonly Piece[], from: number, fonts: Fonts): number {
  const next = pieces.findIndex((piece, index) => index > from && piece.x !== undefined);
  const chunk = pieces.slice(from, next < 0 ? undefined : next);
  return chunk.reduce((width, piece, index) => width + widthOf(piece, fonts) + (index > 0 ? piece.dx : 0), 0);
}

function widthOf({ text, face, size }: Piece, fonts: Fonts): number {
  return (fonts(face).width(text) * size) / 1000;
}

const shift = (anchor: string, width: number): number =>
  anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;

/** One of the publication's own faces: only these may be in the file. */
function faceOf(style: Style): FaceId {
  const weight = style.get('font-weight') ?? 'normal';
  const bold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  const italic = style.get('font-style') === 'italic' || style.get('font-style') === 'oblique';
  const family = (style.get('font-family') ?? '').toLowerCase();
  if (/mono|code|courier/.test(family)) return bold ? 'code-bold' : 'code';
  const base = /(?<!sans[- ]?)serif|times|georgia/.test(family) && !/sans/.test(family) ? 'serif' : 'sans';
  return `${base}${bold ? '-bold' : ''}${italic ? '-italic' : ''}`;
}
