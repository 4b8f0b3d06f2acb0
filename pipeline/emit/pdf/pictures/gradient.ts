import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { Gradient, Matrix } from '../svg/index.ts';

/**
 * A pattern of colours along a line. ISO 32000-1, 8.7.4.5.3.
 *
 * @param around - Matrices from the path's coordinates outward to those of the form, outermost first.
 */
export function gradientInFile(
  doc: PDFDocument,
  { from, to, stops, matrix }: Gradient,
  around: readonly Matrix[],
): Reference {
  const pattern = doc.ref({
    Type: 'Pattern',
    PatternType: 2,
    Matrix: [...around, matrix].reduce(product),
    Shading: {
      ShadingType: 2,
      ColorSpace: 'DeviceRGB',
      Coords: [...from, ...to],
      Extend: [true, true],
      Function: along(stops),
    },
  });
  pattern.end();
  return pattern;
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

type Stops = Gradient['stops'];

/** One function for each two neighbouring stops, stitched together over 0 … 1. */
function along(stops: Stops): Record<string, unknown> {
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) throw new Error('A gradient has no stops');
  const whole = [{ ...first, at: 0 }, ...stops, { ...last, at: 1 }];
  const spans = whole.slice(1).flatMap((stop, index) => {
    const before = whole[index];
    return before && stop.at > before.at ? [{ from: before, to: stop }] : [];
  });
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: spans.map(({ from, to }) => ({
      FunctionType: 2,
      Domain: [0, 1],
      C0: rgb(from.colour),
      C1: rgb(to.colour),
      N: 1,
    })),
    Bounds: spans.slice(1).map(({ from }) => from.at),
    Encode: spans.flatMap(() => [0, 1]),
  };
}

function rgb(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
}
