/** The two languages of a publication; neither is the original. */
export type Language = 'en' | 'fr';

export const languages: readonly Language[] = ['en', 'fr'];

/** BCP 47 tag with its region, as configured: `en-CA`, `fr-CA`, `fr-FR` … */
export type LanguageTag = string;

/** One value for each language. */
export interface LanguageMap<Value = string> {
  readonly en: Value;
  readonly fr: Value;
}

export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'fr' : 'en';
}

export function isLanguage(name: string): name is Language {
  return name === 'en' || name === 'fr';
}
