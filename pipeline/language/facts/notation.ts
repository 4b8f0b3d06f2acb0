import type { Language } from '../../model/index.ts';

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
  /** January first, in lower case. */
  readonly months: readonly string[];
  readonly words: Readonly<Record<string, number>>;
  readonly ordinalWords: Readonly<Record<string, number>>;
  readonly percent: string;
}

const english: Notation = {
  number: `\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:${space}\\d{3})+(?![\\d])(?:[.,]\\d+)?|\\d+,\\d{1,2}(?![\\d,])(?=${space}?(?:%|(?!or\\b|and\\b|to\\b)[\\p{L}°]))|\\d+(?:\\.\\d+)*`,
  values: englishValues,
  scales: { thousand: 3, million: 6, billion: 9, trillion: 12 },
  months: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
  words: {
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    both: 2,
    once: 1,
    twice: 2,
    single: 1,
    pair: 2,
    dozen: 12,
    ...englishTens(),
  },
  ordinalWords: {
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
    eleventh: 11,
    twelfth: 12,
  },
  percent: '%|per[ -]?cent\\b',
};

const french: Notation = {
  number: `\\d{1,3}(?:${space}\\d{3})+(?![\\d])(?:,\\d+)?|\\d{1,3}(?:,\\d{3}){2,}|\\d+(?:[.,]\\d+)*`,
  values: frenchValues,
  scales: { mille: 3, million: 6, millions: 6, milliard: 9, milliards: 9, billion: 12, billions: 12 },
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  words: {
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    seul: 1,
    seule: 1,
    double: 2,
    douzaine: 12,
    quinzaine: 15,
    trentaine: 30,
    ...frenchTens(),
  },
  ordinalWords: {
    premier: 1,
    première: 1,
    deuxième: 2,
    second: 2,
    seconde: 2,
    troisième: 3,
    quatrième: 4,
    cinquième: 5,
    sixième: 6,
    septième: 7,
    huitième: 8,
    neuvième: 9,
    dixième: 10,
    onzième: 11,
    douzième: 12,
  },
  percent: `%|pour${space}?cent(?!\\p{L})|p\\.${space}?100`,
};

/** Thirteen to ninety-nine. */
function englishTens(): Record<string, number> {
  const units = 'one two three four five six seven eight nine'.split(' ');
  const teens = 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
  const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
  const entries = teens.map((word, index): [string, number] => [word, index + 13]);
  for (const [index, ten] of tens.entries()) {
    const value = (index + 2) * 10;
    entries.push(...units.map((unit, at): [string, number] => [`${ten}-${unit}`, value + at + 1]), [ten, value]);
  }
  return Object.fromEntries(entries);
}

/** Treize to quatre-vingt-dix-neuf, with hyphens throughout or not at `et`. */
function frenchTens(): Record<string, number> {
  const units = 'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
  const small = [...units, 'dix-sept', 'dix-huit', 'dix-neuf'];
  const tens = { vingt: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60, 'quatre-vingt': 80 };
  const entries: [string, number][] = [];
  for (const [ten, value] of Object.entries(tens)) {
    const most = value >= 60 ? 19 : 9;
    for (const [at, unit] of small.slice(0, most).entries()) {
      const joined =
        (at === 0 || at === 10) && value < 80 ? [`${ten} et ${unit}`, `${ten}-et-${unit}`] : [`${ten}-${unit}`];
      entries.push(...joined.map((word): [string, number] => [word, value + at + 1]));
    }
    entries.push([ten, value]);
  }
  return Object.fromEntries([...entries, ...small.slice(12).map((word, at): [string, number] => [word, at + 13])]);
}

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
