import type { Language, LanguageTag } from '../model/index.ts';

/** `fr-CA` → `fr`; whatever is not French counts as English. */
export function languageOf(tag: LanguageTag): Language {
  return /^fr(?:-|$)/i.test(tag) ? 'fr' : 'en';
}

/** `fr-CA` → `CA`; empty when the tag names none. */
export function regionOf(tag: LanguageTag): string {
  return /-([a-z]{2})(?:-|$)/i.exec(tag)?.[1]?.toUpperCase() ?? '';
}
