import { coverageOf } from './coverage.ts';
import { flatten, type Line } from './flatten.ts';

/** A picture without transparency: three bytes a pixel, red, green and blue, row by row from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

const numbers = /-?\d+(?:\.\d+)?/g;

/**
 * Paints the SVG of a cover: a `viewBox` that begins at 0 0, and in it `rect` and `path` (absolute `M L H V Q C Z`), each
 * with a `fill` of `#rrggbb`, one upon the other. One unit is one pixel.
 *
 * @throws on any other element: the cover's template then asks for more than is painted here.
 */
export function paintSvg(svg: string): Pixels {
  const [, , width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1]?.match(numbers) ?? []).map(Number);
  const pixels = { width, height, bytes: new Uint8Array(width * height * 3).fill(255) };
  for (const [, name = '', attributes = ''] of svg.matchAll(/<([a-z]+)\b([^>]*)>/gi)) {
    if (name === 'svg') continue;
    const attribute = (key: string): string => new RegExp(`\\s${key}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    blend(pixels, linesOf(name, attribute), colourOf(attribute('fill')));
  }
  return pixels;
}

function linesOf(name: string, attribute: (key: string) => string): Line[] {
  if (name === 'path') return flatten(attribute('d'));
  if (name !== 'rect') throw new Error(`The cover can hold rect and path, not “${name}”`);
  const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((key) => Number(attribute(key)));
  return flatten(`M${x} ${y}H${x + width}V${y + height}H${x}Z`);
}

function colourOf(fill: string): [number, number, number] {
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(fill) ?? [];
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`Not a colour: “${fill}”`);
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

function blend(pixels: Pixels, lines: readonly Line[], colour: readonly [number, number, number]): void {
  const { bytes, width } = pixels;
  const { left, top, columns, rows, values } = coverageOf(lines, pixels);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const part = values[row * columns + column] ?? 0;
      if (part === 0) continue;
      const offset = ((top + row) * width + left + column) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const under = bytes[offset + channel] ?? 0;
        bytes[offset + channel] = Math.round(under + ((colour[channel] ?? 0) - under) * part);
      }
    }
  }
}
