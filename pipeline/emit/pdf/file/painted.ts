import type { Reference } from 'pdfkit';
import type { Fragment, StructureElement } from '../../../layout/index.ts';
import type { FileElement, MathElement, Painted } from '../elements.ts';
import type { Dialect } from '../standard/index.ts';

/** What painting tells the structure tree: which marked content holds a fragment, and which annotations an element has. */
export interface PaintedContent {
  readonly dialect: Dialect;
  /** Marked content by the fragments in it; several fragments may share one. */
  readonly marks: ReadonlyMap<Painted, Mark>;
  /** By the picture of a formula that was painted in parts. */
  readonly formulae: ReadonlyMap<Fragment, PaintedFormula>;
  /** Files that say an element in another way. */
  readonly attachments: ReadonlyMap<StructureElement, Reference>;
  readonly annotations: ReadonlyMap<StructureElement, readonly Annotation[]>;
  readonly pages: readonly Reference[];
  /** The object of an element; made when first asked for. */
  elementOf(element: FileElement): Reference;
}

export interface PaintedFormula {
  readonly page: number;
  readonly math: MathElement;
}

/** One marked-content sequence. */
export interface Mark {
  readonly page: number;
  /** Marked-content identifier, from 0 on each page. */
  readonly mcid: number;
  readonly owner: FileElement;
}

export interface Annotation {
  readonly page: number;
  readonly reference: Reference;
}
