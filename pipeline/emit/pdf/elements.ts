/** What a file's structure tree is made of: layout's elements, and those of MathML below its formulae. */
import type { Artifact, Fragment, StructureElement } from '../../layout/index.ts';

export type FileElement = StructureElement | MathElement;

/** An element of MathML in one place of one page. */
export interface MathElement {
  /** Its name in MathML. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (MathElement | Shape)[];
  /** Of a token that nothing is painted for. */
  readonly actualText?: string;
}

/** Parts of a formula that are painted together. */
export interface Shape {
  readonly kind: 'shape';
  readonly owner: MathElement | Artifact;
}

/** What stands on a page. */
export type Painted = Fragment | Shape;

export const isElement = (child: FileElement | Painted): child is FileElement => 'tag' in child;

export const isMath = (element: FileElement): element is MathElement => 'attributes' in element;
