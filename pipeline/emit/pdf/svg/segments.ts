/** Elements of an SVG that are shapes → segments of paths. */
import type { XmlElement } from '../../../xml/index.ts';
import type { Segment } from './drawing.ts';
import { readLength } from './length.ts';
import { readPath } from './path.ts';
import { ellipse, pointsOf, polygon, rectangle } from './shapes.ts';
import type { Remark } from './style.ts';

interface Reading {
  /** Of the view box: what percentages are of. */
  readonly view: readonly [number, number];
  readonly remark: Remark;
}

/** Undefined for an element that we do not know. */
export function segmentsOf(
  name: string,
  element: XmlElement,
  { view: [w, h], remark }: Reading,
): readonly Segment[] | undefined {
  const attribute = (key: string): string => element.attributes.get(key) ?? '';
  const length = (key: string): number => readLength(attribute(key), /^(?:x|cx|rx|x\d|width)$/.test(key) ? w : h) ?? 0;
  switch (name) {
    case 'rect':
      return rectangle(length, (key) => element.attributes.has(key));
    case 'circle':
      return ellipse([length('cx'), length('cy')], length('r'), length('r'));
    case 'ellipse':
      return ellipse([length('cx'), length('cy')], length('rx'), length('ry'));
    case 'line':
      return polygon([length('x1'), length('y1'), length('x2'), length('y2')], false);
    case 'polyline':
    case 'polygon':
      return polygon(pointsOf(attribute('points')), name === 'polygon');
    case 'path': {
      const { segments, whole } = readPath(attribute('d'));
      if (!whole) remark(`d="${attribute('d').slice(0, 40)}"`);
      return segments;
    }
    default:
      return undefined;
  }
}

/** Box around all points, control points included: x, y, width, height. */
export function boxOf(segments: readonly Segment[]): readonly [number, number, number, number] {
  const numbers = segments.flatMap((segment): readonly number[] => ('at' in segment ? segment.at : []));
  const xs = numbers.filter((_, at) => at % 2 === 0);
  const ys = numbers.filter((_, at) => at % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return [x, y, Math.max(...xs) - x, Math.max(...ys) - y];
}
