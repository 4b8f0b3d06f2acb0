import type { Diagnostic, Position, RuleId, Severity } from '../model/index.ts';

/** What a rule says of a passage; the passage knows its file. */
export interface ParityFinding {
  readonly rule: RuleId;
  readonly severity?: Severity;
  readonly at: Position;
  /** The same place on the other side. */
  readonly beside?: Position;
  readonly details: Diagnostic['details'];
}
