import type { Fonts } from '../../../layout/index.ts';
import { elementsOf, parseXml, type XmlElement } from '../../../xml/index.ts';
import { readOpacity } from './colour.ts';
import type { Drawing, DrawnMark, Matrix, Segment } from './drawing.ts';
import { readLength } from './length.ts';
import { identity, multiply, readNumbers, readTransform } from './matrix.ts';
import { fillOf, strokeOf } from './paint.ts';
import { boxOf, segmentsOf } from './segments.ts';
import { polygon } from './shapes.ts';
import { initialStyle, type Remark, type Rule, readRules, type Style, styleOf } from './style.ts';
import { drawText } from './text.ts';

/** An SVG as we paint it, and what of it we could not. */
export interface Converted {
  /** Absent when the text is not well-formed XML with an `svg` at its root. */
  readonly drawing?: Drawing;
  /** What is outside the subset, as SVG or CSS writes it, each once. */
  readonly unsupported: readonly string[];
}

export interface SvgOptions {
  readonly fonts: Fonts;
  /** Size of the picture in CSS pixels, where the SVG does not say. */
  readonly width: number;
  readonly height: number;
  /** Attribute of elements that are to be told apart in the drawing. */
  readonly parts?: string;
}

/** Everything that stays the same within one SVG. */
interface Context {
  readonly fonts: Fonts;
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly rules: readonly Rule[];
  readonly remark: Remark;
  readonly parts: string | undefined;
  /** Of the view box: what percentages are of. */
  readonly view: readonly [number, number];
}

/** What changes on the way down the tree. */
interface State {
  readonly matrix: Matrix;
  readonly style: Style;
  readonly opacity: number;
  /** How many `use` elements are around: a picture that uses itself ends. */
  readonly uses: number;
  readonly part?: string;
}

/** Elements that paint nothing where they stand; what refers to those that we do not know is named there. */
const silent: ReadonlySet<string> = new Set(
  `clipPath defs desc filter linearGradient marker mask metadata pattern radialGradient style symbol title`.split(' '),
);

const deepestUse = 16;

/** An SVG of the documented subset → flat instructions. What is outside of it is left out and named. */
export function convertSvg(text: string, { fonts, width, height, parts }: SvgOptions): Converted {
  const root = parseXml(text);
  if (!root || localName(root) !== 'svg') return { unsupported: [] };
  const unsupported = new Set<string>();
  const remark: Remark = (what) => void unsupported.add(what);
  const size = [sizeOf(root, 'width') ?? width, sizeOf(root, 'height') ?? height] as const;
  const { matrix, view } = fitted(root, size);
  const context: Context = { fonts, byId: index(root), rules: readRules(root, remark), remark, parts, view };
  const style = styleOf(root, { parent: initialStyle, rules: context.rules, remark });
  const state: State = { matrix, style, opacity: opacityOf(style), uses: 0 };
  const marks = elementsOf(root).flatMap((child) => draw(child, state, context));
  const paintable = marks.filter(isPaintable);
  if (paintable.length < marks.length) remark('Infinity');
  return {
    drawing: { kind: 'drawing', width: size[0], height: size[1], marks: paintable },
    unsupported: [...unsupported],
  };
}

/** Undefined when it is not said, or no size. */
function sizeOf(root: XmlElement, name: 'width' | 'height'): number | undefined {
  const length = readLength(root.attributes.get(name));
  return length !== undefined && length > 0 && length < farthest ? length : undefined;
}

/** Beyond it no viewer paints anything, in user units. */
const farthest = 1e6;

function isPaintable(mark: DrawnMark): boolean {
  const lengths =
    mark.kind === 'text' ? [mark.x, mark.y, mark.size] : mark.segments.flatMap((one) => ('at' in one ? one.at : []));
  const stroke =
    mark.kind === 'path' && mark.stroke
      ? [mark.stroke.width, mark.stroke.miterLimit, mark.stroke.dashOffset, ...mark.stroke.dashes]
      : [];
  return [...mark.matrix, ...lengths, ...stroke].every((value) => Math.abs(value) < farthest); // false for NaN
}

const localName = (element: XmlElement): string => element.name.replace(/^svg:/, '');

/** `viewBox` fitted into the picture: whole and in the middle, or stretched where `preserveAspectRatio` is `none`. */
function fitted(
  root: XmlElement,
  [width, height]: readonly [number, number],
): { matrix: Matrix; view: readonly [number, number] } {
  const [x = 0, y = 0, w, h] = readNumbers(root.attributes.get('viewBox') ?? '');
  if (!w || !h || w < 0 || h < 0) return { matrix: identity, view: [width, height] };
  if (root.attributes.get('preserveAspectRatio')?.trim() === 'none') {
    return { matrix: [width / w, 0, 0, height / h, (-x * width) / w, (-y * height) / h], view: [w, h] };
  }
  const scale = Math.min(width / w, height / h);
  return {
    matrix: [scale, 0, 0, scale, (width - w * scale) / 2 - x * scale, (height - h * scale) / 2 - y * scale],
    view: [w, h],
  };
}

function index(root: XmlElement): Map<string, XmlElement> {
  const byId = new Map<string, XmlElement>();
  const visit = (element: XmlElement): void => {
    const id = element.attributes.get('id');
    if (id && !byId.has(id)) byId.set(id, element);
    for (const child of elementsOf(element)) visit(child);
  };
  visit(root);
  return byId;
}

function draw(element: XmlElement, around: State, context: Context): DrawnMark[] {
  const name = localName(element);
  if (silent.has(name)) return [];
  if (name.includes(':')) return []; // an editor's own elements
  const style = styleOf(element, { parent: around.style, rules: context.rules, remark: context.remark });
  if (style.get('display') === 'none') return [];
  const transform = readTransform(element.attributes.get('transform') ?? '');
  if (!transform) context.remark(`transform="${element.attributes.get('transform')}"`);
  const part = (context.parts && element.attributes.get(context.parts)) ?? around.part;
  const state: State = {
    matrix: multiply(around.matrix, transform ?? identity),
    style,
    opacity: around.opacity * opacityOf(style),
    uses: around.uses,
    ...(part !== undefined && { part }),
  };
  if (name === 'g' || name === 'a' || name === 'switch')
    return elementsOf(element).flatMap((child) => draw(child, state, context));
  if (name === 'use') return drawUse(element, state, context);
  if (name === 'svg') return drawInner(element, state, context);
  if (name === 'text') return style.get('visibility') === 'visible' ? drawWords(element, state, context) : [];
  const segments = segmentsOf(name, element, context);
  if (!segments) context.remark(`<${name}>`);
  return segments && style.get('visibility') === 'visible' ? drawPath(segments, state, context) : [];
}

const opacityOf = (style: Style): number => readOpacity(style.get('opacity') ?? '1') ?? 1;

/** An SVG inside another: its own coordinates, and nothing beyond its edges. What is clipped twice keeps the outer clip. */
function drawInner(element: XmlElement, state: State, context: Context): DrawnMark[] {
  const { view } = context;
  const length = (name: string, of: number): number | undefined => readLength(element.attributes.get(name), of);
  const [width, height] = [length('width', view[0]) ?? view[0], length('height', view[1]) ?? view[1]];
  if (width <= 0 || height <= 0) return [];
  const place = multiply(state.matrix, [1, 0, 0, 1, length('x', view[0]) ?? 0, length('y', view[1]) ?? 0]);
  const inner = fitted(element, [width, height]);
  const clip = polygon(
    [0, 0, width, 0, width, height, 0, height].flatMap((_, at, list) =>
      at % 2 === 0 ? transformed(place, list[at] as number, list[at + 1] as number) : [],
    ),
    true,
  );
  const within: State = { ...state, matrix: multiply(place, inner.matrix) };
  return elementsOf(element)
    .flatMap((child) => draw(child, within, { ...context, view: inner.view }))
    .map((mark) => (mark.clip ? mark : { ...mark, clip }));
}

function transformed([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function drawUse(element: XmlElement, state: State, context: Context): DrawnMark[] {
  const href = element.attributes.get('href') ?? element.attributes.get('xlink:href') ?? '';
  const used = href.startsWith('#') ? context.byId.get(href.slice(1)) : undefined;
  if (!used || state.uses >= deepestUse) {
    context.remark(`<use href="${href}">`);
    return [];
  }
  const [x, y] = [readLength(element.attributes.get('x')) ?? 0, readLength(element.attributes.get('y')) ?? 0];
  const inner: State = { ...state, matrix: multiply(state.matrix, [1, 0, 0, 1, x, y]), uses: state.uses + 1 };
  if (localName(used) !== 'symbol') return draw(used, inner, context);
  if (used.attributes.has('viewBox')) context.remark('<symbol viewBox>');
  return elementsOf(used).flatMap((child) => draw(child, inner, context));
}

function drawWords(element: XmlElement, state: State, context: Context): DrawnMark[] {
  const { fonts, rules, remark } = context;
  return drawText(element, state.style, {
    fonts,
    matrix: state.matrix,
    remark,
    styleOf: (child, parent) => {
      const style = child === element ? state.style : styleOf(child, { parent, rules, remark });
      const opacity = child === element ? state.opacity : state.opacity * opacityOf(style);
      return { style, fill: fillOf(style, { ...context, opacity, box: [0, 0, 1, 1] }) };
    },
  });
}

function drawPath(
  segments: readonly Segment[],
  { matrix, style, opacity, part }: State,
  context: Context,
): DrawnMark[] {
  if (segments.length === 0) return [];
  const paint = { ...context, opacity, box: boxOf(segments) };
  const fill = fillOf(style, paint);
  const stroke = strokeOf(style, paint);
  if (!fill && !stroke) return [];
  const evenOdd = style.get('fill-rule') === 'evenodd';
  const paints = { ...(fill && { fill }), ...(stroke && { stroke }) };
  return [{ kind: 'path', matrix, segments, evenOdd, ...paints, ...(part !== undefined && { part }) }];
}
