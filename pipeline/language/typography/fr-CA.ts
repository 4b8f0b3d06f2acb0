import type { TypographyProfile } from '../../model/index.ts';
import { NB, NN } from '../spaces.ts';

/**
 * French of Canada.
 *
 * Office québécois de la langue française, Banque de dépannage linguistique (espacement); Bureau de la traduction,
 * Clés de la rédaction; Justice Canada on amounts.
 */
export const frCA: TypographyProfile = {
  language: 'fr',
  before: { colon: NB, semicolon: '', exclamation: '', question: '' },
  guillemets: NB,
  percent: NB,
  groups: NB,
  writtenGroups: NB,
  ellipsis: true,
  dashes: 'spaced',
  ranges: false,
};

/** The thin space that the Office allows before `;`, `!` and `?` where careful printing is wanted. */
export const frCAThin: TypographyProfile = {
  ...frCA,
  before: { colon: NB, semicolon: NN, exclamation: NN, question: NN },
};
