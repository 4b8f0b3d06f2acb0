/** What figures say, apart from how their language writes them. */
export interface FactValue {
  readonly kind: 'number' | 'ordinal' | 'percentage' | 'money' | 'date' | 'day' | 'month' | 'time';
  /**
   * Canonical: `1234.5`; `2001-12-12` (date), `12-12` (day), `2001-12` or `12` (month), `13:30` (time); `6.2.3` for a
   * number of several parts. Money has its amount here and its currency in `currency`.
   */
  readonly value: string;
  /** Other values that the same figures may stand for: French `1,000` is one, or a thousand written the English way. */
  readonly alternatives?: readonly string[];
  /** ISO 4217 where the text says it; absent where it says dollars and not whose. */
  readonly currency?: string;
}

/** What a passage states in figures. */
export interface Fact extends FactValue {
  /** What the same figures may be besides: `5` in “5 to 10%” is five per cent. */
  readonly also?: readonly FactValue[];
  /** Power of ten of the word that follows the figures: 6 in “5 million”. */
  readonly places?: number;
  /** In words: it may excuse a figure that the other side lacks, and is never required. */
  readonly word?: boolean;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/** A fact before it has its place. */
export type Found = Omit<Fact, 'start' | 'end'>;

/** One way of writing facts: what it looks like, and what it says. Undefined where it looks so and says nothing. */
export interface Reading {
  readonly pattern: RegExp;
  read(groups: Readonly<Record<string, string | undefined>>): Found | undefined;
}

/** A fact with its likeliest value first. */
export function foundAs(kind: FactValue['kind'], values: readonly string[], more: Partial<Found> = {}): Found {
  const [value = '', ...alternatives] = values;
  return { kind, value, ...(alternatives.length > 0 && { alternatives }), ...more };
}

export const two = (digits: string | number): string => String(digits).padStart(2, '0');

/**
 * Shift the decimal point of a plain decimal to the right.
 *
 * @param decimal - Digits with at most one point: `4.8`.
 * @param places - 0 or more.
 */
export function shift(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = fraction.padEnd(places, '0');
  return plain(`${whole}${digits.slice(0, places)}.${digits.slice(places)}`);
}

/** Without leading zeros of the whole part and trailing zeros of the fraction. */
export function plain(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const kept = fraction.replace(/0+$/, '');
  return (whole.replace(/^0+(?=\d)/, '') || '0') + (kept ? `.${kept}` : '');
}
