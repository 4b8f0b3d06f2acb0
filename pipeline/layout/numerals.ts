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

/** Lower-case; from 1. */
export function roman(number: number): string {
  const signs = [
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
  let rest = number;
  let text = '';
  for (const [value, sign] of signs) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
