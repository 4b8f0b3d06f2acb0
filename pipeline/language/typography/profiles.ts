import type { LanguageTag } from '../../model/index.ts';
import { languageOf, regionOf } from '../tags.ts';
import { enCA } from './en-CA.ts';
import { frCA, frCAThin } from './fr-CA.ts';
import { frFR } from './fr-FR.ts';
import type { Profile, TypographyOptions } from './profile.ts';

/** Houses by name, for those who do not want to list options. */
export const profiles = {
  'gc-web': { en: enCA, fr: frCA },
  'gc-print': { en: enCA, fr: frCA },
  oqlf: { en: enCA, fr: frCAThin },
  'imprimerie-nationale': { en: enCA, fr: frFR },
} as const;

/** The profile of a language tag: France's for `fr-FR`, Canada's for every other region. */
export function profileOf(tag: LanguageTag, options?: TypographyOptions): Profile {
  const profile = languageOf(tag) === 'en' ? enCA : regionOf(tag) === 'FR' ? frFR : frCA;
  return options ? { ...profile, ...options } : profile;
}
