import type { Language } from '../../model/index.ts';

/**
 * What turns a statement round. French says most negations in two words: the second is counted, which stands in careless
 * writing too; `plus`, `guère` and `personne` are negations only after a `ne`.
 */
const patterns: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:not|never|none|nor|neither|without|nobody|nothing|nowhere|unless|cannot|no(?!\.\s*\d))(?!\p{L})|n['’]t(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:pas|jamais|sans|aucune?s?|ni|rien|nulle?s?|non)(?!\p{L})|(?<!\p{L})n(?:e\s|['’])(?:[^\s.;:!?]+\s+){1,4}?(?:plus|guère|personne)(?!\p{L})/giu,
};

/** How often a text says no. */
export function negationsIn(text: string, language: Language): number {
  return text.match(patterns[language])?.length ?? 0;
}
