import type { FootnoteDefinition, PhrasingContent, Root } from 'mdast';
import type { Language, LanguageMap, LanguageTag } from './language.ts';
import type { Target } from './nodes.ts';
import type { Asset, Contact, Settings } from './publication.ts';
import type { Strings } from './strings.ts';

/** Editions in one language; the bilingual ones (`columns`, `stacked` …) join later. */
export type EditionId = 'en' | 'fr';

/**
 * The publication as one reader gets it: language chosen, links resolved, numbers given, every word in place.
 * Its trees hold no node that `nodes.ts` marks "source only"; all text is typeset and is to be printed as it is.
 */
export interface Edition {
  readonly id: EditionId;
  readonly language: Language;
  /** `fr-CA`: the language of everything that does not say otherwise. */
  readonly tag: LanguageTag;
  readonly title: string;
  /** The title in the other language, for "Also available in …". */
  readonly otherTitle: string;
  readonly subtitle?: string;
  readonly description?: string;
  readonly publisher?: string;
  readonly authors: readonly string[];
  readonly contact?: Resolved<Contact>;
  readonly notices?: string;
  readonly rights?: string;
  readonly subjects: readonly string[];
  /** Printed dates are `formatted`; `iso` is for machines. */
  readonly issued?: EditionDate;
  readonly modified?: EditionDate;
  readonly settings: Settings;
  readonly documents: readonly EditionDocument[];
  /** Nested by heading depth, over all documents. */
  readonly contents: readonly ContentsEntry[];
  readonly assets: ReadonlyMap<string, Asset>;
  /** Those of the edition's language. */
  readonly strings: Strings;
  /** Made in spite of errors: every page says so (`edition.draft` in the strings), and so does what files say of themselves. */
  readonly draft?: boolean;
}

export type Resolved<Type> = {
  readonly [Key in keyof Type]: Type[Key] extends LanguageMap | undefined ? string : Type[Key];
};

export interface EditionDate {
  readonly iso: string;
  readonly formatted: string;
}

export interface EditionDocument {
  readonly id: string;
  readonly kind: 'text' | 'glossary';
  /** File name of the page, without extension, in this language and in the other. */
  readonly slug: string;
  readonly otherSlug: string;
  /** The source file, for diagnostics; absent when generated. */
  readonly path?: string;
  /** Plain text. */
  readonly title: string;
  readonly description?: string;
  readonly modified?: EditionDate;
  /** Begins with a heading of depth 1, the only one of that depth. */
  readonly tree: Root;
  /** In the order of their first call; `data.number` from 1. Not in `tree`. */
  readonly notes: readonly FootnoteDefinition[];
}

export interface ContentsEntry {
  readonly target: Target;
  /** 1 for a document's title. */
  readonly depth: number;
  /** No links, notes or terms in it. */
  readonly title: readonly PhrasingContent[];
  readonly text: string;
  readonly children: readonly ContentsEntry[];
}
