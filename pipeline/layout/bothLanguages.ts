/** What a book in both languages takes from its sides. */
import type { BilingualEdition, Edition, Language } from '../model/index.ts';

/** One language of a book in both, with the numbers of that book, if it has any: it is another than those in one. */
export function sideOf({ id, sides, assets, settings }: BilingualEdition, language: Language): Edition {
  const side = sides[language];
  return { ...side, assets, numbers: { own: settings.identifiers?.[id] ?? {}, other: side.numbers?.other ?? {} } };
}

/** Of the book in each of its languages, in their order. */
export function titlesOf({ order, sides }: BilingualEdition): string[] {
  return order.map((language) => sides[language].title);
}

/** What is the same in both languages once. */
export function joined(texts: readonly string[]): string {
  return [...new Set(texts)].join(' – ');
}
