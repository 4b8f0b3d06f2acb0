import { addTo, type Concept, type Language } from '../../model/index.ts';
import { entriesOf } from './entries.ts';
import type { TermMatcher } from './matcher.ts';
import { termTokens } from './tokens.ts';

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

/** The matcher, telling which words it looks up. */
export function readingMatcher(matcher: TermMatcher, language: Language, read: (word: string) => void): TermMatcher {
  return {
    find(text) {
      for (const { folded } of termTokens(text, language)) read(folded);
      return matcher.find(text);
    },
  };
}

/** Of a concept, what decides how it is found and named in a text: not what it means. */
export function namesOf({ id, en, fr, status, caseSensitive }: Concept): Concept {
  const names = ({ def: _def, note: _note, ...designation }: Concept['en']): Concept['en'] => designation;
  return { id, en: names(en), fr: names(fr), status, caseSensitive };
}
