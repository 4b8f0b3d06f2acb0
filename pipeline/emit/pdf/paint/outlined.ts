import type { FontkitPathCommand } from 'fontkit';
import type { TextFragment } from '../../../layout/index.ts';
import type { PaintedFace } from '../fonts/index.ts';
import { number, numbers } from '../operators/index.ts';

/** Words as shapes, for a mark that is seen and never found, selected or copied with the text over it. */
export function outlined({ words, size, turn = 0, x, baseline }: TextFragment, face: PaintedFace): string {
  const { unitsPerEm } = face.own.font;
  const scale = size / unitsPerEm;
  let at = 0; // in thousandths of the type size
  const shapes = words.flatMap(({ text, gap }) => {
    const drawn = face.set(text).runs.flatMap(({ shaper, glyphs }) =>
      glyphs.map(({ id, advance, kern, shift, rise }) => {
        const place = { x: ((at + shift) * unitsPerEm) / 1000, y: (rise * unitsPerEm) / 1000 };
        at += advance + kern;
        return outlineOf(shaper.font.getGlyph(id).path.commands, place);
      }),
    );
    at += (gap * 1000) / size;
    return drawn;
  });
  const [along, up] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  // The page's y grows downward, that of the letters upward.
  const axes = [along, -up, -up, -along].map((value) => number(value, 6)).join(' ');
  return `${axes} ${numbers(x, baseline)} cm ${shapes.join(' ')} f`;
}

/** @param place - Of the origin, in units of the font. */
function outlineOf(commands: readonly FontkitPathCommand[], place: { x: number; y: number }): string {
  let pen: readonly number[] = [0, 0];
  const said = commands.map(({ command, args }) => {
    const points = args.map((value, index) => value + (index % 2 === 0 ? place.x : place.y));
    const from = pen;
    pen = points.slice(-2);
    if (command === 'closePath') return 'h';
    if (command === 'quadraticCurveTo') return `${numbers(...cubic([...from, ...points]))} c`;
    return `${numbers(...points)} ${operators[command]}`;
  });
  return said.join(' ');
}

const operators = { moveTo: 'm', lineTo: 'l', bezierCurveTo: 'c' } as const;

/** The same curve with two control points: PDF knows no others. */
function cubic([x0 = 0, y0 = 0, x1 = 0, y1 = 0, x = 0, y = 0]: readonly number[]): number[] {
  const third = (end: number, control: number): number => end + ((control - end) * 2) / 3;
  return [third(x0, x1), third(y0, y1), third(x, x1), third(y, y1), x, y];
}
