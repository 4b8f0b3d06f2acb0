import { elementsOf, type XmlElement } from '../../../xml/index.ts';
import { readColour, readOpacity } from './colour.ts';
import type { Gradient, Matrix, Paint, Stroke } from './drawing.ts';
import { readLength } from './length.ts';
import { identity, multiply, readNumbers, readTransform } from './matrix.ts';
import { type Remark, type Rule, type Style, styleOf } from './style.ts';

export interface PaintContext {
  /** By `id`. */
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly rules: readonly Rule[];
  readonly remark: Remark;
  /** Product of the `opacity` of the element and of all around it. */
  readonly opacity: number;
  /** Box of what is painted, for gradients that are given in fractions of it: x, y, width, height. */
  readonly box: readonly [number, number, number, number];
}

/** What fills, or nothing for `none`. */
export function fillOf(style: Style, context: PaintContext): Paint | undefined {
  return paintOf('fill', style, context);
}

export function strokeOf(style: Style, context: PaintContext): Stroke | undefined {
  const paint = paintOf('stroke', style, context);
  const width = readLength(style.get('stroke-width')) ?? 1;
  if (!paint || width <= 0) return undefined;
  const dashes = style.get('stroke-dasharray') === 'none' ? [] : readNumbers(style.get('stroke-dasharray') ?? '');
  const usable = dashes.every((dash) => dash >= 0) && dashes.some((dash) => dash > 0);
  return {
    ...paint,
    width,
    cap: oneOf(['butt', 'round', 'square'], style.get('stroke-linecap')),
    join: oneOf(['miter', 'round', 'bevel'], style.get('stroke-linejoin')),
    miterLimit: Math.max(1, Number(style.get('stroke-miterlimit')) || 4),
    dashes: usable ? dashes : [],
    dashOffset: readLength(style.get('stroke-dashoffset')) ?? 0,
  };
}

function oneOf<Name extends string>(allowed: readonly [Name, ...Name[]], value: string | undefined): Name {
  return allowed.find((name) => name === value) ?? allowed[0];
}

function paintOf(property: 'fill' | 'stroke', style: Style, context: PaintContext): Paint | undefined {
  const value = (style.get(property) ?? 'none').trim();
  if (value === 'none') return undefined;
  const own = (readOpacity(style.get(`${property}-opacity`) ?? '1') ?? 1) * context.opacity;
  const reference = /^url\(\s*["']?#([^"')]+)["']?\s*\)\s*(.*)$/.exec(value);
  if (reference) {
    const gradient = gradientOf(reference[1] ?? '', context);
    if (gradient) return { colour: gradient, opacity: own };
  }
  const written = reference ? (reference[2] ?? '') : value;
  if (written === 'none') return undefined;
  const colour = readColour(written === 'currentColor' ? (style.get('color') ?? 'black') : written);
  if (!colour) {
    context.remark(value);
    return reference ? undefined : { colour: '#000000', opacity: own };
  }
  return { colour: colour.colour, opacity: own * colour.opacity };
}

/** Undefined unless the id is that of a linear gradient with stops. */
function gradientOf(id: string, context: PaintContext): Gradient | undefined {
  const element = context.byId.get(id);
  if (element?.name !== 'linearGradient') return undefined;
  const parents = [element, ...inheritedFrom(element, context.byId)];
  const attribute = (name: string): string | undefined =>
    parents.find((one) => one.attributes.has(name))?.attributes.get(name);
  const stops = stopsOf(parents.find((one) => elementsOf(one).length > 0) ?? element, context);
  const transform = readTransform(attribute('gradientTransform') ?? '');
  const spread = attribute('spreadMethod');
  if (spread && spread !== 'pad') context.remark('spreadMethod');
  if (stops.length === 0 || !transform) return undefined;
  const [x, y, width, height] = context.box;
  const inUser = attribute('gradientUnits') === 'userSpaceOnUse';
  const frame: Matrix = inUser ? identity : [width, 0, 0, height, x, y];
  const place = (name: string, otherwise: number): number => readLength(attribute(name), 1) ?? otherwise;
  return {
    matrix: multiply(frame, transform),
    from: [place('x1', 0), place('y1', 0)],
    to: [place('x2', 1), place('y2', 0)],
    stops,
  };
}

function inheritedFrom(element: XmlElement, byId: ReadonlyMap<string, XmlElement>, depth = 0): XmlElement[] {
  const href = element.attributes.get('href') ?? element.attributes.get('xlink:href');
  const next = href?.startsWith('#') ? byId.get(href.slice(1)) : undefined;
  return next && depth < 8 ? [next, ...inheritedFrom(next, byId, depth + 1)] : [];
}

function stopsOf(gradient: XmlElement, { rules, remark }: PaintContext): Gradient['stops'] {
  let last = 0;
  const stops = elementsOf(gradient).flatMap((stop) => {
    if (stop.name !== 'stop') return [];
    const style = styleOf(stop, { parent: new Map(), rules, remark });
    if ((readOpacity(style.get('stop-opacity') ?? '1') ?? 1) < 1) remark('stop-opacity');
    last = Math.max(last, readOpacity(stop.attributes.get('offset') ?? '0') ?? 0);
    return [{ at: last, colour: readColour(style.get('stop-color') ?? 'black')?.colour ?? '#000000' }];
  });
  const only = stops[0];
  return stops.length === 1 && only ? [only, { at: 1, colour: only.colour }] : stops;
}
