import type { Diagnostic, Position } from './diagnostic.ts';
import type { Language, LanguageMap } from './language.ts';

/**
 * How far the two sides of a unit are known to say the same.
 *
 * `fresh`: approved, and the side approved against has not changed. `touched`: its signs alone have (typography,
 * punctuation): nothing to do. `stale`: its words or facts have. `unreviewed`: nobody has approved it. `missing`: it
 * has one side only.
 */
export type UnitState = 'fresh' | 'touched' | 'stale' | 'unreviewed' | 'missing';

/** What came to one side since the other was approved against it, from the least to the worst. */
export type Change = 'signs' | 'unreadable' | 'words' | 'facts';

/** What is approved by itself: a pair, a text of front matter, the words for a picture, a glossary entry … */
export interface Unit {
  /** `overview#intro`, `overview.title`, `publication.yaml#title`, `glossary.yaml#ibet`; as `diptych approve` takes it. */
  readonly name: string;
  /** `SourceDocument.id`; absent on what belongs to the publication. */
  readonly document?: string;
  readonly state: UnitState;
  /** What came since the approval, where the state is `touched` or `stale`. */
  readonly change?: Change;
  /** The language that waits for somebody, or would: its side carries the approval, or is the one that is missing. */
  readonly language: Language;
  /** At least one. */
  readonly sides: Partial<LanguageMap<UnitSide>>;
  /** Where approvals stand or would stand: on a language block's fence, or in `source/approvals.yaml`. */
  readonly place: 'fence' | 'file';
  /** The approvals that there are and, where there is none, the one that could be. None while a side is missing. */
  readonly approvals: readonly Approval[];
}

export interface UnitSide {
  /** The file it stands in. */
  readonly path: string;
  readonly position?: Position;
  /** As written, without fences. */
  readonly source: string;
  /** Where its opening fence begins: an offset into the document's text. On fenced sides alone. */
  readonly fence?: number;
  /** What each of its lines begins with, in a list item or a quotation. */
  readonly prefix?: string;
}

/** What says that one side was held against the other. */
export interface Approval {
  /** The side that carries it, or would. */
  readonly language: Language;
  /** As it stands in the source. */
  readonly rev?: string;
  /** As it would be written now. */
  readonly now: () => string;
}

/** How many units a language has, and how they stand in it; what is neither approved, stale nor missing is unreviewed. */
export interface Coverage {
  readonly units: number;
  readonly approved: number;
  readonly stale: number;
  readonly missing: number;
}

/** All units, in the order of the publication, and their sums. */
export interface Review {
  readonly units: readonly Unit[];
  readonly coverage: LanguageMap<Coverage>;
  /** Findings that an author lets stand, with the reasons; they are not among the diagnostics. */
  readonly waived?: readonly { readonly finding: Diagnostic; readonly reason: string }[];
}

/** A line of `source/approvals.yaml`, by the name of its unit. */
export type Approvals = ReadonlyMap<string, string>;
