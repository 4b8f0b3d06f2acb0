import type { Language } from '../../model/index.ts';
import { plain, shift } from './fact.ts';

/** A space of any width that may stand inside a number: plain, U+00A0, U+202F, U+2009. */
export const space = '[ \\u00a0\\u202f\\u2009]';

/** How one language writes figures. The patterns are sources, joined into larger ones. */
export interface Notation {
  /** A number with its thousands and decimals. */
  readonly number: string;
  /** Its canonical values, the likeliest first. */
  values(figures: string): readonly string[];
  /** Word → power of ten. */
  readonly scales: Readonly<Record<string, number>>;
  readonly percent: string;
}

const english: Notation = {
  number: `\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:${space}\\d{3})+(?![\\d])(?:[.,]\\d+)?|\\d+,\\d{1,2}(?![\\d,])(?=${space}?(?:%|(?!or\\b|and\\b|to\\b)[\\p{L}°]))|\\d+(?:\\.\\d+)*`,
  values: englishValues,
  scales: { thousand: 3, million: 6, billion: 9, trillion: 12 },
  percent: '%|per[ -]?cent\\b',
};

const french: Notation = {
  number: `\\d{1,3}(?:${space}\\d{3})+(?![\\d])(?:,\\d+)?|\\d{1,3}(?:,\\d{3}){2,}|\\d+(?:[.,]\\d+)*`,
  values: frenchValues,
  scales: { mille: 3, million: 6, millions: 6, milliard: 9, milliards: 9, billion: 12, billions: 12 },
  percent: `%|pour${space}?cent(?!\\p{L})|p\\.${space}?100`,
};

export const notations: Readonly<Record<Language, Notation>> = { en: english, fr: french };

/** `0,7` is seven tenths where an international standard is quoted; `1,5` may be a list as well. */
function englishValues(figures: string): readonly string[] {
  const closed = figures.replace(/[^\d.,]/g, '');
  return /,\d{1,2}$/.test(closed) ? [closed.replace(',', '.')] : [closed.replaceAll(',', '')];
}

/** `1,000` is a thousand to an English hand and one to a French one; both stand in French texts. */
function frenchValues(figures: string): readonly string[] {
  const closed = figures.replace(/[^\d.,]/g, '');
  if (/^\d{1,3}(,\d{3}){2,}$/.test(closed)) return [closed.replaceAll(',', '')];
  const decimal = closed.replaceAll(',', '.');
  return /^\d{1,3},\d{3}$/.test(closed) ? [decimal, closed.replace(',', '')] : [decimal];
}

/** The values of figures whose scale is a power of ten. */
export function scaled(notation: Notation, figures: string, places: number): readonly string[] {
  return notation
    .values(figures)
    .map((value) => ((value.match(/\./g)?.length ?? 0) > 1 ? value : places > 0 ? shift(value, places) : plain(value)));
}
