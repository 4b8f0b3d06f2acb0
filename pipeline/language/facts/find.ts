import type { Language } from '../../model/index.ts';
import { datesIn } from './dates.ts';
import type { Fact, Reading } from './fact.ts';
import { moneyIn } from './money.ts';
import { space } from './notation.ts';
import { numbersIn } from './numbers.ts';
import { withSharedUnits } from './shared.ts';
import { timesIn } from './times.ts';
import { wordsIn } from './words.ts';

/** Words before a hyphen that make no name of the figure after it: “mid-1990s”. */
const prefixes = '(?:mid|pre|post|early|late|sub|non|mi|pré|FY|AF)';

/** What is never a fact: addresses, e-mail, paths, names that mix letters and figures, `24/7`, telephone numbers. */
const masks = new RegExp(
  [
    'https?://\\S+|www\\.\\S+|[\\w.+-]+@[\\w-]+\\.[\\w.-]+',
    '(?<![\\d-])(?:\\+?1[ .-])?\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}(?![\\d-])',
    '24/7|24 ?h(?:eures)? ?(?:sur|/) ?24|24 heures par jour|7 j(?:ours)? ?(?:sur|/) ?7|7 jours par semaine|24 hours a day|7 days a week'
      .replaceAll(' ?', `${space}?`)
      .replaceAll(/(?<!\[) (?!\\)/g, `${space}+`),
    `(?<![\\p{L}\\d])(?!${prefixes}[-‑]?\\d)[\\p{L}_][\\p{L}\\d_]*[-./]?(?:[\\p{L}]*\\d)[\\p{L}\\d_.()/-]*(?<![.,)])`,
    '\\[\\d+\\]|v\\d+(?:\\.\\d+)*',
  ].join('|'),
  'gu',
);

const readings: Readonly<Record<Language, readonly Reading[]>> = { en: readingsOf('en'), fr: readingsOf('fr') };

function readingsOf(language: Language): readonly Reading[] {
  return [
    ...datesIn(language),
    ...timesIn(language),
    ...moneyIn(language),
    ...numbersIn(language),
    ...wordsIn(language),
  ];
}

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
      const groups = parts.at(-1) as Record<string, string | undefined> | string;
      const named = typeof groups === 'string' ? {} : groups;
      const start = parts.at(typeof groups === 'string' ? -2 : -3) as number;
      const whole = parts[0] as string;
      const fact = read(named);
      if (!fact) return whole;
      facts.push({ ...fact, start, end: start + whole.length });
      return blank(whole);
    });
  }
  return withSharedUnits(
    facts.sort((one, other) => one.start - other.start),
    text,
  );
}

/** The comma of “1, 2,3 or 4”, which is no decimal one: no unit follows. */
const closeList = /(?<=\d),(?=\d{1,2}(?![\d,]))(?!\d{1,2}[ \u00a0]?(?:%|(?!or\b|and\b|to\b)[\p{L}°]))/gu;

/** As long as what it hides, so that offsets stay; no space, so that numbers do not join across it. */
function blank(text: string): string {
  return '\u0000'.repeat(text.length);
}
