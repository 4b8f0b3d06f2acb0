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
export function showWords(words: readonly Word[], style: TextStyle, ends?: 'hyphen' | 'line'): string {
  const line = new Line(style);
  for (const [index, { text, gap, spaceAfter }] of words.entries()) {
    line.word(text);
    if (ends === 'line' && index === words.length - 1) continue;
    if (gap > 0 || spaceAfter) line.space(gap);
    else if (gap < 0) line.move((gap * 1000) / style.size);
  }
  if (ends === 'hyphen') line.sign('-', discretionary);
  else if (ends === 'line') line.sign(' ', '\n');
  return line.operators();
}

/** Collects `TJ` arrays: codes in literal strings, and adjustments in thousandths of the type size. */
class Line {
  readonly #style: TextStyle;
  #operators = '';
  #array = '';
  #codes = '';
  #adjust = 0;
  #font: FontInFile | undefined;
  #shaper: Shaper | undefined;

  constructor(style: TextStyle) {
    this.#style = style;
  }

  word(text: string): void {
    const { face } = this.#style;
    const known = this.#shaper === face.own ? this.#font?.words.get(text) : undefined;
    if (known !== undefined) {
      this.#add(known);
      return;
    }
    const { runs } = face.set(text);
    for (const run of runs) {
      const array = this.#show(run);
      if (array && runs.length === 1 && run.shaper === face.own) this.#font?.words.set(text, array);
    }
  }

  /** @returns what it is in the array, where that says all. */
  #show(run: GlyphRun): string | undefined {
    this.#use(run.shaper);
    const array = this.#font?.array(run);
    if (array === undefined) for (const glyph of run.glyphs) this.#glyph(glyph);
    else this.#add(array);
    return array;
  }

  #add(array: string): void {
    this.#settle();
    this.#closeString();
    this.#array += array;
  }

  /** @param gap - Width that the space shall take, in points. */
  space(gap: number): void {
    this.word(' ');
    this.move((gap * 1000) / this.#style.size - this.#style.face.width(' '));
  }

  /** A sign that is read as another. */
  sign(shown: string, read: string): void {
    for (const { shaper, glyphs } of this.#style.face.set(shown).runs) {
      this.#use(shaper);
      for (const glyph of glyphs) this.#glyph({ ...glyph, text: read });
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
    const adjust = Math.round(this.#adjust);
    if (adjust === 0) return;
    this.#closeString();
    this.#array += -adjust;
    this.#adjust -= adjust;
  }

  #use(shaper: Shaper): void {
    if (shaper === this.#shaper) return;
    this.#closeArray();
    const font = this.#style.fontOf(shaper);
    this.#shaper = shaper;
    this.#font = font;
    this.#operators += ` /${font.name} ${number(this.#style.size)} Tf`;
  }

  #closeString(): void {
    if (this.#codes) this.#array += `(${this.#codes})`;
    this.#codes = '';
  }

  #closeArray(): void {
    this.#closeString();
    if (this.#array) this.#operators += ` [${this.#array}]TJ`;
    this.#array = '';
  }
}
