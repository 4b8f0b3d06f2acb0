import type { Language } from '../../model/index.ts';

/** A word, an elision, a possessive ending, or one sign; white space is none. */
export interface TermToken {
  /** As in the text. */
  readonly text: string;
  /** What is compared: lower case, straight apostrophe, plain hyphen. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const letters = '[\\p{L}\\p{M}\\p{N}\\u00AD]+';

/** Elided words (`l’`, `jusqu’`) are tokens of their own; hyphenated words and `aujourd’hui` stay whole. */
const french = new RegExp(
  `(?:[cçdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\\p{L})|${letters}(?:[-‐‑.&'’]${letters})*|[^\\s]`,
  'giu',
);

/** `’s` is a token of its own; hyphenated words and `don’t` stay whole. */
const english = new RegExp(
  `['’]s(?![\\p{L}\\p{N}])|${letters}(?:[-‐‑.&]${letters}|['’](?!s(?![\\p{L}\\p{N}]))${letters})*|[^\\s]`,
  'giu',
);

export function termTokens(text: string, language: Language): TermToken[] {
  const tokens: TermToken[] = [];
  for (const match of text.matchAll(language === 'fr' ? french : english)) {
    const start = match.index;
    tokens.push({ text: match[0], folded: fold(match[0]), start, end: start + match[0].length });
  }
  return tokens;
}

export function fold(text: string): string {
  return uniform(text).toLowerCase();
}

/** One apostrophe, one hyphen, composed letters, no soft hyphens; case is kept. */
export function uniform(text: string): string {
  return text.normalize('NFC').replaceAll('’', "'").replace(/[‐‑]/g, '-').replaceAll('\u00AD', '');
}
