import type { Language } from '../../model/index.ts';
import { type FactValue, type Found, foundAs, plain, type Reading } from './fact.ts';
import { type Notation, notations, scaled, space } from './notation.ts';

/** What currencies are called, besides a sign: ISO 4217, or nothing for a dollar of no country. */
const dollars: Readonly<Record<string, string>> = {
  us: 'USD',
  usd: 'USD',
  american: 'USD',
  américains: 'USD',
  c: 'CAD',
  ca: 'CAD',
  can: 'CAD',
  cad: 'CAD',
  cdn: 'CAD',
  canadian: 'CAD',
  canadiens: 'CAD',
  a: 'AUD',
  au: 'AUD',
  aud: 'AUD',
  australian: 'AUD',
  australiens: 'AUD',
  nz: 'NZD',
  hk: 'HKD',
};
const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY' };
const letters: Readonly<Record<string, number>> = {
  k: 3,
  m: 6,
  mn: 6,
  b: 9,
  bn: 9,
  g: 9,
  md: 9,
  mds: 9,
  mrd: 9,
  tn: 12,
  t: 12,
};

const countries = 'US|CAN|CA|CDN|Cdn|C|AU|A|NZ|HK';
const codes = 'USD|CAD|AUD|EUR|GBP|JPY|CHF';

export function moneyIn(language: Language): readonly Reading[] {
  return language === 'en' ? englishMoney(notations.en) : frenchMoney(notations.fr);
}

interface Amount {
  readonly amount: string | undefined;
  readonly scale?: string | undefined;
  readonly currency?: string | undefined;
}

function money(notation: Notation, { amount = '', scale, currency }: Amount): Found {
  const places = scale === undefined ? 0 : (notation.scales[scale] ?? letters[scale.toLowerCase()] ?? 0);
  return foundAs('money', scaled(notation, amount, places), {
    ...(currency && { currency }),
    ...(places > 0 && { places }),
  });
}

/** Seventy-five cents are 0.75 of a dollar, or of a euro. */
function cents(notation: Notation, amount = ''): Found {
  const values = notation.values(amount);
  const parts = values.map((value) => plain((Number(value) / 100).toFixed(4)));
  const also: FactValue[] = [foundAs('number', values), foundAs('money', parts, { currency: 'EUR' })];
  return foundAs('money', parts, { also });
}

function bySign(sign = '', mark?: string): string | undefined {
  return sign === '$' ? mark && dollars[mark.replace(/[.()]/g, '').toLowerCase()] : signs[sign];
}

function byName(name = '', mark?: string): string | undefined {
  if (/^euro/i.test(name)) return 'EUR';
  if (/sterling/i.test(name)) return 'GBP';
  if (/^yen/i.test(name)) return 'JPY';
  return mark && dollars[mark.replaceAll('.', '').toLowerCase()];
}

function englishMoney(notation: Notation): readonly Reading[] {
  const scales = Object.keys(notation.scales).join('|');
  const number = `(?<amount>${notation.number})`;
  const scale = `(?:[ \\u00a0-]?(?<scale>${scales}|bn|mn|tn|[KMBkmb])\\b)?`;
  const start = '(?<![\\p{L}\\d.,])';
  return [
    {
      pattern: new RegExp(
        `(?<![\\p{L}\\d])(?<mark>${countries})?${space}?(?<sign>[$€£¥])${space}?${number}${scale}(?:${space}?(?<after>\\(?(?:USD?|CAD?|CAN|AUD?|Cdn)\\b\\)?))?`,
        'gu',
      ),
      read: ({ mark, sign, amount, scale, after }) =>
        money(notation, { amount, scale, currency: bySign(sign, mark ?? after) }),
    },
    {
      pattern: new RegExp(`(?<![\\p{L}\\d])(?<code>${codes})${space}?${number}${scale}`, 'gu'),
      read: ({ code, amount, scale }) => money(notation, { amount, scale, currency: code }),
    },
    {
      pattern: new RegExp(
        `${start}${number}(?:[ \\u00a0-](?<scale>${scales}))?[ \\u00a0-](?:(?<mark>Canadian|American|Australian|U\\.?S\\.?)${space})?(?<name>dollars?|euros?|pounds?${space}sterling|yen|(?<code>${codes}))\\b`,
        'gu',
      ),
      read: ({ mark, name, amount, scale, code }) =>
        money(notation, { amount, scale, currency: code ?? byName(name, mark) }),
    },
    {
      pattern: new RegExp(`${start}${number}(?:${space}?¢|${space}cents?\\b)`, 'gu'),
      read: ({ amount }) => cents(notation, amount),
    },
  ];
}

function frenchMoney(notation: Notation): readonly Reading[] {
  const scales = Object.keys(notation.scales).reverse().join('|');
  const number = `(?<amount>${notation.number})`;
  const amount = `(?<![\\p{L}\\d.,])${number}(?:${space}?(?<scale>${scales}|(?:[KkMG]|Mds?|Mrd)(?=${space}?(?:\\$|€|£|${codes}))))?`;
  const of = `(?:de${space}|d[’'])?`;
  return [
    {
      pattern: new RegExp(
        `${amount}${space}?${of}(?<before>US|CAN|CA)?${space}?(?<sign>[$€£¥])(?:${space}?(?<after>\\(?(?:US|CAN|CA|C|AU|A|NZ|HK)\\)?)(?!\\p{L}))?`,
        'gu',
      ),
      read: ({ before, sign, amount, scale, after }) =>
        money(notation, { amount, scale, currency: bySign(sign, before ?? after) }),
    },
    {
      pattern: new RegExp(`${amount}${space}${of}(?<code>${codes})(?!\\p{L})`, 'gu'),
      read: ({ code, amount, scale }) => money(notation, { amount, scale, currency: code }),
    },
    {
      pattern: new RegExp(
        `${amount}${space}?${of}(?<name>dollars?|euros?|livres?${space}sterling|yens?)(?!\\p{L})(?:${space}(?<mark>américains|canadiens|australiens|US|CA)(?!\\p{L}))?`,
        'gu',
      ),
      read: ({ mark, name, amount, scale }) => money(notation, { amount, scale, currency: byName(name, mark) }),
    },
    {
      pattern: new RegExp(`${amount}${space}${of}livres(?!\\p{L})`, 'gu'),
      read: ({ amount, scale }) => {
        const pounds = money(notation, { amount, scale, currency: 'GBP' });
        return { ...pounds, also: [foundAs('number', [pounds.value, ...(pounds.alternatives ?? [])])] };
      },
    },
    {
      pattern: new RegExp(`(?<![\\p{L}\\d.,])${number}(?:${space}?¢|${space}(?:cents?|sous)(?!\\p{L}))`, 'gu'),
      read: ({ amount }) => cents(notation, amount),
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}\\d])(?<mark>${countries})?(?<sign>[$€£])${space}?${number}(?:${space}?(?<scale>${scales}))?`,
        'gu',
      ),
      read: ({ mark, sign, amount, scale }) => money(notation, { amount, scale, currency: bySign(sign, mark) }),
    },
  ];
}
