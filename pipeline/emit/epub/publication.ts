import type { LanguageTag } from '../../model/index.ts';
import type { Said } from './said.ts';

/** A book ready to be packaged: plain data, every byte of it at hand. Nothing in it is an address to fetch. */
export interface EpubPublication {
  readonly metadata: EpubMetadata;
  /** In reading order. The contents page comes before the first chapter whose `place` is not `front`. */
  readonly chapters: readonly EpubChapter[];
  readonly contents: readonly EpubEntry[];
  readonly landmarks: readonly EpubLandmark[];
  /** Figures and tables under captions; no list where there are none. */
  readonly lists: readonly EpubList[];
  /** Pages of the printed edition, in its order; none where it has no such list. */
  readonly pages: readonly EpubPage[];
  /** Pictures, the cover among them. */
  readonly files: readonly EpubFile[];
  readonly css: string;
  /** `contents`: plain; else XHTML, `heading` above the contents; `before`: before them, that says of a draft what it is, and marks the printed page. */
  readonly labels: {
    readonly contents: string;
    readonly heading: string;
    readonly landmarks: string;
    readonly pages: string;
    readonly before?: string;
  };
  /** EJS sources. */
  readonly templates: EpubTemplates;
}

interface EpubTemplates {
  readonly package: string;
  readonly navigation: string;
  readonly ncx: string;
  readonly chapter: string;
}

export interface EpubMetadata {
  /** `urn:uuid:…` */
  readonly identifier: string;
  /** `urn:isbn:…`, of this edition as a book. */
  readonly isbn?: string;
  /** One, or both in the book's order; pages that do not say otherwise are in the first. */
  readonly languages: readonly LanguageTag[];
  /** In each language. */
  readonly titles: readonly EpubTitle[];
  readonly creators: readonly Said[];
  readonly publishers: readonly Said[];
  readonly descriptions: readonly Said[];
  readonly rights: readonly Said[];
  readonly subjects: readonly Said[];
  /** ISO date of first publication. */
  readonly date?: string;
  /** ISO instant in UTC, whole seconds; also the time of every entry of the archive. */
  readonly modified: string;
  readonly generator: string;
  readonly accessibility: EpubAccessibility;
  /** The printed edition whose pages the list of pages follows: `urn:isbn:…`, or the name of its file. */
  readonly pageSource?: string;
}

export interface EpubTitle extends Said {
  /** The title as it is filed: without its article in front. Absent where it is the title itself. */
  readonly filedAs?: string;
  readonly subtitle?: string;
}

/** What the book offers to those who read otherwise, in the words of schema.org. Found in the book, not asserted. */
export interface EpubAccessibility {
  readonly modes: readonly ('textual' | 'visual')[];
  /** Each a set of modes that is enough by itself, joined by commas. */
  readonly sufficient: readonly string[];
  readonly features: readonly AccessibilityFeature[];
  readonly hazards: readonly ('none' | 'unknown')[];
  readonly summary: string;
  /** The publisher's own claim, and who stands for it; neither is found in the book. */
  readonly conformance?: { readonly standard: string; readonly certifiedBy: readonly Said[] };
}

export type AccessibilityFeature =
  | 'alternativeText'
  | 'ARIA'
  | 'MathML'
  | 'pageBreakMarkers'
  | 'pageNavigation'
  | 'displayTransformability'
  | 'readingOrder'
  | 'structuralNavigation'
  | 'tableOfContents'
  | 'unlocked';

export interface EpubChapter {
  /** XML name, unique among chapters and files. */
  readonly id: string;
  /** Beside the package document; ASCII, no slash, ends in `.xhtml`. */
  readonly filename: string;
  readonly title: string;
  /** Where it stands in the book; also the `epub:type` of its body. */
  readonly place: 'front' | 'body' | 'back';
  /** Well-formed XHTML, the children of `body`. */
  readonly content: string;
}

export interface EpubEntry {
  /** Plain text, for the NCX. */
  readonly text: string;
  /** Well-formed XHTML phrasing, for the navigation document. */
  readonly content: string;
  readonly href: string;
  readonly children: readonly EpubEntry[];
}

export interface EpubList {
  readonly kind: 'figures' | 'tables';
  /** XHTML. */
  readonly title: string;
  /** `tag` where the words are not in the language of the book's pages. */
  readonly entries: readonly { readonly text: string; readonly tag?: string; readonly href: string }[];
}

export interface EpubPage {
  /** As printed. */
  readonly label: string;
  readonly href: string;
}

export interface EpubLandmark {
  /** Term of the EPUB structural semantics vocabulary. */
  readonly type: 'cover' | 'titlepage' | 'toc' | 'loi' | 'lot' | 'bodymatter' | 'glossary' | 'backmatter' | 'colophon';
  /** Well-formed XHTML phrasing. */
  readonly content: string;
  readonly href: string;
}

export interface EpubFile {
  readonly id: string;
  /** Relative to the package document, with `/`. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly cover?: boolean;
}
