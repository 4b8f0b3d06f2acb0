import type { Face, FaceId } from '../../../layout/index.ts';
import type { Glyph, Shaper } from './shaper.ts';

/** Glyphs of one font, in order. */
export interface GlyphRun {
  readonly shaper: Shaper;
  readonly glyphs: readonly Glyph[];
}

/** A run of text as it will be painted: one font, and others where that lacks a character. */
interface SetText {
  /** In thousandths of the type size. */
  readonly width: number;
  readonly runs: readonly GlyphRun[];
}

/** A face that can also be painted. */
export interface PaintedFace extends Face {
  /** Of its own font, before those that help out. */
  readonly own: Shaper;
  set(text: string): SetText;
}

/** Characters that steer the setting of text and have no picture. */
const invisible = /\u00AD|[\u200B-\u200F]|[\u2028-\u202E]|[\u2060-\u2064]|\p{Variation_Selector}|\uFEFF/gu;

/** What stands in, within one font, for a character it lacks: the same mark with less meaning. */
const substitutes: ReadonlyMap<string, string> = new Map([
  ['\u202F', '\u00A0'],
  ['\u2009', '\u00A0'],
  ['\u00A0', ' '],
  ['\u2011', '\u2010'],
  ['\u2010', '-'],
]);

/** Painted for what no font has, beside the diagnostic; `?` where even this is missing. */
const unavailable = '□';

/**
 * A face over its own font and the fonts that help out, in order of likeness.
 *
 * @param id - Its name in layout.
 * @param shapers - Its own font first.
 */
export function faceOf(id: FaceId, shapers: readonly [Shaper, ...Shaper[]]): PaintedFace {
  const { font } = shapers[0];
  const scale = 1000 / font.unitsPerEm;
  const remembered = new Map<string, SetText>();
  const widths = new Map<string, number>();
  const width = (text: string): number => {
    const known = shapers[0].width(text) ?? widths.get(text);
    if (known !== undefined) return known;
    const made = setText(text, shapers).width;
    widths.set(text, made);
    return made;
  };
  const set = (text: string): SetText => {
    const known = remembered.get(text);
    if (known) return known;
    const made = setText(text, shapers);
    remembered.set(text, made);
    return made;
  };
  return {
    id,
    own: shapers[0],
    ascent: font.ascent * scale,
    descent: -font.descent * scale,
    capHeight: font.capHeight * scale,
    xHeight: font.xHeight * scale,
    width,
    has: (codePoint) =>
      isInvisible(codePoint) || shapers.some((shaper) => shownBy(shaper, String.fromCodePoint(codePoint))),
    set,
  };
}

function setText(text: string, shapers: readonly [Shaper, ...Shaper[]]): SetText {
  const runs: GlyphRun[] = [];
  let width = 0;
  for (const part of partsByFont([...text.normalize('NFC').replace(invisible, '')], shapers)) {
    const shaped = part.shaper.shape(part.shown, part.text);
    runs.push({ shaper: part.shaper, glyphs: shaped.glyphs });
    width += shaped.width;
  }
  return { width, runs };
}

interface Part {
  readonly shaper: Shaper;
  readonly shown: string[];
  readonly text: string[];
}

function partsByFont(characters: readonly string[], shapers: readonly [Shaper, ...Shaper[]]): Part[] {
  const parts: Part[] = [];
  for (const character of characters) {
    const { shaper, shown } = choose(character, shapers);
    const last = parts.at(-1);
    if (last?.shaper === shaper) {
      last.shown.push(shown);
      last.text.push(character);
    } else parts.push({ shaper, shown: [shown], text: [character] });
  }
  return parts;
}

function choose(character: string, shapers: readonly [Shaper, ...Shaper[]]): { shaper: Shaper; shown: string } {
  for (const wanted of [character, unavailable]) {
    for (const shaper of shapers) {
      const shown = shownBy(shaper, wanted);
      if (shown !== undefined) return { shaper, shown };
    }
  }
  return { shaper: shapers[0], shown: '?' };
}

/** The character itself, or its substitute; undefined when the font has neither. */
function shownBy(shaper: Shaper, character: string): string | undefined {
  if (shaper.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return character;
  const substitute = substitutes.get(character);
  return substitute === undefined ? undefined : shownBy(shaper, substitute);
}

/** Whether nothing is painted for it, so that no font need have it. */
function isInvisible(codePoint: number): boolean {
  return String.fromCodePoint(codePoint).replace(invisible, '') === '';
}
