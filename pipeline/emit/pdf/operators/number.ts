/** A number as PDF writes it: without exponent, and with no more decimals than can be seen. */
export function number(value: number, decimals = 3): string {
  const scale = 10 ** decimals;
  const rounded = Math.round(value * scale) / scale;
  if (!Number.isFinite(rounded) || Math.abs(rounded) >= 1e9) throw new RangeError(`PDF has no number ${value}`);
  if (rounded === 0) return '0';
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(decimals) : String(rounded);
}

export function numbers(...values: readonly number[]): string {
  return values.map((value) => number(value)).join(' ');
}

/** `#rrggbb` → three numbers from 0 to 1. */
export function rgb(colour: string): string {
  if (!/^#[\da-f]{6}$/i.test(colour)) throw new Error(`“${colour}” is no colour: #rrggbb`);
  const value = Number.parseInt(colour.slice(1), 16);
  return numbers(((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255);
}

/** A name as PDF writes it, without its `/`: whatever is not plain, in bytes of UTF-8. ISO 32000-1, 7.3.5. */
export function nameOf(text: string): string {
  return text.replace(/[^\w.+:-]/gu, (sign) =>
    [...new TextEncoder().encode(sign)].map((byte) => `#${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}
