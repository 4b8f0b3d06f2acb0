/** Numbers as page labels and items of lists have them. */
import type { Data } from 'mdast';

/** As HTML's `ol` counts: letters go on with `aa`; what has no letter or Roman numeral, as 0, stands in figures. */
export function numeral(number: number, numbering: Data['numbering']): string {
  if (numbering === undefined || number < 1) return String(number);
  const lower = numbering === 'i' || numbering === 'I' ? roman(number) : letters(number);
  return numbering === 'A' || numbering === 'I' ? lower.toUpperCase() : lower;
}

function letters(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

const romanUnits = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** Lower-case; from 1. */
export function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, sign] of romanUnits) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

/** The number of a numeral as `roman` writes it; undefined for anything else. */
export function fromRoman(text: string): number | undefined {
  const values: number[] = [...text].map((sign) => romanUnits.find(([, name]) => name === sign)?.[0] ?? 0);
  const number = values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
  return number > 0 && roman(number) === text ? number : undefined;
}
