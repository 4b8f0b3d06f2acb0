import { addTo, type Concept, type Language } from '../../model/index.ts';
import { entriesOf } from './entries.ts';
import type { TermMatcher } from './matcher.ts';
import { type TermToken, termTokens } from './tokens.ts';

/**
 * What a text depends on that is searched for terms: by each word that a term may begin with, as it is compared, the
 * concepts that have such a term. A concept none of whose terms begins with a word of the text changes nothing in it.
 */
export function termOpenings(
  concepts: readonly Concept[],
  language: Language,
): ReadonlyMap<string, readonly Concept[]> {
  const openings = new Map<string, Concept[]>();
  for (const concept of concepts) {
    const forms = new Set(entriesOf(concept, language).flatMap(({ slots }) => slots[0]?.forms ?? []));
    for (const form of forms) addTo(openings, form, concept);
  }
  return openings;
}

/** The words of texts, each text taken apart once. */
export type Tokens = (text: string) => readonly TermToken[];

/** @param read - Told every word of every text. */
export function readingTokens(language: Language, read: (word: string) => void): Tokens {
  const known = new Map<string, readonly TermToken[]>();
  return (text) => {
    const own = known.get(text) ?? termTokens(text, language);
    if (!known.has(text)) for (const { folded } of own) read(folded);
    known.set(text, own);
    return own;
  };
}

/** The matcher, for texts that were taken apart. */
export function readingMatcher(matcher: TermMatcher, tokens: Tokens): TermMatcher {
  return { find: (text) => matcher.find(text, tokens(text)) };
}

/** Of a concept, what decides how it is found and named in a text: not what it means. */
export function namesOf({ id, en, fr, status, caseSensitive }: Concept): Concept {
  const names = ({ def: _def, note: _note, ...designation }: Concept['en']): Concept['en'] => designation;
  return { id, en: names(en), fr: names(fr), status, caseSensitive };
}
