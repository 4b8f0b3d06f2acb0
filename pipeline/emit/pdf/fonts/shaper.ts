import type { FontkitFont, FontkitRun } from 'fontkit';

/** One glyph to paint. Lengths in thousandths of the type size. */
export interface Glyph {
  readonly id: number;
  /** The characters of the source it stands for; more than one for a ligature. */
  readonly text: string;
  /** Its own width, as the font file states it. */
  readonly advance: number;
  /** What kerning adds to the advance. */
  readonly kern: number;
  /** Displacement of this glyph alone, to the right and up: marks above letters. */
  readonly shift: number;
  readonly rise: number;
}

export interface Shaped {
  readonly width: number;
  readonly glyphs: readonly Glyph[];
}

interface Single {
  readonly id: number;
  readonly advance: number;
}

/** Scripts whose kerning fontkit finds under `latn`; other scripts are left to its own detection. */
const latin = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Longest sequence that a ligature of the shipped faces joins, in characters. */
const longestLigature = 6;

/**
 * Words → glyphs in one font. Advances and pair kerning are remembered; only words that ligate, stack marks or leave
 * the Latin script go through the font's full layout. Both ways give the same glyphs and widths (a test holds every
 * shipped face to that).
 */
export class Shaper {
  readonly font: FontkitFont;
  readonly #features: readonly string[];
  readonly #scale: number;
  readonly #singles = new Map<string, Single | undefined>();
  readonly #kerns = new Map<string, number | undefined>();

  constructor(font: FontkitFont, features: readonly string[]) {
    this.font = font;
    this.#features = features;
    this.#scale = 1000 / font.unitsPerEm;
  }

  /**
   * @param shown - The characters to look up in the font.
   * @param text - What they stand for: the same number of characters.
   */
  shape(shown: readonly string[], text: readonly string[]): Shaped {
    return this.fast(shown, text) ?? this.full(shown, text);
  }

  /** Glyph by glyph with pair kerning; undefined where that is not enough. */
  fast(shown: readonly string[], text: readonly string[]): Shaped | undefined {
    const glyphs: Glyph[] = [];
    let width = 0;
    for (const [index, character] of shown.entries()) {
      const single = this.#single(character);
      const next = shown[index + 1];
      const kern = next === undefined ? 0 : this.#kern(character, next);
      if (!single || kern === undefined) return undefined;
      glyphs.push({ ...single, text: text[index] ?? '', kern, shift: 0, rise: 0 });
      width += single.advance + kern;
    }
    return { width, glyphs };
  }

  /** The font's own layout of the whole word. */
  full(shown: readonly string[], text: readonly string[]): Shaped {
    const word = shown.join('');
    const run = this.#layout(word);
    const glyphs: Glyph[] = [];
    let width = 0;
    let at = 0;
    for (const [index, { id, advanceWidth }] of run.glyphs.entries()) {
      const position = run.positions[index] ?? { xAdvance: advanceWidth, xOffset: 0, yOffset: 0 };
      const last = index === run.glyphs.length - 1;
      const count = last ? shown.length - at : this.#charactersOf(id, shown.slice(at));
      glyphs.push({
        id,
        text: text.slice(at, at + count).join(''),
        advance: advanceWidth * this.#scale,
        kern: (position.xAdvance - advanceWidth) * this.#scale,
        shift: position.xOffset * this.#scale,
        rise: position.yOffset * this.#scale,
      });
      width += position.xAdvance * this.#scale;
      at += count;
    }
    return { width, glyphs };
  }

  /** How many of the coming characters this glyph stands for. fontkit's own `codePoints` are remembered by glyph, not by use. */
  #charactersOf(id: number, coming: readonly string[]): number {
    for (let count = 1; count <= Math.min(longestLigature, coming.length); count++) {
      const { glyphs } = this.#layout(coming.slice(0, count).join(''));
      if (glyphs.length === 1 && glyphs[0]?.id === id) return count;
    }
    return Math.min(1, coming.length);
  }

  #single(character: string): Single | undefined {
    if (this.#singles.has(character)) return this.#singles.get(character);
    const { glyphs, positions } = this.#layout(character);
    const [glyph] = glyphs;
    const [position] = positions;
    const plain = glyphs.length === 1 && latin.test(character) && position && isInPlace(position);
    const single = glyph && plain ? { id: glyph.id, advance: glyph.advanceWidth * this.#scale } : undefined;
    this.#singles.set(character, single);
    return single;
  }

  /** Undefined when the two do not stay two plain glyphs. */
  #kern(left: string, right: string): number | undefined {
    const pair = left + right;
    if (this.#kerns.has(pair)) return this.#kerns.get(pair);
    const { glyphs, positions } = this.#layout(pair);
    const [first, second] = glyphs;
    const unchanged =
      glyphs.length === 2 &&
      first?.id === this.#single(left)?.id &&
      second?.id === this.#single(right)?.id &&
      positions.every(isInPlace);
    const kern =
      unchanged && first && positions[0] ? (positions[0].xAdvance - first.advanceWidth) * this.#scale : undefined;
    this.#kerns.set(pair, kern);
    return kern;
  }

  #layout(text: string): FontkitRun {
    return this.font.layout(text, this.#features, latin.test(text) ? 'latn' : undefined);
  }
}

const isInPlace = (position: { readonly xOffset: number; readonly yOffset: number }): boolean =>
  position.xOffset === 0 && position.yOffset === 0;
