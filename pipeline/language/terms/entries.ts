import type { Concept, Language } from '../../model/index.ts';
import { englishForms, frenchAgreement, frenchNumber } from './inflection.ts';
import { fold, type TermToken, termTokens, uniform } from './tokens.ts';

/** One word of a term, as it is looked for. */
export interface Slot {
  /** Folded forms that fit. */
  readonly forms: readonly string[];
  /** Case counts: the token is one of these, as written. */
  readonly exact?: ReadonlySet<string>;
  /** A capital must stand first: the name of one word (`Act`) is not the word (`act`). */
  readonly capital?: boolean;
}

/** One way of writing a concept. */
export interface Entry {
  readonly concept: string;
  /** As the glossary has it, uninflected: the term, its acronym, or another approved form. */
  readonly form: string;
  readonly abbreviation: boolean;
  readonly slots: readonly Slot[];
}

/** Words of a term that are never inflected. */
export const functionWords =
  /^(?:d'|l'|qu'|'s|de|du|des|la|le|les|et|ou|à|au|aux|sur|pour|en|par|avec|sans|entre|dans|contre|the|of|and|or|on|for|to|in|at|by|with|from|against|between|a|an)$/i;

/**
 * How a concept may be written in a language: its term with inflected forms, plural, further forms, other approved terms
 * with their inflected forms, acronym.
 */
export function entriesOf(concept: Concept, language: Language): Entry[] {
  const { term, plural, forms = [], admitted = [], abbr } = concept[language];
  const entry = (form: string, slots: readonly Slot[], abbreviation = false): Entry[] =>
    form === '' || slots.length === 0 ? [] : [{ concept: concept.id, form, abbreviation, slots }];
  const written = (text: string) => entry(term, slotsOf(text, language, { concept, inflected: false }));
  const inflected = language === 'fr' || plural === undefined;
  return [
    ...entry(term, slotsOf(term, language, { concept, inflected })),
    ...(plural ? written(plural) : []),
    ...forms.flatMap(written),
    ...admitted.flatMap((text) => entry(text, slotsOf(text, language, { concept, inflected: true }))),
    ...(abbr ? entry(abbr, abbreviationSlots(abbr, language), true) : []),
  ];
}

function abbreviationSlots(abbr: string, language: Language): Slot[] {
  const tokens = termTokens(abbr, language);
  return tokens.map((token, index) => capitalSlot(token, language, index === tokens.length - 1));
}

function slotsOf(text: string, language: Language, how: { concept: Concept; inflected: boolean }): Slot[] {
  const tokens = termTokens(text, language);
  const name = tokens.length === 1 && /^\p{Lu}/u.test(text);
  return tokens.map((token, index) => {
    if (isCapitals(token.text)) return capitalSlot(token, language, index === tokens.length - 1);
    const written = uniform(token.text);
    const forms = !how.inflected
      ? [written]
      : functionWords.test(token.folded)
        ? joined(written, index, language)
        : inflect(tokens, index, language);
    return {
      forms: forms.map(fold),
      ...(how.concept.caseSensitive && { exact: new Set(forms) }),
      ...(name && { capital: true }),
    };
  });
}

function isCapitals(text: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}.&-]*\p{Lu}?\p{N}*$/u.test(text) && /\p{Lu}.*[\p{Lu}\p{N}]/u.test(text);
}

/** Capitals match as they are; English adds the `s` of a plural. */
function capitalSlot(token: TermToken, language: Language, last: boolean): Slot {
  const written = uniform(token.text);
  const forms = language === 'en' && last ? [written, `${written}s`] : [written];
  return { forms: forms.map(fold), exact: new Set(forms) };
}

/** French joins the words of a term with or without an article: `isolation de dépendances`, « l’isolation des dépendances ». */
function joined(written: string, index: number, language: Language): readonly string[] {
  const joints = ['de', "d'", 'des', 'du'];
  return language === 'fr' && index > 0 && joints.includes(written) ? [written, ...joints] : [written];
}

function inflect(tokens: readonly TermToken[], index: number, language: Language): readonly string[] {
  const word = uniform(tokens[index]?.text ?? '');
  if (language === 'en') return isEnglishHead(tokens, index) ? englishForms(word) : [word];
  const first = tokens.findIndex((token) => !functionWords.test(token.folded));
  return index === first ? frenchNumber(word) : frenchAgreement(word);
}

/** The last word, and the one before a preposition, carry the plural: `rules of law`, `action plans`. */
function isEnglishHead(tokens: readonly TermToken[], index: number): boolean {
  const next = tokens[index + 1];
  return next === undefined || functionWords.test(next.folded) || !/^\p{L}/u.test(next.text);
}
