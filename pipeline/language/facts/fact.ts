/** What a passage states in figures, apart from how its language writes them. */
export interface Fact {
  readonly kind: 'number' | 'ordinal' | 'percentage' | 'money' | 'date' | 'day' | 'month' | 'time';
  /**
   * Canonical: `1234.5`; `2001-12-12` (date), `12-12` (day), `2001-12` (month), `13:30` (time); `6.2.3` for a number of
   * several parts. Money has its amount here and its currency in `currency`.
   */
  readonly value: string;
  /** Other values that the same figures may stand for: French `1,000` is one, or a thousand written the English way. */
  readonly alternatives?: readonly string[];
  /** ISO 4217 where the text says it; absent for a bare `$`. */
  readonly currency?: string;
  /** A number word, one to twelve: it may excuse a figure that the other side lacks, and is never required. */
  readonly word?: boolean;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
}

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
