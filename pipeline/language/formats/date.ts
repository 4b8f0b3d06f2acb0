import type { LanguageMap, LanguageTag } from '../../model/index.ts';
import { NB } from '../spaces.ts';
import { languageOf } from '../tags.ts';

const months: LanguageMap<readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
};

interface CalendarDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** Reads `2001-12-12`; undefined when that is not a day of the (Gregorian) calendar. */
function parseDate(iso: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const valid = date.year > 0 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= daysIn(date);
  return valid ? date : undefined;
}

function daysIn({ year, month }: CalendarDate): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `December 12, 2001` / `12 décembre 2001` / `1er août 2009`, day and month held together by U+00A0. */
export function formatCalendarDate(iso: string, tag: LanguageTag): string | undefined {
  const date = parseDate(iso);
  if (!date) return undefined;
  const language = languageOf(tag);
  const month = months[language][date.month - 1];
  if (language === 'en') return `${month}${NB}${date.day}, ${date.year}`;
  return `${date.day === 1 ? '1er' : date.day}${NB}${month} ${date.year}`;
}

/**
 * A time of day, from `13:30`: `1:30 p.m.` / `13 h 30`; whole hours without minutes. English says noon and midnight,
 * since 12 a.m. and 12 p.m. are misread (The Canadian Style).
 */
export function formatTime(value: string, tag: LanguageTag): string | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(value);
  if (!match) return undefined;
  const hour = Number(match[1]);
  const minutes = match[2] ?? '00';
  if (languageOf(tag) === 'fr') return `${hour}${NB}h${minutes === '00' ? '' : NB + minutes}`;
  if (minutes === '00' && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
  return `${hour % 12 || 12}${minutes === '00' ? '' : `:${minutes}`}${NB}${hour < 12 ? 'a.m.' : 'p.m.'}`;
}
