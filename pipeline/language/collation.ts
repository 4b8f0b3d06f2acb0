import type { LanguageTag } from '../model/index.ts';

/** Alphabetical order of a language; numbers in texts count by their value. Equal only when the texts are the same. */
export function collator(tag: LanguageTag): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(tag, { numeric: true });
  return (a, b) => compare(a, b) || (a < b ? -1 : Number(a > b));
}
