import type { FontkitFont, FontkitRun } from 'fontkit';

/** Words as outlines: they look the same with every reader, which may have none of our faces. */
export interface Outliner {
  /** Width of the line, in units of the type size. */
  width(text: string): number;
  /** Path data of the line in SVG's grammar. @param place - Left end of the baseline and type size, in pixels. */
  path(text: string, place: { readonly x: number; readonly y: number; readonly size: number }): string;
}

export function outlinerOf(font: FontkitFont): Outliner {
  const features = ['kern', 'liga'];
  const runOf = (text: string): FontkitRun => font.layout(text, features);
  const widths = new Map<string, number>();
  const widthOf = (word: string): number => {
    const known = widths.get(word);
    if (known !== undefined) return known;
    const width = runOf(word).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / font.unitsPerEm;
    widths.set(word, width);
    return width;
  };
  return {
    // Word by word: no pair with a space is kerned by much, and lines share their words.
    width: (text) => {
      const words = text.split(' ');
      return words.reduce((sum, word) => sum + widthOf(word), (words.length - 1) * widthOf(' '));
    },
    path(text, { x, y, size }) {
      const scale = size / font.unitsPerEm;
      const { glyphs, positions } = runOf(text);
      let pen = x;
      return glyphs
        .map((glyph, index) => {
          const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
          const placed = glyph.path?.transform(scale, 0, 0, -scale, pen + xOffset * scale, y - yOffset * scale);
          pen += xAdvance * scale;
          return placed?.toSVG() ?? '';
        })
        .join('');
    },
  };
}
