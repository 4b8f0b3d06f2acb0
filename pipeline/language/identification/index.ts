import { isLanguage, type Language, type LanguageMap, languages } from '../../model/index.ts';
import { functionWords, trigrams } from './evidence.ts';

/** Which of the two languages a text is in, as far as its words tell. */
export interface Identification {
  /** Undefined: it could be either. */
  readonly language: Language | undefined;
  /** Evidence for each letter's worth of text: from 0, nothing; from 0.6, likely; from 1.2, sure. */
  readonly certainty: number;
  /** Letters that were judged. */
  readonly letters: number;
  /** Words that hold sentences together, of each language. */
  readonly functionWords: LanguageMap<number>;
}

/** Where one may say at all which language it is. */
const likely = 0.6;

/**
 * Tell English from French by function words, French accents and elisions, and the letters of the other words.
 *
 * Between these two languages only; a text in a third gives one of them, or neither.
 *
 * @param text - Without code, addresses and words known to be in another language.
 */
export function identifyLanguage(text: string): Identification {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const found = { en: 0, fr: 0 };
  let letters = 0;
  let score = -1.5 * (lower.match(elisions)?.length ?? 0);
  for (const [word] of lower.matchAll(words)) {
    letters += word.length;
    const known = weights.get(word);
    score += known ?? spelling(word);
    if (known !== undefined && Math.abs(known) === sure) found[known > 0 ? 'en' : 'fr']++;
  }
  const certainty = letters > 0 ? Math.abs(score) / Math.sqrt(letters) : 0;
  const language = certainty < likely ? undefined : score > 0 ? 'en' : 'fr';
  return { language, certainty, letters, functionWords: found };
}

const words = /\p{L}+/gu;
const elisions = /(?<!\p{L})(?:[ldnsjmtc]|qu|lorsqu|jusqu|puisqu)'(?=\p{L})/gu;

/** English counts up, French down. */
function signOf(language: Language): number {
  return language === 'en' ? 1 : -1;
}

const sure = 2;
const unsure = 1;

const weights: ReadonlyMap<string, number> = new Map(
  languages.flatMap((language) =>
    functionWords[language].flatMap((list, index) =>
      list.split(' ').map((word): [string, number] => [word, signOf(language) * (index === 0 ? sure : unsure)]),
    ),
  ),
);

const trigramWeights: ReadonlyMap<string, number> = new Map(
  Object.entries(trigrams).flatMap(([language, groups]) =>
    groups.flatMap(([weight, list]) =>
      list
        .split(' ')
        .map((letters): [string, number] => [letters, isLanguage(language) ? signOf(language) * weight : 0]),
    ),
  ),
);

/** What a word's letters say; one word never says more than one and a half function words. */
function spelling(word: string): number {
  const edged = `_${word}_`;
  let sum = -(word.match(/[àâçèéêëîïôùûœ]/g)?.length ?? 0);
  for (let at = 0; at + 3 <= edged.length; at++) sum += trigramWeights.get(edged.slice(at, at + 3)) ?? 0;
  return Math.max(-3, Math.min(3, sum / 2));
}
