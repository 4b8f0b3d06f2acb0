import type { FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import type { Language, LanguageMap, LanguageTag } from './language.ts';
import type { Target } from './nodes.ts';
import type { Asset, Contact, FormatNumbers, Settings } from './publication.ts';
import type { Strings } from './strings.ts';

/**
 * Ways in which the two languages stand together: side by side, one passage under the other, on pages that face one
 * another, in two books back to back.
 */
export const bilingualKinds = ['columns', 'stacked', 'facing', 'tumble'] as const;
export type BilingualKind = (typeof bilingualKinds)[number];

/** What can be asked for: an edition in one language, or one in both. */
export type EditionId = Language | BilingualKind;

/** Whether the edition is printed alone: a book without pages has no pages that face one another, and no back. */
export function isPrintOnly(id: EditionId): boolean {
  return id === 'facing' || id === 'tumble';
}

/** What a publication publishes, unless told otherwise: an edition in each language, in its order, and both side by side. */
export function editionsOf({ editions, order }: Pick<Settings, 'editions' | 'order'>): readonly EditionId[] {
  return editions ?? [...order, 'columns'];
}

/**
 * The publication as one reader gets it: language chosen, links resolved, numbers given, every word in place.
 * Its trees hold no node that `nodes.ts` marks "source only"; all text is typeset and is to be printed as it is.
 */
export interface Edition {
  readonly id: Language;
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
  /** Numbers of this edition's formats, and of those in the other language. */
  readonly numbers?: { readonly own: FormatNumbers; readonly other: FormatNumbers };
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
  /** Its title at the top of pages, where that is another. */
  readonly shortTitle?: string;
  readonly description?: string;
  readonly modified?: EditionDate;
  /** Newest first. */
  readonly changes?: readonly EditionChange[];
  /** Begins with a heading of depth 1, the only one of that depth. */
  readonly tree: Root;
  /** In the order of their first call; `data.number` from 1. Not in `tree`. */
  readonly notes: readonly FootnoteDefinition[];
}

/** What readers are told has changed in a document. */
export interface EditionChange {
  readonly date: EditionDate;
  /** Plain text. */
  readonly text: string;
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

/**
 * The publication in both languages: the two editions held level, passage by passage. What it says of itself (title,
 * publisher, notices …) stands in its two `sides`, in both languages.
 */
export interface BilingualEdition {
  readonly id: BilingualKind;
  /** Which language stands first, and which second. */
  readonly order: readonly [Language, Language];
  /** The editions in one language that it was made from, as they are: their trees have ids and targets of their own. */
  readonly sides: LanguageMap<Edition>;
  readonly settings: Settings;
  readonly documents: readonly BilingualDocument[];
  readonly contents: readonly BilingualEntry[];
  readonly assets: ReadonlyMap<string, Asset>;
  readonly draft?: boolean;
}

export interface BilingualDocument {
  readonly id: string;
  readonly kind: EditionDocument['kind'];
  /** File name of its page, without extension: one for both languages. */
  readonly slug: string;
  /** The same document in the editions of one language: its title, description, date and source file. */
  readonly sides: LanguageMap<EditionDocument>;
  /** The first holds the document's title. */
  readonly rows: readonly Row[];
  /** In the order of their calls in the first language. */
  readonly notes: readonly NoteRow[];
}

/**
 * What stands at one height. The id that a passage has in the editions of one language stands on its row; its half in
 * English has it with `--en` after it, and so has every id within. Links and terms within a half lead to halves of
 * the same language, and what is shared leads to rows: their `data.target` can be followed as it is.
 */
export type Row = SharedRow | PairedRow | RowGroup;

/** A block that came out the same in both languages; it keeps its ids. */
export interface SharedRow {
  readonly type: 'shared';
  readonly block: RootContent;
}

/** One passage in both languages; one half is absent where it is for the other language alone. */
export interface PairedRow {
  readonly type: 'paired';
  readonly id?: string;
  readonly halves: Halves;
}

export type Halves = { readonly [Side in Language]?: readonly RootContent[] };

/** Rows that share one anchor, as a `group` of blocks does. */
export interface RowGroup {
  readonly type: 'group';
  readonly id: string;
  readonly rows: readonly Row[];
}

/**
 * A note in both languages; its number, `data.number`, may differ between them. Anchors of notes and of their calls have
 * the suffix of their language, as ids do.
 */
export interface NoteRow {
  readonly halves: { readonly [Side in Language]?: FootnoteDefinition };
}

/** An entry of the contents in both languages; one title is absent where the section is for the other language alone. */
export interface BilingualEntry {
  readonly target: Target;
  readonly depth: number;
  readonly titles: { readonly [Side in Language]?: Pick<ContentsEntry, 'title' | 'text'> };
  readonly children: readonly BilingualEntry[];
}

/** What an id of a bilingual edition ends in, in the half of a language. */
export function suffixOf(language: Language): string {
  return `--${language}`;
}
