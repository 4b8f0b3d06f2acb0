import type { LanguageTag, TypographyOptions, TypographyProfile } from '../../model/index.ts';
import { languageOf, regionOf } from '../tags.ts';
import { enCA } from './en-CA.ts';
import { frCA, frCAThin } from './fr-CA.ts';
import { frFR } from './fr-FR.ts';

/** Houses by name, for those who do not want to list options. */
export const profiles = {
  'gc-web': { en: enCA, fr: frCA },
  'gc-print': { en: enCA, fr: frCA },
  oqlf: { en: enCA, fr: frCAThin },
  'imprimerie-nationale': { en: enCA, fr: frFR },
} as const;

/** The profile of a language tag: France's for `fr-FR`, Canada's for every other region. */
export function profileOf(tag: LanguageTag, options?: TypographyOptions): TypographyProfile {
  const profile = languageOf(tag) === 'en' ? enCA : regionOf(tag) === 'FR' ? frFR : frCA;
  return options ? { ...profile, ...options } : profile;
}

/** As `TypographyOptions`; of what stands before signs, only what differs. */
export interface HouseOptions extends Omit<TypographyOptions, 'before'> {
  readonly before?: Partial<TypographyProfile['before']>;
}

/** A house's own profile, that of the region where no house is named, with what the publication sets otherwise. */
export function houseOptions(
  tag: LanguageTag,
  house: keyof typeof profiles | undefined,
  { before, ...own }: HouseOptions = {},
): TypographyOptions {
  const { language: _, ...base } = house ? profiles[house][languageOf(tag)] : profileOf(tag);
  return { ...base, ...own, before: { ...base.before, ...before } };
}
