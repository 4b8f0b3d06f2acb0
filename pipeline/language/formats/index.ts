import type { LanguageTag, TypographyOptions } from '../../model/index.ts';
import { formatCalendarDate, formatTime } from './date.ts';
import { formatMoney, formatNumber, formatPercent } from './number.ts';

export { formatSize } from './size.ts';

/** A value in the notation of no language: `24350255.72`, `0.125` (a ratio), `2001-12-12`, `13:30`. */
export interface NeutralValue {
  readonly kind: 'num' | 'money' | 'pct' | 'date' | 'time';
  readonly value: string;
  /** ISO 4217, on money; Canadian dollars when none is named. */
  readonly currency?: string;
}

/** A value in the notation of the language and its region; undefined when it is not valid neutral notation. */
export function formatValue(
  { kind, value, currency }: NeutralValue,
  tag: LanguageTag,
  typography?: TypographyOptions,
): string | undefined {
  switch (kind) {
    case 'num':
      return formatNumber(value, tag, typography);
    case 'money':
      return formatMoney(value, tag, { currency, typography });
    case 'pct':
      return formatPercent(value, tag, typography);
    case 'date':
      return formatCalendarDate(value, tag);
    case 'time':
      return formatTime(value, tag);
  }
}

/**
 * A date in words, `1er` in plain letters.
 *
 * @throws when `iso` is not a day of the calendar: dates are checked where they are read.
 */
export function formatDate(iso: string, tag: LanguageTag): string {
  const date = formatCalendarDate(iso, tag);
  if (date === undefined) throw new Error(`“${iso}” is not a date`);
  return date;
}
