import type { Diagnostic, Position, RuleId, Severity } from '../model/index.ts';
import type { Passage } from './passages/index.ts';

/** What a rule says of a passage; the passage knows its file. */
export interface PassageFinding {
  readonly rule: RuleId;
  readonly passage: Passage;
  readonly severity?: Severity;
  readonly at: Position;
  /** The same place on the other side. */
  readonly beside?: Position;
  readonly details: Diagnostic['details'];
}
