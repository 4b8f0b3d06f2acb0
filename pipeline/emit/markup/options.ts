import type { ElementContent } from 'hast';
import type { PhrasingContent, Span } from 'mdast';
import type { Formulae, PageStart } from '../../layout/index.ts';
import type { Edition, Language, Target } from '../../model/index.ts';

/** What the markup of an edition depends on, besides its trees. */
export interface MarkupOptions {
  readonly edition: Edition;
  /**
   * Address of a place in the publication, as it is written in the file being made.
   * `language` is given when the place is meant in the other language's edition.
   */
  href(target: Target, language?: Language): string;
  /** Address of the script that has what a reference to a place of another page shows of it; undefined where none has. */
  excerpt?(target: Target): string | undefined;
  /** Address of a picture. @param path - Key of `Edition.assets`. */
  asset(path: string): string;
  /** What anchors of notes and of their calls end in, where two languages share a file: `--fr`. */
  readonly suffix?: string;
  /** Writes words of the other language, where they stand in what both languages share. */
  otherHalf?(words: Span): readonly ElementContent[];
  /** Where definitions of terms can be shown beside their uses: ids of the glossary that have one. */
  readonly definitions?: ReadonlyMap<string, readonly PhrasingContent[]>;
  /** Where pages mark links to other sites: id of what is said of them to those who hear the page. */
  readonly external?: string;
  /** Of the document: places at which pages of the printed edition begin; a mark stands at each. */
  readonly pageStarts?: readonly PageStart[];
  /** What formulae say where their author does not; their TeX, where it is unknown. */
  readonly formulae?: Formulae;
  /** `html`: what a browser wants (scrolling boxes). `epub`: XHTML of a book (`epub:type`, `xml:lang`). */
  readonly flavour: 'html' | 'epub';
}
