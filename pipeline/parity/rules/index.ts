import { billionIsMilliard, numbersMatch } from './facts.ts';
import { imagesMatch } from './images.ts';
import { languageIsRight } from './language.ts';
import { lengthIsPlausible } from './length.ts';
import { linkTargetsMatch } from './links.ts';
import { footnotesMatch } from './notes.ts';
import { placeholdersMatch } from './placeholders.ts';
import { punctuationMatches } from './punctuation.ts';
import type { DocumentRule, PassageRule } from './rule.ts';
import { structureMatches } from './structure.ts';
import { termIsApproved, termIsConsistent, termIsTranslated } from './terms.ts';
import { textIsTranslated } from './translated.ts';

/** Those that see one passage alone. */
export const passageRules: readonly PassageRule[] = [
  structureMatches,
  billionIsMilliard,
  imagesMatch,
  footnotesMatch,
  languageIsRight,
  textIsTranslated,
  punctuationMatches,
];

/** Those that hold for one side, be there another or not. */
export const sideRules: readonly PassageRule[] = [termIsApproved];

/** Those that see all passages of a document: what one lacks, its neighbour may say. */
export const documentRules: readonly DocumentRule[] = [
  numbersMatch,
  linkTargetsMatch,
  placeholdersMatch,
  { find: lengthIsPlausible },
  termIsTranslated,
  { find: termIsConsistent },
];
