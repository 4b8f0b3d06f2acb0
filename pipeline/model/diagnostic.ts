import type { RuleId } from './rules.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A place in a source file; line and column are 1-based, as unist counts them. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

export interface Position {
  readonly start: Point;
  readonly end: Point;
  /**
   * In a tree, where the node does not stand in the document's own file: that of its other language, or one that it
   * includes. `diagnose` makes it the finding's `path`; a finding's position has none.
   */
  readonly path?: string;
}

/** The same passage on the other side of the pair. */
export interface Related {
  readonly path: string;
  readonly position?: Position;
}

/** One finding about the source: an author's mistake, never ours (ours throws). */
export interface Diagnostic {
  readonly rule: RuleId;
  /** The rule's own, unless the publication's settings or the finding itself say otherwise. */
  readonly severity: Severity;
  /**
   * What the rule's sentence and hint need, filled by `report` into the string table of the reader's language
   * (`rules.<rule>.message`, `rules.<rule>.hint`). `details.variant` chooses `rules.<rule>.<variant>.message` and `.hint`.
   */
  readonly details: Readonly<Record<string, string | number>>;
  /** Relative to the publication's folder, with `/`: `source/overview.md`. */
  readonly path: string;
  /** Absent when the finding is about the whole file. */
  readonly position?: Position;
  readonly related?: Related;
}

/** What every stage returns: its value, and what it had to say about the source. */
export interface Staged<Value> {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a stage read while it ran: `file:x.md`, `term:ibet`, `label:fig-3`, `config` … */
export type Reads = (key: string) => void;

/** Runs one stage. A plain build calls it; watch mode remembers it while nothing that it read has changed. */
export type RunStage = <Value>(
  slot: string,
  stage: (reads: Reads) => Staged<Value> | Promise<Staged<Value>>,
) => Promise<Staged<Value>>;
