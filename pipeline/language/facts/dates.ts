import type { Language } from '../../model/index.ts';
import { type Found, foundAs, type Reading, two } from './fact.ts';
import { space } from './notation.ts';

/** January first: names, and how they are cut short. */
const months: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Jan(?:uary|\\.)?',
    'Feb(?:ruary|\\.)?',
    'Mar(?:ch|\\.)?',
    'Apr(?:il|\\.)?',
    'May',
    'June?\\.?',
    'July?\\.?',
    'Aug(?:ust|\\.)?',
    'Sept?(?:ember|\\.)?',
    'Oct(?:ober|\\.)?',
    'Nov(?:ember|\\.)?',
    'Dec(?:ember|\\.)?',
  ],
  fr: [
    'janv(?:ier|\\.)?',
    'févr(?:ier|\\.)?',
    'mars',
    'avr(?:il|\\.)?',
    'mai',
    'juin',
    'juil(?:let|l?\\.)?',
    'août',
    'sept(?:embre|\\.)?',
    'oct(?:obre|\\.)?',
    'nov(?:embre|\\.)?',
    'déc(?:embre|\\.)?',
  ],
};

const whole: Readonly<Record<Language, string>> = {
  en: 'January|February|April|June|July|August|September|October|November|December',
  fr: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
};

/** A month may stand in the text: without one and without a digit, it states nothing. */
export const mayStateMonth: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(`${whole.en}|March|May`),
  fr: new RegExp(whole.fr),
};

function monthIn(language: Language): { pattern: string; indexOf: (name?: string) => number } {
  const forms = months[language].map((form) => new RegExp(`^${form}$`, 'i'));
  return {
    pattern: `(?<month>${months[language].join('|')})(?!\\p{L})`,
    indexOf: (name = '') => forms.findIndex((form) => form.test(name)) + 1,
  };
}

export function datesIn(language: Language): readonly Reading[] {
  return language === 'en' ? englishDates() : frenchDates();
}

function dateFact(year: string, month: number, day: string): Found | undefined {
  const number = Number.parseInt(day, 10);
  return month < 1 || month > 12 || number < 1 || number > 31
    ? undefined
    : { kind: 'date', value: `${year}-${two(month)}-${two(number)}` };
}

function dayFact(month: number, day = ''): Found | undefined {
  const number = Number.parseInt(day, 10);
  return number < 1 || number > 31 ? undefined : { kind: 'day', value: `${two(month)}-${two(number)}` };
}

/** Year first, or year last; where the year is last, day and month may have changed places. */
function inFigures(): readonly Reading[] {
  return [
    {
      pattern: /(?<![\d-])(?<year>\d{4})(?<sign>[-/.])(?<month>\d\d)\k<sign>(?<day>\d\d)(?![\d-])/g,
      read: ({ year, month, day }) => dateFact(year ?? '', Number(month), day ?? ''),
    },
    {
      pattern: /(?<![\d/.-])(?<one>\d{1,2})(?<sign>[-/.])(?<other>\d{1,2})\k<sign>(?<year>(?:19|20)\d\d)(?![\d/-])/g,
      read: ({ one = '', other = '', year = '' }) => {
        const values = [dateFact(year, Number(one), other), dateFact(year, Number(other), one)];
        const [first, ...rest] = [...new Set(values.flatMap((found) => found?.value ?? []))];
        return first === undefined ? undefined : foundAs('date', [first, ...rest]);
      },
    },
  ];
}

function englishDates(): readonly Reading[] {
  const { pattern: month, indexOf } = monthIn('en');
  const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
  const gap = `${space}+`;
  return [
    ...inFigures(),
    {
      pattern: new RegExp(`\\b${month}${gap}${day},?${gap}(?<year>\\d{4})\\b`, 'giu'),
      read: ({ year, month, day }) => dateFact(year ?? '', indexOf(month), day ?? ''),
    },
    {
      pattern: new RegExp(`(?<![\\d.,:/-])${day}${gap}(?:of${gap})?${month},?${gap}(?<year>\\d{4})\\b`, 'giu'),
      read: ({ year, month, day }) => dateFact(year ?? '', indexOf(month), day ?? ''),
    },
    {
      pattern: new RegExp(`\\b${month}(?:,|${gap}of)?${gap}(?<year>\\d{4})\\b`, 'giu'),
      read: ({ year, month }) => ({ kind: 'month', value: `${year}-${two(indexOf(month))}` }),
    },
    {
      pattern: new RegExp(`\\b${month}${gap}${day}\\b(?![%:])`, 'giu'),
      read: ({ month, day }) => dayFact(indexOf(month), day),
    },
    {
      // “5 April”, “the 5th of April”; “may” after a figure is mostly no month
      pattern: new RegExp(
        `(?<![\\d.,:/$€£-])${day}${gap}(?:of${gap}(?<of>${whole.en}|March|May)|(?<bare>${whole.en}))\\b`,
        'gu',
      ),
      read: ({ of, bare, day }) => dayFact(indexOf(of ?? bare), day),
    },
    {
      pattern: /(?<![\d/])9\/11(?![\d/])/g,
      read: () => ({ kind: 'day', value: '09-11', also: [{ kind: 'date', value: '2001-09-11' }] }),
    },
    bareMonth(
      new RegExp(
        `\\b(?:${whole.en})\\b|(?<=\\b(?:in|of|since|until|by|from|to|before|after|during|early|late|this|next|last)[ \\u00a0]|(?:${whole.en})(?: and | or |[-–])|\\bbetween )(?:March|May)\\b`,
        'gu',
      ),
      indexOf,
    ),
  ];
}

function frenchDates(): readonly Reading[] {
  const { pattern: month, indexOf } = monthIn('fr');
  const day = '(?<![\\d\\p{L}])(?<day>1(?:er)?|\\d{1,2})';
  const gap = `${space}+`;
  return [
    ...inFigures(),
    {
      pattern: new RegExp(`${day}(?:${gap}|-)${month}${gap}(?<year>\\d{4})(?!\\d)`, 'giu'),
      read: ({ year, month, day }) => dateFact(year ?? '', indexOf(month), day ?? ''),
    },
    {
      pattern: new RegExp(`(?<!\\p{L})${month}(?:${gap}de)?${gap}(?<year>\\d{4})(?!\\d)`, 'giu'),
      read: ({ year, month }) => ({ kind: 'month', value: `${year}-${two(indexOf(month))}` }),
    },
    {
      pattern: new RegExp(`${day}(?:${gap}|-)${month}`, 'giu'),
      read: ({ month, day }) => dayFact(indexOf(month), day),
    },
    bareMonth(new RegExp(`(?<!\\p{L})(?:${whole.fr})(?!\\p{L})`, 'gu'), indexOf),
  ];
}

/** A month without day and year: told only where the other side names another one. */
function bareMonth(pattern: RegExp, indexOf: (name?: string) => number): Reading {
  return {
    pattern: new RegExp(`(?<name>${pattern.source})`, pattern.flags),
    read: ({ name }) => ({ kind: 'month', value: two(indexOf(name)), word: true }),
  };
}
