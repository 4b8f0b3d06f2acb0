import type { LanguageTag, TypographyOptions } from '../../model/index.ts';
import { NB } from '../spaces.ts';
import { languageOf, regionOf } from '../tags.ts';
import { profileOf } from '../typography/index.ts';
import { type Decimal, grouped, parseDecimal, timesHundred } from './decimal.ts';

/** Minus sign, U+2212: as wide as the digits, and no place to break a line. */
const minus = '\u2212';

/** `24,350,255.72` / `24 350 255,72`. */
export function formatNumber(value: string, tag: LanguageTag, options?: TypographyOptions): string | undefined {
  const decimal = parseDecimal(value);
  return decimal && (decimal.negative ? minus : '') + unsigned(decimal, tag, options);
}

/** A ratio as a percentage: `0.125` is `12.5%` / `12,5 %`. */
export function formatPercent(value: string, tag: LanguageTag, options?: TypographyOptions): string | undefined {
  const decimal = parseDecimal(value);
  if (!decimal) return undefined;
  const percentage = timesHundred(decimal);
  return `${percentage.negative ? minus : ''}${unsigned(percentage, tag, options)}${profileOf(tag, options).percent}%`;
}

/** What money is in, and how its figures are set. */
export interface MoneyOptions {
  /** ISO 4217; Canadian dollars when none is named. */
  readonly currency?: string | undefined;
  readonly typography?: TypographyOptions | undefined;
}

/** An amount: `$24,350,255.72` / `24 350 255,72 $`, `US$4.80` / `4,80 $ US`. Whole amounts are without cents. */
export function formatMoney(value: string, tag: LanguageTag, options: MoneyOptions = {}): string | undefined {
  const { currency = 'CAD', typography } = options;
  const decimal = parseDecimal(value);
  if (!decimal || !/^[A-Z]{3}$/.test(currency)) return undefined;
  const amount = unsigned(withCents(decimal, currency), tag, typography);
  const sign = decimal.negative ? minus : '';
  const symbol = symbolOf(currency, tag);
  if (languageOf(tag) === 'fr') return `${sign}${amount}${NB}${symbol}`;
  return `${sign}${symbol}${/\p{L}$/u.test(symbol) ? NB : ''}${amount}`;
}

function unsigned({ whole, fraction }: Decimal, tag: LanguageTag, options?: TypographyOptions): string {
  const point = languageOf(tag) === 'fr' ? ',' : '.';
  return grouped(whole, profileOf(tag, options).writtenGroups) + (fraction && point + fraction);
}

/** Currencies that have no hundredth part in use. */
const withoutCents: ReadonlySet<string> = new Set(['JPY', 'KRW', 'CLP', 'ISK', 'VND', 'XAF', 'XOF', 'XPF', 'RWF']);

function withCents(decimal: Decimal, currency: string): Decimal {
  if (/^0*$/.test(decimal.fraction)) return { ...decimal, fraction: '' };
  return withoutCents.has(currency) ? decimal : { ...decimal, fraction: decimal.fraction.padEnd(2, '0') };
}

/** What the many dollars are called when they are not the reader's own. */
const dollars: ReadonlyMap<string, readonly [english: string, french: string]> = new Map([
  ['CAD', ['CA$', '$ CA']],
  ['USD', ['US$', '$ US']],
  ['AUD', ['A$', '$ AU']],
  ['NZD', ['NZ$', '$ NZ']],
  ['HKD', ['HK$', '$ HK']],
  ['SGD', ['S$', '$ SG']],
  ['MXN', ['MX$', '$ MX']],
]);
const ownDollar: ReadonlyMap<string, string> = new Map([
  ['', 'CAD'],
  ['CA', 'CAD'],
  ['US', 'USD'],
  ['AU', 'AUD'],
  ['NZ', 'NZD'],
]);
const symbols: ReadonlyMap<string, string> = new Map([
  ['EUR', '€'],
  ['GBP', '£'],
  ['JPY', '¥'],
]);

/** The sign of a currency, unambiguous for readers of the region; the code itself when it has none. */
function symbolOf(currency: string, tag: LanguageTag): string {
  if (ownDollar.get(regionOf(tag)) === currency) return '$';
  const dollar = dollars.get(currency);
  if (dollar) return languageOf(tag) === 'fr' ? dollar[1].replace(' ', NB) : dollar[0];
  return symbols.get(currency) ?? currency;
}
