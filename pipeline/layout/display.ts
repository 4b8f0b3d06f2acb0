/**
 * What layout hands to a painter: pages of placed fragments, and the structure tree they hang on. Plain data.
 * The origin is the page's top left corner; y grows downward.
 */
import type { Nodes } from 'mdast';
import type { LanguageTag } from '../model/index.ts';

/** A length in PostScript points: 1/72 inch. */
export type Points = number;

export type FaceId =
  | 'serif'
  | 'serif-italic'
  | 'serif-bold'
  | 'serif-bold-italic'
  | 'serif-small-capitals'
  | 'sans'
  | 'sans-italic'
  | 'sans-bold'
  | 'sans-bold-italic'
  | 'code'
  | 'code-bold';

/** Metrics of one face, in thousandths of the type size. Made by whoever owns the font files. */
export interface Face {
  readonly id: FaceId;
  readonly ascent: number;
  /** Positive, below the baseline. */
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Advance of a run without line breaks, kerning and ligatures included. Remembered by text. */
  width(text: string): number;
  /** Whether the face has a glyph for this character. */
  has(codePoint: number): boolean;
}

export type Fonts = (id: FaceId) => Face;

/** `#rrggbb`. */
export type Colour = string;

/** A formula that was measured before layout. Lengths in em of the text around it. */
export interface FormulaBox {
  /** What the painter knows it by. */
  readonly asset: string;
  readonly width: number;
  /** Above the baseline, and below it. */
  readonly ascent: number;
  readonly descent: number;
  /** What it says, in the language asked for. */
  readonly words: string;
  /** The same in pieces, between which a line may end; only of one that is long. */
  readonly pieces?: readonly FormulaPiece[];
}

/** A part of a formula, to be set beside the one before or below it. Lengths in em. */
export interface FormulaPiece extends Pick<FormulaBox, 'asset' | 'width' | 'ascent' | 'descent'> {
  /** White before it, where no line ends. */
  readonly space: number;
  /** What it begins with: `inside` an operator between brackets; `nothing` that a line may begin with. */
  readonly before: 'relation' | 'operator' | 'inside' | 'nothing';
}

/** Finds a formula by its TeX; undefined where it could not be set. */
export type Formulae = (
  tex: string,
  options: { readonly display: boolean; readonly lang: LanguageTag },
) => FormulaBox | undefined;

export type CodeKind = 'keyword' | 'comment' | 'value';

/** A stretch of a program; of no kind: its names and signs. */
export interface CodeSpan {
  readonly text: string;
  readonly kind?: CodeKind;
}

/** A program in stretches, whose texts together are its own. */
export type Highlight = (value: string, language: string | null | undefined) => readonly CodeSpan[];

export interface PagedEdition {
  readonly pages: readonly Page[];
  /** Tag `Document`. Every fragment hangs in it exactly once, or is an artifact. */
  readonly structure: StructureElement;
  readonly outline: readonly OutlineEntry[];
  /** Places that links and outline lead to, by name. */
  readonly destinations: ReadonlyMap<string, Destination>;
  /** Of the first page of the contents, and of every page of the text and of the colophon; in their order. */
  readonly starts: readonly PageStart[];
}

/** Where the text of a printed page begins. */
export interface PageStart {
  /** As printed: `iv`, `12`. */
  readonly label: string;
  readonly part: 'contents' | 'text' | 'colophon';
  /** Of the text: the document that the page is in. */
  readonly document?: string;
  /** Absent where nothing of the text begins on the page, as where it only has the rest of a note. */
  readonly place?: Place;
}

/** A place in what an author wrote. */
export interface Place {
  /** A node without children: text, a picture, a formula, a program. */
  readonly node: Nodes;
  /** How many of its printed signs come before, see `printedLength`. */
  readonly at: number;
}

export interface Page {
  readonly width: Points;
  readonly height: Points;
  /** As printed: `iv`, `12`. */
  readonly label: string;
  /** In painting order. */
  readonly fragments: readonly Fragment[];
  readonly links: readonly LinkArea[];
  /** Shown turned by half a circle. */
  readonly upsideDown?: boolean;
}

export interface Destination {
  /** Index into `pages`. */
  readonly page: number;
  readonly y: Points;
  /** To which the first words or the first picture there belong; absent where nothing follows. */
  readonly owner?: StructureElement;
}

export interface OutlineEntry {
  readonly title: string;
  readonly lang?: LanguageTag;
  readonly destination: string;
  readonly children: readonly OutlineEntry[];
}

export type Fragment = TextFragment | RuleFragment | BoxFragment | ImageFragment;

/** What a fragment is to a reader who cannot see it. */
export type Owner = StructureElement | Artifact;

export interface Artifact {
  readonly artifact: 'header' | 'footer' | 'layout' | 'background' | 'watermark';
}

/** Words on one baseline in one style. */
export interface TextFragment {
  readonly kind: 'text';
  readonly owner: Owner;
  readonly x: Points;
  readonly baseline: Points;
  /** How far the line rises to the right, about where it begins: radians; 0 unless told. */
  readonly turn?: number;
  readonly face: FaceId;
  readonly size: Points;
  readonly colour?: Colour;
  /** In order, from `x`. */
  readonly words: readonly Word[];
  /** Says again, to another reader, what stands there already: it is in the structure tree, and nothing of it shows. */
  readonly unseen?: boolean;
  /** The last word goes on in the next line: paint a hyphen that reads as U+00AD. */
  readonly hyphen?: boolean;
  /** A line of a program ends here: paint a space that reads as U+000A. */
  readonly lineEnd?: boolean;
}

export interface Word {
  /** No white space but U+00A0 and U+202F. */
  readonly text: string;
  /**
   * Distance from the end of this word to what follows it in the line: its own space after stretching. A painted
   * space glyph with its own width adjusted; 0 where no space follows. The last word of a line that is followed by a
   * space in the text still carries `spaceAfter`, so that text can be extracted.
   */
  readonly gap: Points;
  readonly spaceAfter?: boolean;
}

/** A horizontal or vertical line; always an artifact. */
export interface RuleFragment {
  readonly kind: 'rule';
  readonly owner: Artifact;
  readonly x: Points;
  readonly y: Points;
  readonly width: Points;
  readonly height: Points;
  readonly thickness: Points;
  readonly colour: Colour;
  /** Dotted leaders: distance between dots. */
  readonly dots?: Points;
}

/** A filled rectangle; always an artifact. */
export interface BoxFragment {
  readonly kind: 'box';
  readonly owner: Artifact;
  readonly x: Points;
  readonly y: Points;
  readonly width: Points;
  readonly height: Points;
  readonly fill: Colour;
}

export interface ImageFragment {
  readonly kind: 'image';
  /** An element `Figure`, or an artifact where the picture only decorates. */
  readonly owner: Owner;
  /** As of text. */
  readonly unseen?: boolean;
  /** Key of `Edition.assets`, or a `FormulaBox`'s. */
  readonly asset: string;
  /** What stands for it where text is copied or searched; not seen. */
  readonly hidden?: HiddenText;
  readonly x: Points;
  readonly y: Points;
  readonly width: Points;
  readonly height: Points;
}

interface HiddenText {
  readonly text: string;
  /** Height of its baseline above the foot of the picture. */
  readonly rise: Points;
}

export interface LinkArea {
  /** The `Link` element whose words lie in this area. */
  readonly owner: StructureElement;
  readonly x: Points;
  readonly y: Points;
  readonly width: Points;
  readonly height: Points;
  readonly to: { readonly destination: string } | { readonly uri: string };
  /** What a screen reader says of it; never empty. */
  readonly contents: string;
}

export type StructureTag =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'BlockQuote'
  | 'Caption'
  | 'TOC'
  | 'TOCI'
  | 'Index'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'THead'
  | 'TBody'
  | 'Span'
  | 'Quote'
  | 'Note'
  | 'Reference'
  | 'Code'
  | 'Link'
  | 'Figure'
  | 'Formula';

/** Node of the tagged-PDF tree. It follows the document, not the page. */
export interface StructureElement {
  readonly tag: StructureTag;
  /** In logical order; layout fills it as it sets the text. */
  readonly children: (StructureElement | Fragment)[];
  readonly title?: string;
  readonly lang?: LanguageTag;
  readonly alt?: string;
  readonly actualText?: string;
  /** What an acronym stands for. */
  readonly expansion?: string;
  /** Unique in the file. Required on `Note`. */
  readonly id?: string;
  readonly listNumbering?: 'None' | 'Disc' | 'Decimal' | 'LowerAlpha' | 'UpperAlpha' | 'LowerRoman' | 'UpperRoman';
  readonly scope?: 'Row' | 'Column' | 'Both';
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Of a cell of a table with spans: the cells that say what it is, in their order. */
  readonly headers?: readonly StructureElement[];
  /** A note and its calls; a passage and its other half. Each names the other, whether or not it comes into the tree. */
  readonly counterparts?: readonly StructureElement[];
}
