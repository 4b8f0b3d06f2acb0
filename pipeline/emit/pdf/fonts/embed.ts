import type PDFDocument from 'pdfkit';
import type { EmbeddedFont, Reference } from 'pdfkit';
import type { GlyphRun } from './face.ts';
import type { CodedGlyph, Taking } from './history.ts';
import type { Shaper } from './shaper.ts';

/** A font in one document. */
export interface FontInFile {
  /** Its name in the resources of pages: `F1`. */
  readonly name: string;
  readonly reference: Reference;
  /** Two bytes, as in a literal string: the character code that paints this glyph and reads as its text. */
  code(glyph: CodedGlyph): string;
  /**
   * What a run is inside a `TJ` array: `(ab)-12(c)`, two bytes for each glyph. Undefined where a
   * glyph is displaced, or the last one is kerned, which no array can say.
   */
  array(run: GlyphRun): string | undefined;
  /** What words of the face whose own font this is are inside a `TJ` array, as far as they were painted: most come again. */
  readonly words: Map<string, string>;
}

/**
 * Fonts enter the file when they are first painted, so that what is not used is not embedded.
 *
 * @param taking - Told what they take up.
 */
export function fontsInFile(doc: PDFDocument, taking?: Taking): (shaper: Shaper) => FontInFile {
  const embedded = new Map<Shaper, FontInFile>();
  return (shaper) => {
    const known = embedded.get(shaper);
    if (known) return known;
    taking?.add({ shaper });
    const made = embed(doc.font(shaper.font)._font, (glyph) => taking?.add({ shaper, glyph }));
    embedded.set(shaper, made);
    return made;
  };
}

/**
 * One character code for each pair of glyph and text: pdfkit has one code a glyph and keeps the first text it met,
 * which would make a hyphen that breaks a word, a ligature or a substituted space read as something else.
 */
function embed(font: EmbeddedFont, take: (glyph: CodedGlyph) => void): FontInFile {
  const codes = new Map<string, string>();
  const code: FontInFile['code'] = ({ id, text, advance }) => {
    const key = `${id} ${text}`;
    const known = codes.get(key);
    if (known) return known;
    take({ id, text, advance });
    const cid = font.subset.glyphs.push(id) - 1;
    font.widths[cid] = advance;
    font.unicode[cid] = codePoints(text);
    const made = literal(cid >> 8) + literal(cid & 0xff);
    codes.set(key, made);
    return made;
  };
  return { name: font.id, reference: font.ref(), code, array: (run) => arrayOf(run, code), words: new Map() };
}

/** One byte of a literal string: half of what hexadecimal digits take, before and after deflating. ISO 32000-1, 7.3.4.2. */
function literal(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '\r') return '\\r'; // bare, it would be read as a line feed
  return '()\\'.includes(character) ? `\\${character}` : character;
}

function arrayOf({ glyphs }: GlyphRun, code: FontInFile['code']): string | undefined {
  const displaced = glyphs.some(({ shift, rise }) => shift !== 0 || rise !== 0);
  if (displaced || glyphs.at(-1)?.kern !== 0) return undefined;
  let array = '(';
  for (const glyph of glyphs) {
    array += code(glyph);
    const kern = Math.round(glyph.kern * 1000) / 1000;
    if (kern !== 0) array += `)${-kern}(`;
  }
  return `${array})`;
}

/** A glyph whose text its neighbour already carries reads as a space of no width: ToUnicode may not be empty. */
function codePoints(text: string): number[] {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  return points.length > 0 ? points : [0x200b];
}
