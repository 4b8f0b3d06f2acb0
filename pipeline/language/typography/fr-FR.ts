import type { TypographyProfile } from '../../model/index.ts';
import { NB, NN } from '../spaces.ts';

/** French of France: Lexique des règles typographiques en usage à l’Imprimerie nationale, as reprinted. */
export const frFR: TypographyProfile = {
  language: 'fr',
  before: { colon: NB, semicolon: NN, exclamation: NN, question: NN },
  guillemets: NB,
  percent: NB,
  groups: NN,
  writtenGroups: NN,
  ellipsis: true,
  dashes: 'spaced',
  ranges: false,
};
