import { coverageOf } from './coverage.ts';
import { flatten, type Line } from './flatten.ts';

/** A picture without transparency, of at most 256 colours. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** `0xrrggbb`. */
  readonly palette: number[];
  /** Into `palette`, row by row from the top. */
  readonly indexes: Uint8Array;
}

/** Steps between a colour and the one under it, at the edges of letters. */
const steps = 32;

const numbers = /-?\d+(?:\.\d+)?/g;

/**
 * Paints the SVG of a cover: a `viewBox` that begins at 0 0, and in it `rect` and `path` (absolute `M L H V Q C Z`), each
 * with a `fill` of `#rrggbb`, one upon the other. One unit is one pixel.
 *
 * @throws on any other element: the cover's template then asks for more than is painted here.
 */
export function paintSvg(svg: string): Pixels {
  const [, , width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1]?.match(numbers) ?? []).map(Number);
  const pixels: Pixels = { width, height, palette: [0xffffff], indexes: new Uint8Array(width * height) };
  for (const [, name = '', attributes = ''] of svg.matchAll(/<([a-z]+)\b([^>]*)>/gi)) {
    if (name === 'svg') continue;
    const attribute = (key: string): string => new RegExp(`\\s${key}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const colour = colourOf(attribute('fill'));
    if (name === 'rect')
      fillRect(
        pixels,
        ['x', 'y', 'width', 'height'].map((key) => Number(attribute(key))),
        colour,
      );
    else if (name === 'path') blend(pixels, flatten(attribute('d')), colour);
    else throw new Error(`The cover can hold rect and path, not “${name}”`);
  }
  return pixels;
}

/** Edges fall on whole pixels. */
function fillRect(pixels: Pixels, [x = 0, y = 0, width = 0, height = 0]: readonly number[], colour: number): void {
  const index = indexIn(pixels.palette, colour);
  const [left, right] = [x, x + width].map((edge) => Math.min(pixels.width, Math.max(0, Math.round(edge))));
  for (let row = Math.max(0, Math.round(y)); row < Math.min(pixels.height, Math.round(y + height)); row++) {
    pixels.indexes.fill(index, row * pixels.width + (left ?? 0), row * pixels.width + (right ?? 0));
  }
}

function colourOf(fill: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(fill)) throw new Error(`Not a colour of the form #rrggbb: “${fill}”`);
  return Number.parseInt(fill.slice(1), 16);
}

function blend(pixels: Pixels, lines: readonly Line[], colour: number): void {
  const { palette, indexes, width } = pixels;
  const { left, top, columns, rows, values } = coverageOf(lines, pixels);
  const mixes = new Map<number, number>();
  const mixOf = (under: number, step: number): number => {
    const key = under * (steps + 1) + step;
    const mix = mixes.get(key) ?? indexIn(palette, mixed(palette[under] ?? 0, colour, step / steps));
    mixes.set(key, mix);
    return mix;
  };
  for (let row = 0; row < rows; row++) {
    const start = (top + row) * width + left;
    for (let column = 0; column < columns; column++) {
      const step = Math.round((values[row * columns + column] ?? 0) * steps);
      if (step > 0) indexes[start + column] = mixOf(indexes[start + column] ?? 0, step);
    }
  }
}

function mixed(under: number, over: number, part: number): number {
  return [16, 8, 0].reduce((colour, shift) => {
    const from = (under >> shift) & 0xff;
    return colour | (Math.round(from + (((over >> shift) & 0xff) - from) * part) << shift);
  }, 0);
}

function indexIn(palette: number[], colour: number): number {
  const known = palette.indexOf(colour);
  if (known !== -1) return known;
  if (palette.length === 256) throw new Error('The cover needs more than 256 colours');
  return palette.push(colour) - 1;
}
