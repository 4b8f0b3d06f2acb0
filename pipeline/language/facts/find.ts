import type { Language } from '../../model/index.ts';
import { type Fact, plain, shift } from './fact.ts';
import { type Notation, notations, space } from './notation.ts';

/** What is never a fact: addresses, e-mail, paths, names that mix letters and figures, `24/7`, telephone numbers. */
const masks = new RegExp(
  [
    'https?://\\S+|www\\.\\S+|[\\w.+-]+@[\\w-]+\\.[\\w.-]+',
    '(?<![\\d-])(?:\\+?1[ .-])?\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}(?![\\d-])',
    '24/7|24 heures (?:sur 24|par jour)|7 jours (?:sur 7|par semaine)|24 hours a day|7 days a week'.replaceAll(
      ' ',
      `${space}+`,
    ),
    '(?<![\\d/])[1-9]/(?:[2-9]|16)(?![\\d/])',
    '[\\p{L}_][\\p{L}\\d_]*[-./]?(?:[\\p{L}]*\\d)[\\p{L}\\d_.()/-]*(?<![.,)])',
    '\\[\\d+\\]|v\\d+(?:\\.\\d+)*',
  ].join('|'),
  'gu',
);

interface Reading {
  readonly pattern: RegExp;
  read(groups: Readonly<Record<string, string | undefined>>): Omit<Fact, 'start' | 'end'> | undefined;
}

const readings: Readonly<Record<Language, readonly Reading[]>> = {
  en: [
    iso(),
    ...englishDates(notations.en),
    ...englishMoney(notations.en),
    ...numbers(notations.en),
    ...words(notations.en),
  ],
  fr: [
    iso(),
    ...frenchDates(notations.fr),
    ...frenchMoney(notations.fr),
    ...numbers(notations.fr),
    ...words(notations.fr),
  ],
};

/**
 * The figures that a passage states: numbers, percentages, money, dates, times, in canonical form.
 *
 * Each stretch of text is read once, by the first reading that takes it; addresses, telephone numbers and names with
 * figures in them (`AC-2`, `ITSP.50.104`) are left out.
 *
 * @returns In the order of the text.
 */
export function factsIn(text: string, language: Language): readonly Fact[] {
  const apart = language === 'en' ? text.replace(closeList, ';') : text;
  let rest = apart.replace(masks, (masked) => (/^\p{L}{1,3}\$/u.test(masked) ? masked : blank(masked)));
  const facts: Fact[] = [];
  for (const { pattern, read } of readings[language]) {
    rest = rest.replace(pattern, (...parts) => {
      const groups = parts.at(-1) as Record<string, string | undefined>;
      const start = parts.at(-3) as number;
      const whole = parts[0] as string;
      const fact = read(groups);
      if (!fact) return whole;
      facts.push({ ...fact, start, end: start + whole.length });
      return blank(whole);
    });
  }
  return facts.sort((one, other) => one.start - other.start);
}

/** The comma of “1, 2,3 or 4”, which is no decimal one: no unit follows. */
const closeList = /(?<=\d),(?=\d{1,2}(?![\d,]))(?!\d{1,2}[ \u00a0]?(?:%|(?!or\b|and\b|to\b)[\p{L}°]))/gu;

/** As long as what it hides, so that offsets stay; no space, so that numbers do not join across it. */
function blank(text: string): string {
  return '\u0000'.repeat(text.length);
}

const two = (digits: string | number): string => String(digits).padStart(2, '0');

function dateFact(year: string, month: number, day: string): Omit<Fact, 'start' | 'end'> | undefined {
  const number = Number.parseInt(day, 10);
  return month < 1 || month > 12 || number < 1 || number > 31
    ? undefined
    : { kind: 'date', value: `${year}-${two(month)}-${two(number)}` };
}

function iso(): Reading {
  return {
    pattern: /(?<![\d-])(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?![\d-])/g,
    read: ({ year, month, day }) => dateFact(year ?? '', Number(month), day ?? ''),
  };
}

function englishDates(notation: Notation): readonly Reading[] {
  const month = `(?<month>${notation.months.join('|')})`;
  const index = (name = ''): number => notation.months.indexOf(name.toLowerCase()) + 1;
  return [
    {
      pattern: new RegExp(`\\b${month}${space}+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?${space}+(?<year>\\d{4})\\b`, 'gi'),
      read: ({ year, month, day }) => dateFact(year ?? '', index(month), day ?? ''),
    },
    {
      pattern: new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?${space}+${month},?${space}+(?<year>\\d{4})\\b`, 'gi'),
      read: ({ year, month, day }) => dateFact(year ?? '', index(month), day ?? ''),
    },
    {
      pattern: new RegExp(`\\b${month},?${space}+(?<year>\\d{4})\\b`, 'gi'),
      read: ({ year, month }) => ({ kind: 'month', value: `${year}-${two(index(month))}` }),
    },
    {
      pattern: new RegExp(`\\b${month}${space}+(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b`, 'gi'),
      read: ({ month, day }) => ({ kind: 'day', value: `${two(index(month))}-${two(day ?? '')}` }),
    },
    {
      pattern: new RegExp(
        `(?<!\\d)(?<hour>\\d{1,2})(?:[:.](?<minute>\\d\\d))?${space}?(?<half>[ap])\\.?${space}?m\\b\\.?`,
        'gi',
      ),
      read: ({ hour, minute, half }) => time((Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0), minute),
    },
    wordsOfDay(`(?:12${space})?(?:(?<noon>noon)|midnight)\\b`),
    clock(),
  ];
}

function frenchDates(notation: Notation): readonly Reading[] {
  const month = `(?<month>${notation.months.join('|')})(?!\\p{L})`;
  const index = (name = ''): number => notation.months.indexOf(name.toLowerCase()) + 1;
  const day = '(?<![\\d\\p{L}])(?<day>1(?:er)?|\\d{1,2})';
  return [
    {
      pattern: new RegExp(`${day}${space}+${month}${space}+(?<year>\\d{4})(?!\\d)`, 'giu'),
      read: ({ year, month, day }) => dateFact(year ?? '', index(month), day ?? ''),
    },
    {
      pattern: new RegExp(`(?<!\\p{L})${month}${space}+(?<year>\\d{4})(?!\\d)`, 'giu'),
      read: ({ year, month }) => ({ kind: 'month', value: `${year}-${two(index(month))}` }),
    },
    {
      pattern: new RegExp(`${day}${space}+${month}`, 'giu'),
      read: ({ month, day }) => ({ kind: 'day', value: `${two(index(month))}-${two(Number.parseInt(day ?? '', 10))}` }),
    },
    {
      pattern: new RegExp(
        `(?<![\\d\\p{L}])(?<hour>\\d{1,2})${space}?(?:h(?!\\p{L})|heures?(?=${space}\\d))(?:${space}?(?<minute>\\d\\d)(?!\\d))?`,
        'gu',
      ),
      read: ({ hour, minute }) => time(Number(hour), minute),
    },
    wordsOfDay('(?:(?<noon>midi)|minuit)(?!\\p{L})'),
    clock(),
  ];
}

/** Noon and midnight: like number words, they excuse a time in figures and ask for none. */
function wordsOfDay(words: string): Reading {
  return {
    pattern: new RegExp(`(?<![\\p{L}\\d-])${words}`, 'giu'),
    read: ({ noon }) => ({
      kind: 'time',
      value: noon ? '12:00' : '0:00',
      word: true,
      ...(!noon && { alternatives: ['24:00'] }),
    }),
  };
}

function clock(): Reading {
  return {
    pattern: /(?<![\d:.])(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?![\d:])/g,
    read: ({ hour, minute }) => time(Number(hour), minute),
  };
}

function time(hour: number, minute = '00'): Omit<Fact, 'start' | 'end'> | undefined {
  return hour > 24 ? undefined : { kind: 'time', value: `${hour}:${minute}` };
}

const dollars: Readonly<Record<string, string>> = { US: 'USD', C: 'CAD', CA: 'CAD', CAN: 'CAD', A: 'AUD', AU: 'AUD' };

function englishMoney(notation: Notation): readonly Reading[] {
  const amount = `(?<amount>${notation.number})(?:[ \\u00a0-]?(?<scale>${Object.keys(notation.scales).join('|')}|[KMB])\\b)?`;
  return [
    {
      pattern: new RegExp(
        `(?<![\\p{L}\\d])(?<mark>US|CAN|CA|C|AU|A)?${space}?(?<sign>[$€£])${space}?${amount}(?:${space}?(?<after>USD?|CAD?|CAN)\\b)?`,
        'gu',
      ),
      read: ({ mark, sign, amount, scale, after }) =>
        money(notation, amount, {
          scale,
          currency: sign === '€' ? 'EUR' : sign === '£' ? 'GBP' : dollar(mark ?? after),
        }),
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}\\d.,])${amount}${space}(?:(?<mark>Canadian|American|U\\.?S\\.?)${space})?(?:dollars|euros)\\b`,
        'gu',
      ),
      read: ({ mark, amount, scale }) =>
        money(notation, amount, { scale, currency: mark && (mark.startsWith('C') ? 'CAD' : 'USD') }),
    },
  ];
}

function frenchMoney(notation: Notation): readonly Reading[] {
  const amount = `(?<![\\p{L}\\d.,])(?<amount>${notation.number})(?:${space}?(?<scale>${Object.keys(notation.scales).reverse().join('|')}|[KMG](?=${space}?[$€])))?`;
  return [
    {
      pattern: new RegExp(
        `${amount}${space}?(?<before>US|CA|CAN)?${space}?(?<sign>[$€£])(?:${space}?(?<after>US|CA|CAN|C)(?!\\p{L}))?`,
        'gu',
      ),
      read: ({ before, sign, amount, scale, after }) =>
        money(notation, amount, {
          scale,
          currency: sign === '€' ? 'EUR' : sign === '£' ? 'GBP' : dollar(before ?? after),
        }),
    },
    {
      pattern: new RegExp(
        `${amount}${space}(?:de${space}|d[’'])?(?:dollars|euros)(?:${space}(?<mark>américains|canadiens|US|CA))?`,
        'gu',
      ),
      read: ({ mark, amount, scale }) =>
        money(notation, amount, { scale, currency: mark && (/^[cC]/.test(mark) ? 'CAD' : 'USD') }),
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}\\d])(?<mark>US|CAN|CA|C)?(?<sign>[$€])${space}?(?<amount>${notation.number})`,
        'gu',
      ),
      read: ({ mark, sign, amount }) => money(notation, amount, { currency: sign === '€' ? 'EUR' : dollar(mark) }),
    },
  ];
}

function dollar(mark: string | undefined): string | undefined {
  return mark && (dollars[mark] ?? dollars[mark.slice(0, 2)]);
}

function money(
  notation: Notation,
  amount = '',
  { scale, currency }: { scale?: string | undefined; currency?: string | undefined },
): Omit<Fact, 'start' | 'end'> {
  const [value = '', ...alternatives] = scaled(notation, amount, scale);
  return { kind: 'money', value, ...(alternatives.length > 0 && { alternatives }), ...(currency && { currency }) };
}

const letters: Readonly<Record<string, number>> = { K: 3, M: 6, B: 9, G: 9 };

function scaled(notation: Notation, figures: string, scale?: string): readonly string[] {
  const places = scale ? (notation.scales[scale] ?? letters[scale] ?? 0) : 0;
  return notation
    .values(figures)
    .map((value) => ((value.match(/\./g)?.length ?? 0) > 1 ? value : places > 0 ? shift(value, places) : plain(value)));
}

function numbers(notation: Notation): readonly Reading[] {
  const scales = Object.keys(notation.scales)
    .sort((one, other) => other.length - one.length)
    .join('|');
  const bare = `(?<![\\p{L}\\d.,])(?<amount>${notation.number})`;
  return [
    {
      pattern: new RegExp(`${bare}${space}?(?:${notation.percent})`, 'gu'),
      read: ({ amount }) => number('percentage', scaled(notation, amount ?? '')),
    },
    {
      pattern: /(?<![\p{L}\d])(?<amount>\d+)(?:st|nd|rd|th|ers?|re|ères?|es?|[eè]mes?|i[eè]mes?|nde?|d)(?![\p{L}\d])/gu,
      read: ({ amount }) => number('ordinal', [amount ?? '']),
    },
    {
      pattern: /(?<![\p{L}\d])(?<roman>[XVI]{1,6})(?:e|er|re)(?![\p{L}\d])/gu,
      read: ({ roman }) => number('ordinal', [String(romanValue(roman ?? ''))]),
    },
    {
      pattern: new RegExp(
        `${bare}(?:[ \\u00a0\\u202f-]?(?<scale>${scales})(?!\\p{L}))?(?!\\d|\\p{L}{4})(?=(?<kilo>${space}?k(?:Hz|W|V|m|g)(?!\\p{L}))?)`,
        'gu',
      ),
      read: ({ amount, scale, kilo }) => {
        const values = scaled(notation, amount ?? '', scale);
        return number('number', kilo ? [...values, ...values.map((value) => shift(value, 3))] : values);
      },
    },
  ];
}

function number(kind: Fact['kind'], values: readonly string[]): Omit<Fact, 'start' | 'end'> {
  const [value = '', ...alternatives] = values;
  return { kind, value, ...(alternatives.length > 0 && { alternatives }) };
}

function words(notation: Notation): readonly Reading[] {
  const table = (kind: 'number' | 'ordinal', entries: Readonly<Record<string, number>>): Reading => ({
    pattern: new RegExp(`(?<![\\p{L}\\d])(?<word>${Object.keys(entries).join('|')})(?:s|nes?)?(?![\\p{L}\\d])`, 'giu'),
    read: ({ word }) => ({ kind, value: String(entries[word?.toLowerCase() ?? ''] ?? 0), word: true }),
  });
  return [table('ordinal', notation.ordinalWords), table('number', notation.words)];
}

function romanValue(roman: string): number {
  const digits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
  return [...roman].reduce((sum, letter, index) => {
    const value = digits[letter] ?? 0;
    const next = digits[roman[index + 1] ?? ''] ?? 0;
    return value < next ? sum - value : sum + value;
  }, 0);
}
