import type { Language } from '../../model/index.ts';
import { type FactValue, type Found, foundAs, type Reading } from './fact.ts';

/** Numbers in words: they excuse figures of the other side, and are never required. */
export function wordsIn(language: Language): readonly Reading[] {
  const { idioms, singles, ordinals } = vocabulary[language];
  return [
    ...idioms.map(([pattern, ...values]) => idiom(pattern, values)),
    inSequence(language),
    single('ordinal', ordinals),
    single('number', singles),
    {
      pattern: /(?<=\p{L}[ \u00a0])(?<roman>[IVX]{2,6}|[VX])(?![\p{L}\d-])/gu,
      read: ({ roman }) => ({ kind: 'number', value: String(romanValue(roman ?? '')), word: true }),
    },
  ];
}

/** Words with what they may stand for, the likeliest first. */
type Idiom = readonly [pattern: string, ...values: number[]];

interface Vocabulary {
  /** Numbers that others are made of; those that multiply what stands before them stand in `multipliers`. */
  readonly units: Readonly<Record<string, number>>;
  readonly multipliers: Readonly<Record<string, number>>;
  /** What may stand between two words of one number. */
  readonly joint: string;
  readonly idioms: readonly Idiom[];
  readonly singles: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  /** What makes money or a percentage of the number before it. */
  readonly after: string;
}

const small = {
  en: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  fr: 'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
};
const tens = {
  en: { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
  fr: { vingt: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60, 'quatre-vingt': 80 },
};

function counted(words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, index) => [word, index + 1]));
}

const vocabulary: Readonly<Record<Language, Vocabulary>> = {
  en: {
    units: { ...counted(small.en), ...tens.en },
    multipliers: { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, dozen: 12 },
    joint: '(?:[ \\u00a0-]|,? and | and a )',
    idioms: [
      ['half[ -]an[ -]hour|half[ -]hour', 30, 0.5],
      ['hour and a half|hour-and-a-half', 90, 1.5],
      ['year and a half', 1.5, 18],
      ['(?:a )?quarter[ -](?:of an )?hour', 15, 0.25],
      ['fortnight', 14, 15, 2],
      ['two weeks', 2, 14, 15],
      ['(?:three|3)[ -]quarters', 0.75],
      ['(?:two|2)[ -]thirds', 0.6667],
      ['(?:one|1|a)[ -]third', 0.3333],
      ['(?:one|1|a)[ -]fifth', 0.2],
      ['(?:one|1|a)[ -]tenth', 0.1],
      ['(?:one[ -]|a )?half|halves|halv(?:ed|ing)', 0.5],
      ['(?:one[ -]|a )quarter', 0.25],
      ['two decades', 20],
      ['three decades', 30],
      ['four decades', 40],
      ['five decades', 50],
      ['decades?', 10],
      ['century|centennial|centenary', 100],
      ['bicentennial', 200],
      ['sesquicentennial', 150],
      ['(?:bi|semi-?)annual(?:ly)?|biennial(?:ly)?|twofold|double[ds]?|doubling|couple', 2],
      ['trienni(?:al|um)|threefold|triple[ds]?|tripling', 3],
      ['quadrennial|fourfold|quadruple[ds]?', 4],
      ['quinquennial|fivefold', 5],
    ],
    singles: { ...counted(small.en), ...tens.en, both: 2, once: 1, twice: 2, single: 1, pair: 2, dozen: 12, zero: 0 },
    ordinals: englishOrdinals(),
    after: '[ \\u00a0-](?:(?<percent>per[ -]?cent)|(?:Canadian |American |U\\.?S\\.? )?(?<money>dollars?|euros?))\\b',
  },
  fr: {
    units: { ...counted(small.fr), une: 1, ...tens.fr, vingts: 20, 'quatre-vingts': 80 },
    multipliers: {
      cents: 100,
      cent: 100,
      mille: 1e3,
      millions: 1e6,
      million: 1e6,
      milliards: 1e9,
      milliard: 1e9,
      billions: 1e12,
      billion: 1e12,
    },
    joint: '(?:[ \\u00a0-]|[ -]et[ -])',
    idioms: [
      ['demi-heure', 30, 0.5],
      ['heure et demie', 90, 1.5],
      ['an et demi|année et demie', 1.5, 18],
      ["quarts? d[’']heure", 15, 0.25],
      ['quinze jours|quinzaine(?: de jours)?', 15, 14, 2],
      ['huit jours', 8, 7],
      ['(?:trois|3)[ -]quarts', 0.75],
      ['(?:deux|2)[ -]tiers', 0.6667],
      ['(?:un[ -]|le )?tiers', 0.3333],
      ['(?:un |le )cinquième', 0.2],
      ['(?:un |le )dixième', 0.1],
      ['demie?s?|moitié', 0.5],
      ['(?:un |le )?quart', 0.25],
      ['douzaine', 12],
      ['dizaine|décennie|décennal(?:e|es)?', 10],
      ['deux décennies', 20],
      ['trois décennies', 30],
      ['vingtaine', 20],
      ['trentaine', 30],
      ['quarantaine', 40],
      ['cinquantaine|cinquantenaire', 50],
      ['soixantaine', 60],
      ['centaine|centenaire|siècle', 100],
      ['bicentenaire', 200],
      ['millier', 1000],
      ['seule?|unique', 1],
      ['double[srz]?|doublée?s?|biennal(?:e|es)?|bisannuel(?:le|les)?|semestriel(?:le|les)?', 2],
      ['trienna(?:l|le|les|ux)|triple[srz]?|triplée?s?', 3],
      ['quadrienna(?:l|le|les|ux)|quadruple[srz]?', 4],
      ['quinquenna(?:l|le|les|ux)', 5],
    ],
    singles: { ...counted(small.fr), une: 1, ...tens.fr, zéro: 0 },
    ordinals: frenchOrdinals(),
    after:
      "[ \\u00a0](?:(?<percent>pour[ \\u00a0]cent|p\\.[ \\u00a0]?100)|(?:de[ \\u00a0]|d[’'])?(?<money>dollars?|euros?))(?!\\p{L})",
  },
};

function idiom(pattern: string, values: readonly number[]): Reading {
  const texts = values.map(String);
  return {
    pattern: new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'giu'),
    read: () => {
      const [value = 0] = values;
      const share: FactValue[] = value < 1 ? [foundAs('percentage', [String(Math.round(value * 100))])] : [];
      return foundAs('number', texts, { word: true, ...(share.length > 0 && { also: share }) });
    },
  };
}

function single(kind: 'number' | 'ordinal', entries: Readonly<Record<string, number>>): Reading {
  const names = Object.keys(entries).sort((one, other) => other.length - one.length);
  return {
    pattern: new RegExp(`(?<![\\p{L}\\d])(?<word>${names.join('|')})(?:s|nes?)?(?![\\p{L}\\d])`, 'giu'),
    read: ({ word }) => ({ kind, value: String(entries[word?.toLowerCase() ?? ''] ?? 0), word: true }),
  };
}

/** “two hundred and five”, « cinq millions de dollars », “ten per cent”. */
function inSequence(language: Language): Reading {
  const { units, multipliers, joint, after } = vocabulary[language];
  const names = [...Object.keys(units), ...Object.keys(multipliers)].sort((one, other) => other.length - one.length);
  const word = `(?:${names.join('|')})(?![\\p{L}\\d])`;
  const begin = language === 'en' ? '(?:an?[ \\u00a0](?=hundred|thousand|million|billion|trillion|dozen))?' : '';
  const split = new RegExp(word, 'giu');
  return {
    pattern: new RegExp(
      `(?<![\\p{L}\\d-])${begin}(?<words>${word}(?:${joint}${word})*)(?:${after})?(?![\\p{L}\\d]|[ -]et[ -]demi)`,
      'giu',
    ),
    read: ({ words = '', percent, money }) => {
      const tokens = words.toLowerCase().match(split) ?? [];
      const value = numberOf(tokens, vocabulary[language]);
      if (value === undefined || (tokens.length === 1 && !percent && !money && !((tokens[0] as string) in multipliers)))
        return undefined;
      const kind: Found['kind'] = percent ? 'percentage' : money ? 'money' : 'number';
      const currency = money && /^euro/i.test(money) ? { currency: 'EUR' } : {};
      return { kind, value: String(value), word: true, ...currency };
    },
  };
}

/** Undefined where the words make no number, as in “one and two”. */
function numberOf(tokens: readonly string[], { units, multipliers }: Vocabulary): number | undefined {
  let [sum, open, least] = [0, 0, Infinity];
  for (const token of tokens) {
    const times = multipliers[token];
    if (times === undefined) {
      const unit = units[token] ?? 0;
      const below = open % 100;
      const fits = unit >= 20 ? below === 0 : below === 0 || (below >= 20 && below % 10 === 0 && unit < 20);
      if (!fits || (unit > 9 && below > 0 && below !== 60 && below !== 80)) return undefined;
      open += unit;
    } else if (times <= 100) {
      if (open >= 100 && times === 100) return undefined;
      open = (open || 1) * times;
    } else {
      if (times >= least) return undefined;
      least = times;
      sum += (open || 1) * times;
      open = 0;
    }
  }
  return sum + open;
}

function englishOrdinals(): Record<string, number> {
  const first = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
  const rest = 'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth';
  const entries = [...first, ...rest.split(' ')].map((word, at): [string, number] => [word, at + 1]);
  for (const [ten, value] of Object.entries(tens.en)) {
    entries.push([`${ten.slice(0, -1)}ieth`, value]);
    entries.push(...first.map((word, at): [string, number] => [`${ten}-${word}`, value + at + 1]));
  }
  return Object.fromEntries([...entries, ['hundredth', 100], ['thousandth', 1000]]);
}

function frenchOrdinals(): Record<string, number> {
  const name = (cardinal: string): string =>
    `${cardinal.replace(/cinq$/, 'cinqu').replace(/neuf$/, 'neuv').replace(/e$/, '')}ième`;
  const units = small.fr.split(' ').map((word, at): [string, number] => [name(word), at + 1]);
  const entries: [string, number][] = [['premier', 1], ['première', 1], ['second', 2], ['seconde', 2], ...units];
  for (const [ten, value] of Object.entries(tens.fr)) {
    entries.push([name(ten), value]);
    const joints = (word: string): string[] =>
      /^(?:un|onz)ième/.test(word) && value < 80 ? [`${ten} et ${word}`, `${ten}-et-${word}`] : [`${ten}-${word}`];
    entries.push(...units.flatMap(([word, at]) => joints(word).map((each): [string, number] => [each, value + at])));
  }
  return Object.fromEntries([...entries, ['centième', 100], ['millième', 1000]]);
}

/** @param roman - Of I, V and X. */
export function romanValue(roman: string): number {
  const digits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
  return [...roman].reduce((sum, letter, index) => {
    const value = digits[letter] ?? 0;
    const next = digits[roman[index + 1] ?? ''] ?? 0;
    return value < next ? sum - value : sum + value;
  }, 0);
}
