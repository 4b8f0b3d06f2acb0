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

/** Code units whose widths are in tables: Latin with its accents, then dashes and quotation marks. */
const latinEnd = 0x180;
const signs = { from: 0x2010, end: 0x2028 } as const;
const tableSize = latinEnd + signs.end - signs.from;

/** -1 for what is in no table. Of those that are, only the soft hyphen is never painted. */
function placeInTable(unit: number): number {
  if (unit < latinEnd) return unit === 0xad ? -1 : unit;
  return unit >= signs.from && unit < signs.end ? unit - signs.from + latinEnd : -1;
}

/** No width is that small. */
const untold = -1e9;
const impossible = -2e9;

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
  readonly #pairs = new Map<string, Map<string, Glyph | undefined>>();
  /** By the characters that were tried: few, as a word’s beginning is tried up to the glyph that is looked for. */
  readonly #ligatures = new Map<string, number | undefined>();
  /** By the left and the right character's places in a table; the right is 0 at the end. */
  readonly #widths: (Float64Array | undefined)[] = [];

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
    for (let at = 0; at < shown.length; at++) {
      const glyph = this.#glyph(shown[at] as string, shown[at + 1] ?? '');
      if (!glyph) return undefined;
      glyphs.push(shown[at] === text[at] ? glyph : { ...glyph, text: text[at] ?? '' });
      width += glyph.advance + glyph.kern;
    }
    return { width, glyphs };
  }

  /**
   * Width of a text without making its glyphs; undefined where `fast` is not enough, or where a character has no place
   * in the tables or no glyph in the font.
   */
  width(text: string): number | undefined {
    let width = 0;
    let left = placeInTable(text.charCodeAt(0));
    for (let at = 0; at < text.length; at++) {
      const right = at + 1 < text.length ? placeInTable(text.charCodeAt(at + 1)) : 0;
      if (left < 0 || right < 0) return undefined;
      const row = this.#widths[left] ?? this.#newRow(left);
      let step = row[right] as number;
      if (step === untold) {
        step = this.#step(text[at] as string, text[at + 1] ?? '');
        row[right] = step;
      }
      left = right;
      if (step === impossible) return undefined;
      width += step;
    }
    return width;
  }

  #newRow(left: number): Float64Array {
    const row = new Float64Array(tableSize).fill(untold);
    this.#widths[left] = row;
    return row;
  }

  /** From the beginning of one character to that of the next; an empty one stands for the end. */
  #step(left: string, right: string): number {
    const known = [...(left + right)].every((each) => this.font.hasGlyphForCodePoint(each.charCodeAt(0)));
    const glyph = known ? this.#glyph(left, right) : undefined;
    return glyph ? glyph.advance + glyph.kern : impossible;
  }

  /** One object for each character before each other: words hold no glyphs of their own. */
  #glyph(character: string, next: string): Glyph | undefined {
    let before = this.#pairs.get(character);
    if (!before) {
      before = new Map();
      this.#pairs.set(character, before);
    }
    if (before.has(next)) return before.get(next);
    const single = this.#single(character);
    const kern = next === '' ? 0 : this.#kern(character, next);
    const glyph = single && kern !== undefined ? { ...single, text: character, kern, shift: 0, rise: 0 } : undefined;
    before.set(next, glyph);
    return glyph;
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
    let text = '';
    for (let count = 1; count <= Math.min(longestLigature, coming.length); count++) {
      text += coming[count - 1];
      if (this.#onlyGlyph(text) === id) return count;
    }
    return Math.min(1, coming.length);
  }

  /** The glyph that stands for all of the text alone; undefined where there are several. */
  #onlyGlyph(text: string): number | undefined {
    if (this.#ligatures.has(text)) return this.#ligatures.get(text);
    const { glyphs } = this.#layout(text);
    const id = glyphs.length === 1 ? glyphs[0]?.id : undefined;
    this.#ligatures.set(text, id);
    return id;
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
    const { glyphs, positions } = this.#layout(left + right);
    const [first, second] = glyphs;
    const unchanged =
      glyphs.length === 2 &&
      first?.id === this.#single(left)?.id &&
      second?.id === this.#single(right)?.id &&
      positions.every(isInPlace);
    return unchanged && first && positions[0] ? (positions[0].xAdvance - first.advanceWidth) * this.#scale : undefined;
  }

  #layout(text: string): FontkitRun {
    return this.font.layout(text, this.#features, latin.test(text) ? 'latn' : undefined);
  }
}

const isInPlace = (position: { readonly xOffset: number; readonly yOffset: number }): boolean =>
  position.xOffset === 0 && position.yOffset === 0;
