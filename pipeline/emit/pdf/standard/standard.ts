import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { FileElement } from '../elements.ts';

/** All in which files of one standard differ from those of the other; their pages and their structure do not. */
export interface Standard {
  /** Of PDF, in the first line of the file. */
  readonly version: '1.7' | '2.0';
  /** Whether the file says of itself in an information dictionary, too, what its XMP says. */
  readonly information: boolean;
  /** How formulae bring their MathML: as elements below them, or each in a file that is attached to it. */
  readonly mathml: 'elements' | 'attachment';
  /** Whether pages list the kinds of operators in them, for readers of before 2000. */
  readonly procedureSets: boolean;
  identify(file: Contents): Identification;
  /** How structure is written in one document. */
  dialectIn(doc: PDFDocument): Dialect;
}

interface Contents {
  readonly attachments: boolean;
}

/** What a file says in its XMP of the standards that it keeps to. */
export interface Identification {
  /** Of PDF/A, as pdfkit writes it; absent where `descriptions` say it. */
  readonly archive?: 'PDF/A-2a' | 'PDF/A-3a';
  /** By name, in the schema of PDF/UA: `part` first. */
  readonly accessible: Readonly<Record<string, string>>;
  /** Further elements `rdf:Description`. */
  readonly descriptions: string;
}

export interface Dialect {
  /** The entries of an element that say what it is. */
  typeOf(element: FileElement): Record<string, unknown>;
  /** Whether the caption of an element to which something is attached stands beside it, both in a figure. */
  isFramed(element: FileElement): boolean;
  /** Attributes besides those that layout gives, one dictionary for each owner. */
  attributesOf(element: FileElement): Record<string, unknown>[];
  /** Whether elements name others in `Ref`. */
  readonly refers: boolean;
  /**
   * What stands behind a name in the tree of destinations.
   *
   * @param place - Page, `XYZ`, left, top, zoom.
   * @param element - What begins there.
   */
  destination(place: readonly unknown[], element: Reference): unknown;
  /** Where an entry of the outline leads. */
  outlineTarget(name: string, place: readonly unknown[]): unknown;
}
