import { type TermMatcher, termMatcher, termOpenings } from '../language/index.ts';
import { type Concept, type Language, type LanguageMap, languages, otherLanguage } from '../model/index.ts';

/** What the rules ask the glossary. */
export interface Termbase {
  readonly concepts: ReadonlyMap<string, Concept>;
  /** Approved forms. */
  readonly approved: LanguageMap<TermMatcher>;
  readonly forbidden: LanguageMap<TermMatcher>;
  /** Acronyms of the other language that this one does not have. */
  readonly foreign: LanguageMap<TermMatcher>;
  /** What a text may depend on: by `en office`, the concepts that have a form which begins with the word. */
  readonly openings: ReadonlyMap<string, readonly Concept[]>;
  /** Whether the words name the concept anywhere, be it inside a longer term. */
  names(concept: string, words: string, language: Language): boolean;
}

export function termbaseOf(concepts: readonly Concept[]): Termbase {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const alone = new Map<string, TermMatcher>();
  const both = (make: (language: Language) => TermMatcher): LanguageMap<TermMatcher> => ({
    en: make('en'),
    fr: make('fr'),
  });
  const forbidden = (language: Language) => concepts.flatMap((each) => forbiddenOf(each, language));
  return {
    concepts: byId,
    approved: both((language) => termMatcher(concepts, language)),
    forbidden: both((language) => termMatcher(forbidden(language), language)),
    foreign: both((language) => termMatcher(foreignOf(concepts, language), language)),
    openings: openingsOf((language) => [...concepts, ...forbidden(language), ...foreignOf(concepts, language)]),
    names(id, words, language) {
      const concept = byId.get(id);
      if (!concept) return false;
      const key = `${language} ${id}`;
      const matcher = alone.get(key) ?? termMatcher([concept], language);
      alone.set(key, matcher);
      return matcher.find(words).length > 0;
    },
  };
}

function openingsOf(formsIn: (language: Language) => readonly Concept[]): Termbase['openings'] {
  const found = languages.flatMap((language) =>
    [...termOpenings(formsIn(language), language)].map(([word, opened]) => [`${language} ${word}`, opened] as const),
  );
  return new Map(found);
}

/** The concept with its forbidden forms in the place of its own. */
function forbiddenOf(concept: Concept, language: Language): readonly Concept[] {
  const [term, ...admitted] = concept[language].forbidden ?? [];
  return term === undefined ? [] : [withForms(concept, term, admitted)];
}

/** Capitals that the other language writes for the concept and that no concept has in this one. */
function foreignOf(concepts: readonly Concept[], language: Language): readonly Concept[] {
  const own = new Set(concepts.flatMap((concept) => formsOf(concept, language)));
  return concepts.flatMap((concept) => {
    const { abbr } = concept[otherLanguage(language)];
    if (abbr === undefined || own.has(abbr) || !/^\p{Lu}[\p{Lu}\p{N}.-]+$/u.test(abbr)) return [];
    return [withForms(concept, abbr, [])];
  });
}

function formsOf(concept: Concept, language: Language): readonly string[] {
  const { term, abbr, plural, forms = [], admitted = [], forbidden = [] } = concept[language];
  return [term, ...(abbr ? [abbr] : []), ...(plural ? [plural] : []), ...forms, ...admitted, ...forbidden];
}

function withForms({ id, status, caseSensitive }: Concept, term: string, admitted: readonly string[]): Concept {
  const designation = { term, admitted };
  return { id, status, caseSensitive, en: designation, fr: designation };
}
