import type { Nodes } from 'mdast';
import type { Language, LanguageMap, Position } from '../../model/index.ts';
import type { Side } from './side.ts';

/** A pair, cut as finely as its structure allows: what every rule reads. */
export interface Passage {
  /** File of what has no file of its own in its position. */
  readonly path: string;
  /** For waivers: the pair's id, or the key of a text of YAML. */
  readonly unit?: string;
  readonly position: Position;
  /** The half that was written first. */
  readonly first: Language;
  /** The smallest units that stand against each other; a pair whose structure differs is one unit. */
  readonly parts: readonly Part[];
  readonly differences: readonly Difference[];
  /** Of a passage without its other side, against nothing: what it states may be what a neighbour lacks. */
  readonly lone?: Part;
  readonly context: PassageContext;
  /** For one language alone: the other side is empty, and there is nothing to compare. */
  readonly alone?: boolean;
}

export interface Part extends LanguageMap<Side> {
  readonly role: Role;
}

/** What a part is in its document. `unit`: several blocks whose structure differs. */
export type Role =
  | 'paragraph'
  | 'heading'
  | 'item'
  | 'cell'
  | 'caption'
  | 'inline'
  | 'title'
  | 'text'
  | 'alt'
  | 'name'
  | 'unit';

/** How the two halves differ in structure. */
export type Difference =
  | {
      readonly kind: 'blocks';
      /** The block that begins the difference, on each side; absent where that side has nothing to stand against it. */
      readonly en?: Nodes;
      readonly fr?: Nodes;
      /** Where the side without a block would have it. */
      readonly beside: Position;
    }
  | {
      readonly kind: 'list' | 'table';
      readonly what:
        | 'items'
        | 'start'
        | 'tasks'
        | 'depth'
        | 'rows'
        | 'columns'
        | 'alignment'
        | 'headers'
        | 'heads'
        | 'spans';
      readonly en: Nodes;
      readonly fr: Nodes;
      readonly counts?: LanguageMap<number>;
    };

/** What a passage shares with the others of its document. */
export interface PassageContext {
  /** Position of a stretch of a side's text in its file. */
  spot(side: Side, start: number, end: number): Position;
  /** The source text at a position, on one line. */
  quote(position: Position): string;
  /** What an address means inside the publication, the same for both languages; itself where it leads elsewhere. */
  target(url: string, from: Position): string;
  /** Labels of notes that each language calls. */
  readonly called: LanguageMap<ReadonlySet<string>>;
  /** Labels of notes that each language defines. */
  readonly defined: LanguageMap<ReadonlySet<string>>;
  /** Sources of the pictures that each language shows. */
  readonly shown: LanguageMap<ReadonlySet<string>>;
}
