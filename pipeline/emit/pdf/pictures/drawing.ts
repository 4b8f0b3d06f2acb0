import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { FontInFile, PaintedFonts, Shaper } from '../fonts/index.ts';
import { number, rgb, showWords } from '../operators/index.ts';
import type {
  Drawing,
  DrawnMark,
  DrawnPath,
  DrawnText,
  Gradient,
  Matrix,
  Paint,
  Segment,
  Stroke,
} from '../svg/index.ts';
import { gradientInFile } from './gradient.ts';

export interface DrawingOptions {
  readonly fonts: PaintedFonts;
  readonly fontInFile: (shaper: Shaper) => FontInFile;
}

/** Coordinates of a drawing may be scaled up a lot. */
const decimals = 5;

const list = (values: readonly number[]): string => values.map((value) => number(value, decimals)).join(' ');

/** Matrices need more: a fault in a scale grows with what it scales. */
const matrixList = (values: readonly number[]): string => values.map((value) => number(value, 8)).join(' ');

/** Writes a drawing as a form that fills the unit square, as image objects do. ISO 32000-1, 8.10. */
export function drawingInFile(doc: PDFDocument, drawing: Drawing, options: DrawingOptions): Reference {
  const { width, height } = drawing;
  const upright: Matrix = [1, 0, 0, -1, 0, height]; // SVG's y grows downward
  const form = new Form(doc, upright, options);
  const operators = [`${list(upright)} cm`, ...drawing.marks.map((mark) => form.operators(mark))].join('\n');
  const reference = doc.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Matrix: [1 / width, 0, 0, 1 / height, 0, 0],
    Resources: form.resources(),
  });
  reference.end(operators);
  return reference;
}

/** Collects what the form's operators name. */
class Form {
  readonly #doc: PDFDocument;
  readonly #upright: Matrix;
  readonly #options: DrawingOptions;
  readonly #fonts: Record<string, Reference> = {};
  readonly #states: Record<string, unknown> = {};
  readonly #patterns: Record<string, Reference> = {};

  constructor(doc: PDFDocument, upright: Matrix, options: DrawingOptions) {
    this.#doc = doc;
    this.#upright = upright;
    this.#options = options;
  }

  operators(mark: DrawnMark): string {
    return placed(mark, mark.kind === 'path' ? this.#path(mark) : this.#text(mark));
  }

  resources(): Record<string, unknown> {
    return { Font: this.#fonts, ExtGState: this.#states, Pattern: this.#patterns };
  }

  #path(path: DrawnPath): string {
    const opacity = this.#opacity(path.fill?.opacity ?? 1, path.stroke?.opacity ?? 1);
    return pathOperators(path, { opacity, colourOf: (paint, use) => this.#colour(paint, use, path.matrix) });
  }

  #text({ x, y, text, face, size, fill, matrix }: DrawnText): string {
    const painted = this.#options.fonts(face);
    const space = (painted.width(' ') * size) / 1000;
    const pieces = text.split(' ');
    const words = pieces.map((word, index) => ({ text: word, gap: index < pieces.length - 1 ? space : 0 }));
    const fontOf = (shaper: Shaper): FontInFile => {
      const font = this.#options.fontInFile(shaper);
      this.#fonts[font.name] = font.reference;
      return font;
    };
    const shown = showWords(words, { face: painted, size, fontOf });
    const style = [this.#colour(fill, 'fill', matrix), this.#opacity(fill.opacity, 1)].filter(Boolean).join(' ');
    return `${style} BT 1 0 0 -1 ${list([x, y])} Tm ${shown} ET`;
  }

  #colour({ colour }: Paint, use: 'fill' | 'stroke', matrix: Matrix): string {
    if (typeof colour === 'string') return plainColour(colour, use);
    const name = this.#pattern(colour, matrix);
    return use === 'fill' ? `/Pattern cs /${name} scn` : `/Pattern CS /${name} SCN`;
  }

  #pattern(gradient: Gradient, matrix: Matrix): string {
    const reference = gradientInFile(this.#doc, gradient, [this.#upright, matrix]);
    const name = `P${reference.id}`;
    this.#patterns[name] = reference;
    return name;
  }

  #opacity(fill: number, stroke: number): string {
    if (fill >= 1 && stroke >= 1) return '';
    const name = `G${Math.round(fill * 1000)}-${Math.round(stroke * 1000)}`;
    this.#states[name] = {
      Type: 'ExtGState',
      ca: Math.round(fill * 1000) / 1000,
      CA: Math.round(stroke * 1000) / 1000,
    };
    return `/${name} gs`;
  }
}

/** What paints a shape in plain colours, which needs nothing else in the file, with a matrix of its own around it. */
export function shapeOperators(mark: DrawnMark, matrix: Matrix): string {
  if (mark.kind !== 'path') throw new Error('Text is no shape');
  const colourOf: ColourOf = ({ colour }, use) => {
    if (typeof colour === 'string') return plainColour(colour, use);
    throw new Error('A gradient is no plain colour');
  };
  return `q ${matrixList(matrix)} cm ${placed(mark, pathOperators(mark, { colourOf, opacity: '' }))} Q`;
}

function placed({ matrix, clip }: DrawnMark, inside: string): string {
  const clipped = clip ? `${clip.map(pathOperator).join(' ')} W n ` : '';
  return `q ${clipped}${matrixList(matrix)} cm ${inside} Q`;
}

type ColourOf = (paint: Paint, use: 'fill' | 'stroke') => string;

function plainColour(colour: string, use: 'fill' | 'stroke'): string {
  return `${rgb(colour)} ${use === 'fill' ? 'rg' : 'RG'}`;
}

function pathOperators(
  { segments, fill, stroke, evenOdd }: DrawnPath,
  { colourOf, opacity }: { readonly colourOf: ColourOf; readonly opacity: string },
): string {
  const parts = [
    fill && colourOf(fill, 'fill'),
    stroke && colourOf(stroke, 'stroke'),
    stroke && line(stroke),
    opacity,
    segments.map(pathOperator).join(' '),
    paintOperator(fill, stroke, evenOdd),
  ];
  return parts.filter(Boolean).join(' ');
}

function pathOperator(segment: Segment): string {
  switch (segment.to) {
    case 'M':
      return `${list(segment.at)} m`;
    case 'L':
      return `${list(segment.at)} l`;
    case 'C':
      return `${list(segment.at)} c`;
    case 'Z':
      return 'h';
  }
}

function line({ width, cap, join, miterLimit, dashes, dashOffset }: Stroke): string {
  const style = `${number(width, decimals)} w ${['butt', 'round', 'square'].indexOf(cap)} J ${['miter', 'round', 'bevel'].indexOf(join)} j ${number(miterLimit)} M`;
  return dashes.length > 0 ? `${style} [${list(dashes)}] ${number(dashOffset, decimals)} d` : style;
}

function paintOperator(fill: Paint | undefined, stroke: Stroke | undefined, evenOdd: boolean): string {
  const rule = evenOdd && fill ? '*' : '';
  return `${fill && stroke ? 'B' : fill ? 'f' : 'S'}${rule}`;
}
