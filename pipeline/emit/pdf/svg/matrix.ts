import type { Matrix } from './drawing.ts';

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

const call = /\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)/gy;

/** The matrix of a `transform` attribute; undefined when it is not understood. */
export function readTransform(text: string): Matrix | undefined {
  let matrix = identity;
  let at = 0;
  for (const match of text.matchAll(call)) {
    const next = matrixOf(match[1] ?? '', readNumbers(match[2] ?? ''));
    if (!next) return undefined;
    matrix = multiply(matrix, next);
    at = match.index + match[0].length;
  }
  return text.slice(at).trim() === '' ? matrix : undefined;
}

export function readNumbers(text: string): number[] {
  return (text.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
}

function matrixOf(name: string, values: readonly number[]): Matrix | undefined {
  const [a, b, c, d, e, f] = values;
  if (a === undefined) return undefined;
  const turn = (a * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      return b !== undefined && c !== undefined && d !== undefined && e !== undefined && f !== undefined
        ? [a, b, c, d, e, f]
        : undefined;
    case 'translate':
      return [1, 0, 0, 1, a, b ?? 0];
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0];
    case 'rotate': {
      const rotation: Matrix = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0];
      if (b === undefined || c === undefined) return rotation;
      return multiply(multiply([1, 0, 0, 1, b, c], rotation), [1, 0, 0, 1, -b, -c]);
    }
    case 'skewX':
      return [1, 0, Math.tan(turn), 1, 0, 0];
    default:
      return [1, Math.tan(turn), 0, 1, 0, 0];
  }
}
