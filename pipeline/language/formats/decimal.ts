/**
 * A decimal number as its digits, so that nothing is lost to binary fractions.
 */
export interface Decimal {
  readonly negative: boolean;
  /** No leading zero but `0` itself. */
  readonly whole: string;
  /** As many digits as the source had; may be empty. */
  readonly fraction: string;
}

/** Reads `-24350255.72`; undefined on anything else, such as `1e3`, `+5`, `007`, `1,5`. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const whole = match[2] ?? '0';
  const fraction = match[3] ?? '';
  return { negative: match[1] === '-' && /[1-9]/.test(whole + fraction), whole, fraction };
}

/** The number a hundred times as large. */
export function timesHundred({ negative, whole, fraction }: Decimal): Decimal {
  const digits = whole + fraction.padEnd(2, '0');
  const places = Math.max(fraction.length - 2, 0);
  const cut = digits.length - places;
  return { negative, whole: digits.slice(0, cut).replace(/^0+(?=\d)/, ''), fraction: digits.slice(cut) };
}

/** Digits in groups of three from the right. */
export function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, separator);
}
