import type { FontInFile, PaintedFace, Shaper } from '../fonts/index.ts';
import { numbers } from '../operators/index.ts';
import { type DrawnMark, type Matrix, multiply } from '../svg/index.ts';

/** Where the text of shapes lies, in points; y grows downward. */
export interface TextPlace {
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly size: number;
}

export interface UnseenFont {
  readonly face: PaintedFace;
  readonly fontOf: (shaper: Shaper) => FontInFile;
}

/** Units to the em of a drawing of glyphs. */
const em = 1000;

/** The place that shapes of glyphs take. */
export function placeOf(marks: readonly DrawnMark[], toPage: Matrix): TextPlace {
  const xs: number[] = [];
  let [baseline, size] = [Number.NEGATIVE_INFINITY, 0];
  for (const mark of marks) {
    const [a, , c, d, e, f] = multiply(toPage, mark.matrix);
    baseline = Math.max(baseline, f);
    size = Math.max(size, Math.hypot(c, d) * em);
    if (mark.kind !== 'path') continue;
    for (const segment of mark.segments) {
      const at: readonly number[] = 'at' in segment ? segment.at : [];
      for (let index = 0; index < at.length; index += 2)
        xs.push(a * (at[index] as number) + c * (at[index + 1] as number) + e);
    }
  }
  const x = Math.min(...xs);
  return { x, baseline, width: Math.max(...xs) - x, size };
}

/**
 * Text that is found, selected, copied and read aloud, and not painted: rendering mode 3. Every character is a glyph of
 * a space that reads as it, so that no face need have it.
 */
export function unseenText(
  text: string,
  { x, baseline, width, size }: TextPlace,
  { face, fontOf }: UnseenFont,
): string {
  const [run] = face.set(' ').runs;
  const [space] = run?.glyphs ?? [];
  if (!run || !space) throw new Error('A face without a space');
  const font = fontOf(run.shaper);
  const characters = [...text];
  const codes = characters.map((character) => font.code({ ...space, text: character })).join('');
  const natural = (characters.length * space.advance * size) / 1000;
  const matrix = numbers(Math.max(width, 0.1) / natural, 0, 0, -1, x, baseline);
  return `BT 3 Tr /${font.name} ${numbers(size)} Tf ${matrix} Tm [(${codes})]TJ 0 Tr ET`;
}
