import type { Language } from '../../model/index.ts';
import { foundAs, type Reading, shift } from './fact.ts';
import { notations, scaled, space } from './notation.ts';
import { romanValue } from './words.ts';

const vulgar: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 0.3333,
  '⅔': 0.6667,
  '⅛': 0.125,
};

/** Percentages, ordinals, fractions, decades, years of a range, and all other numbers. */
export function numbersIn(language: Language): readonly Reading[] {
  const notation = notations[language];
  const scales = Object.keys(notation.scales)
    .sort((one, other) => other.length - one.length)
    .join('|');
  const bare = `(?<![\\p{L}\\d.,])(?<amount>${notation.number})`;
  const gap = '[ \\u00a0\\u202f]';
  return [
    { pattern: /(?<![\d-])(?<line>[2-9])-1-1(?![\d-])/g, read: ({ line }) => foundAs('number', [`${line}11`]) },
    {
      pattern: new RegExp(`${bare}${space}?(?:${notation.percent})`, 'gu'),
      read: ({ amount }) => foundAs('percentage', scaled(notation, amount ?? '', 0)),
    },
    {
      pattern: /(?<![\p{L}\d])(?<amount>\d+)(?:st|nd|rd|th|ers?|re|ères?|es?|[eè]mes?|i[eè]mes?|nde?|d)(?![\p{L}\d])/gu,
      read: ({ amount }) => foundAs('ordinal', [amount ?? '']),
    },
    {
      pattern: /(?<![\p{L}\d])(?<roman>[XVI]{1,6})(?:e|er|re)(?![\p{L}\d])/gu,
      read: ({ roman }) => foundAs('ordinal', [String(romanValue(roman ?? ''))]),
    },
    {
      // 2003–04
      pattern: /(?<=(?<![\d-])(?<from>(?:1[89]|20)\d\d)[-–—/])(?<to>\d\d)(?![\d/-])/g,
      read: ({ from, to }) => {
        const [start, end] = [Number(from), Number(to)];
        const year = start - (start % 100) + end + (end <= start % 100 ? 100 : 0);
        return year - start > 30 ? undefined : foundAs('number', [String(year), String(end)]);
      },
    },
    {
      // the ’90s, les années 80 et 90
      pattern:
        language === 'en'
          ? /(?<=['’]|\b(?:[Tt]he|late|early|mid)[ \u00a0-])(?<decade>[1-9]0)['’]?s\b/g
          : /(?<=années[ \u00a0](?:[1-9]0(?:, ?| et | ou | à ))*)(?<decade>[1-9]0)(?!\d)/g,
      read: ({ decade }) => foundAs('number', [`19${decade}`, `20${decade}`, decade ?? '']),
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}\\d./,])(?:(?<whole>\\d{1,3})${gap})?(?<top>\\d{1,2})/(?<bottom>[2-9]|1[0-6]|20)(?![\\d/]|\\.\\d)`,
        'gu',
      ),
      read: ({ whole = '0', top, bottom }) => {
        const [numerator, denominator] = [Number(top), Number(bottom)];
        return numerator < denominator ? fraction(Number(whole) + numerator / denominator) : undefined;
      },
    },
    {
      pattern: /(?<![\p{L}\d.,])(?<whole>\d{0,3})[ \u00a0\u202f]?(?<part>[½¼¾⅓⅔⅛])/gu,
      read: ({ whole, part }) => fraction(Number(whole) + (vulgar[part ?? ''] ?? 0)),
    },
    {
      pattern: new RegExp(
        `${bare}(?:[ \\u00a0\\u202f-]?(?<scale>${scales})(?!\\p{L}))?(?!\\d|\\p{L}{4})(?=(?<kilo>${space}?k(?:Hz|W|V|m|g)(?!\\p{L}))?(?<short>[Kk](?![\\p{L}\\d]))?)`,
        'gu',
      ),
      read: ({ amount, scale, kilo, short }) => {
        const places = scale ? (notation.scales[scale] ?? 0) : 0;
        const values = scaled(notation, amount ?? '', places);
        const thousands = kilo || short ? values.map((value) => shift(value, 3)) : [];
        return foundAs('number', [...values, ...thousands], places > 0 ? { places } : {});
      },
    },
  ];
}

/** As a decimal of four places at most; also as hundredths. */
function fraction(value: number) {
  const share = foundAs('percentage', [String(Math.round(value * 100))]);
  return foundAs('number', [String(Number(value.toFixed(4)))], { also: [share] });
}
