import type { Nodes } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import type { LanguageTag } from '../model/index.ts';
import type { Colour, FaceId, FormulaPiece, LinkArea, Points, StructureElement } from './display.ts';
import type { Note } from './flow.ts';
import type { Slot } from './structure.ts';

/** Where the words of a link lead. Runs of one link share one object. */
export interface RunLink {
  readonly owner: StructureElement;
  readonly to: LinkArea['to'];
  readonly contents: string;
  readonly underline: 'line' | 'dots' | 'none';
}

interface RunImage {
  readonly asset: string;
  readonly width: Points;
  readonly height: Points;
  /** Part of the height that is below the baseline; 0 unless told. */
  readonly depth?: Points;
  /** What is found where text is copied or searched. */
  readonly text?: string;
  /** What it is a piece of. */
  readonly formula?: InlineMath;
  /** An artifact: it says nothing. */
  readonly decorative: boolean;
}

/** A stretch of phrasing in one style: what lines are made of. */
export interface Run {
  readonly slot: Slot;
  /** White space is single U+0020, or no-break; a run that is a picture or a forced break has none. */
  readonly text: string;
  readonly face: FaceId;
  readonly size: Points;
  /** Height of its baseline above that of the line; negative below. */
  readonly rise: Points;
  readonly colour: Colour;
  readonly lang: LanguageTag;
  readonly hyphenate: boolean;
  /** Where long words may be cut: at the signs of an address or a program. */
  readonly kind: 'prose' | 'code';
  readonly link?: RunLink;
  readonly strike?: boolean;
  readonly anchors: readonly string[];
  readonly note?: Note;
  readonly image?: RunImage;
  /** White of this width, and nothing in it. */
  readonly blank?: Points;
  /** It goes on from the run before, after white of this width; where it says of what kind, a line may end between them. */
  readonly goesOn?: { readonly space: Points; readonly before: FormulaPiece['before'] };
  /** The line ends after this run, whatever its length. */
  readonly lineBreak?: boolean;
  /** What its author wrote it in; absent for what print adds. */
  readonly node?: Nodes;
}
