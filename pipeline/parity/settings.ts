import { readingMatcher, readingTokens, type Tokens } from '../language/index.ts';
import type { Concept, Language, LanguageMap, Settings } from '../model/index.ts';
import { type Termbase, termbaseOf } from './termbase.ts';

/** What the rules are told, every value filled. */
export interface ParitySettings {
  /** French characters for each English one. */
  readonly length: { readonly min: number; readonly max: number };
  readonly addresses: readonly LanguageMap[];
  /** Lower case. */
  readonly names: readonly string[];
  readonly termbase: Termbase;
  /** A document keeps to one approved form of each concept. */
  readonly oneForm: boolean;
}

/** A real pair of official pages has 1.17; 149 pairs of public files lie between 1.06 and 1.28. */
const plausible: ParitySettings['length'] = { min: 0.75, max: 1.75 };

export function paritySettings({ rules, glossary }: Settings, concepts: readonly Concept[]): ParitySettings {
  return {
    length: { ...plausible, ...rules?.length },
    addresses: rules?.addresses ?? [],
    names: (rules?.names ?? []).map((name) => name.toLowerCase()),
    termbase: termbaseOf(concepts),
    oneForm: glossary.forms === 'one',
  };
}

/** The same, telling which words are looked up in the glossary: `en office`. */
export function readingSettings(settings: ParitySettings, read: (key: string) => void): ParitySettings {
  const { termbase } = settings;
  const tokensIn = (language: Language): Tokens => readingTokens(language, (word) => read(`${language} ${word}`));
  const tokens = { en: tokensIn('en'), fr: tokensIn('fr') };
  const reading = ({ en, fr }: Termbase['approved']): Termbase['approved'] => ({
    en: readingMatcher(en, tokens.en),
    fr: readingMatcher(fr, tokens.fr),
  });
  const { approved, forbidden, foreign } = termbase;
  return {
    ...settings,
    termbase: { ...termbase, approved: reading(approved), forbidden: reading(forbidden), foreign: reading(foreign) },
  };
}
