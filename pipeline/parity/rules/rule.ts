import type { PassageFinding } from '../finding.ts';
import type { Passage } from '../passages/index.ts';
import type { ParitySettings } from '../settings.ts';

/** A rule that sees one passage alone. */
export type PassageRule = (passage: Passage, settings: ParitySettings) => readonly PassageFinding[];

/** A rule that sees all passages of a document. */
export interface DocumentRule {
  /** @param isQuiet - Passages of which none of the rules has anything to tell. */
  find(
    passages: readonly Passage[],
    settings: ParitySettings,
    isQuiet: (passage: Passage) => boolean,
  ): readonly PassageFinding[];
  /** The passage by itself has something to tell, which its neighbours may excuse; never so unless told. */
  isOpen?(passage: Passage, settings: ParitySettings): boolean;
}
