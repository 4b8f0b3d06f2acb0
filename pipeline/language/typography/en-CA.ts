import type { TypographyProfile } from '../../model/index.ts';
import { NB } from '../spaces.ts';

/** English of Canada: The Canadian Style and its successor Writing Tips Plus (Translation Bureau). */
export const enCA: TypographyProfile = {
  language: 'en',
  before: { colon: '', semicolon: '', exclamation: '', question: '' },
  guillemets: NB,
  percent: '',
  groups: NB,
  writtenGroups: ',',
  ellipsis: true,
  dashes: 'closed',
  ranges: true,
};
