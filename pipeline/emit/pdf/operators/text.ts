import type { Word } from '../../../layout/index.ts';
import type { FontInFile, Glyph, GlyphRun, PaintedFace, Shaper } from '../fonts/index.ts';
import { number } from './number.ts';

export interface TextStyle {
  readonly face: PaintedFace;
  /** In points. */
  readonly size: number;
  /** Finds the font in this file, and enters it in the resources of the page or form. */
  readonly fontOf: (shaper: Shaper) => FontInFile;
}

/** U+00AD: what a reader of the text takes a hyphen at a line's end for. */
const discretionary = '\u00AD';

/**
 * The operators that show words on one line, between `BT` with its matrix and `ET`.
 *
 * Every space is painted as a glyph, and its width then adjusted, so that extraction and screen readers find it.
 */
export function showWords(words: readonly Word[], style: TextStyle, hyphen: boolean): string {
  const line = new Line(style);
  for (const { text, gap, spaceAfter } of words) {
    for (const run of style.face.set(text).runs) line.show(run);
    if (gap > 0 || spaceAfter) line.space(gap);
    else if (gap < 0) line.move((gap * 1000) / style.size);
  }
  if (hyphen) line.hyphen();
  return line.operators();
}

/** Collects `TJ` arrays: codes in hexadecimal, and adjustments in thousandths of the type size. */
class Line {
  readonly #style: TextStyle;
  #operators = '';
  #array = '';
  #codes = '';
  #adjust = 0;
  #font: FontInFile | undefined;

  constructor(style: TextStyle) {
    this.#style = style;
  }

  show(run: GlyphRun): void {
    const font = this.#style.fontOf(run.shaper);
    this.#use(font);
    const array = font.array(run);
    if (array === undefined) for (const glyph of run.glyphs) this.#glyph(glyph);
    else {
      this.#settle();
      this.#closeString();
      this.#array += array;
    }
  }

  /** @param gap - Width that the space shall take, in points. */
  space(gap: number): void {
    const [run] = this.#style.face.set(' ').runs;
    if (!run) return;
    this.show(run);
    this.move((gap * 1000) / this.#style.size - this.#style.face.width(' '));
  }

  hyphen(): void {
    for (const { shaper, glyphs } of this.#style.face.set('-').runs) {
      this.#use(this.#style.fontOf(shaper));
      for (const glyph of glyphs) this.#glyph({ ...glyph, text: discretionary });
    }
  }

  /** To the right, in thousandths of the type size. */
  move(distance: number): void {
    this.#adjust += distance;
  }

  operators(): string {
    this.#closeArray();
    return this.#operators.trim();
  }

  #glyph(glyph: Glyph): void {
    if (glyph.rise !== 0) {
      this.#closeArray();
      this.#operators += ` ${number((glyph.rise * this.#style.size) / 1000)} Ts`;
    }
    this.move(glyph.shift);
    this.#code(glyph);
    this.move(glyph.kern - glyph.shift);
    if (glyph.rise !== 0) {
      this.#closeArray();
      this.#operators += ' 0 Ts';
    }
  }

  #code(glyph: Glyph): void {
    this.#settle();
    this.#codes += this.#font?.code(glyph) ?? '';
  }

  /** Writes the adjustment that stands out. What rounding leaves is made good at the next, so that the right edge is straight. */
  #settle(): void {
    const adjust = Math.round(this.#adjust * 100) / 100;
    if (adjust === 0) return;
    this.#closeString();
    this.#array += number(-adjust);
    this.#adjust -= adjust;
  }

  #use(font: FontInFile): void {
    if (font === this.#font) return;
    this.#closeArray();
    this.#font = font;
    this.#operators += ` /${font.name} ${number(this.#style.size)} Tf`;
  }

  #closeString(): void {
    if (this.#codes) this.#array += `<${this.#codes}>`;
    this.#codes = '';
  }

  #closeArray(): void {
    this.#closeString();
    if (this.#array) this.#operators += ` [${this.#array}]TJ`;
    this.#array = '';
  }
}
