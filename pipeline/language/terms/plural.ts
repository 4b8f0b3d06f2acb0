import type { Designation, Language } from '../../model/index.ts';
import { functionWords } from './entries.ts';
import { englishForms, frenchNumber } from './inflection.ts';
import { termTokens } from './tokens.ts';

/**
 * A term in the plural: as the glossary gives it, else made. English gives its ending to the head, which is the last word
 * or the one before a preposition (`rules of law`); French to every word before the first preposition
 * (`équipes intégrées de la police`).
 */
export function pluralOf({ term, plural }: Pick<Designation, 'term' | 'plural'>, language: Language): string {
  if (plural !== undefined) return plural;
  const tokens = termTokens(term, language);
  const preposition = tokens.findIndex((token, index) => index > 0 && functionWords.test(token.folded));
  const heads = tokens.slice(0, preposition < 0 ? tokens.length : preposition);
  const inflected = language === 'fr' ? heads : heads.slice(-1);
  let made = '';
  let from = 0;
  for (const { text, start, end } of inflected) {
    made += term.slice(from, start) + (language === 'fr' ? frenchPlural(text) : englishPlural(text));
    from = end;
  }
  return made + term.slice(from);
}

function englishPlural(word: string): string {
  return (
    englishForms(word).find((form) => form !== word && /(?:s|men)$/i.test(form) && form.length >= word.length) ?? word
  );
}

function frenchPlural(word: string): string {
  if (!/^\p{L}+$/u.test(word) || /[sxz]$/i.test(word)) return word;
  const forms = frenchNumber(word);
  return forms.find((form) => /aux$/i.test(form) && /al$/i.test(word)) ?? forms.find((form) => form !== word) ?? word;
}
