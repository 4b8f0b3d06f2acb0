import type { Language } from './language.ts';

/** What houses differ on, for one region. Plain data: every line can be set under `typography:`. */
export interface TypographyProfile {
  readonly language: Language;
  /** What stands before each sign: nothing, U+00A0 or U+202F. */
  readonly before: Readonly<Record<'colon' | 'semicolon' | 'exclamation' | 'question', string>>;
  /** What stands inside « and ». */
  readonly guillemets: string;
  /** What stands between a number and `%`. */
  readonly percent: string;
  /** What stands between groups of three digits that the author separated by a space. */
  readonly groups: string;
  /** What separates groups of three digits in a number that we write ourselves. */
  readonly writtenGroups: string;
  /** `...` becomes `…`. */
  readonly ellipsis: boolean;
  /** `--` becomes a dash that touches both words, or one with spaces. */
  readonly dashes: 'closed' | 'spaced';
  /** A hyphen between two pages or two years becomes an en dash. */
  readonly ranges: boolean;
}

export type TypographyOptions = Partial<Omit<TypographyProfile, 'language'>>;
