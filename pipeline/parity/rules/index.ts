import type { ParityFinding } from '../finding.ts';
import type { Passage } from '../passages/index.ts';
import type { ParitySettings } from '../settings.ts';
import { numbersMatch } from './facts.ts';
import { imagesMatch } from './images.ts';
import { languageIsRight } from './language.ts';
import { linkTargetsMatch } from './links.ts';
import { footnotesMatch } from './notes.ts';
import { placeholdersMatch } from './placeholders.ts';
import { punctuationMatches } from './punctuation.ts';
import { structureMatches } from './structure.ts';
import { textIsTranslated } from './translated.ts';

export { lengthIsPlausible } from './length.ts';

type ParityRule = (passage: Passage, settings: ParitySettings) => readonly ParityFinding[];

/** Those that see one passage alone. */
export const passageRules: readonly ParityRule[] = [
  structureMatches,
  linkTargetsMatch,
  numbersMatch,
  imagesMatch,
  footnotesMatch,
  placeholdersMatch,
  textIsTranslated,
  languageIsRight,
  punctuationMatches,
];
