export { pointsIn } from '../model/index.ts';

import { type Diagnostic, diagnose, type Point, type Position, type RuleId, type Severity } from '../model/index.ts';

/** One source file while it is read, and what was found in it. */
export interface Source {
  /** Relative to the publication's folder. */
  readonly path: string;
  readonly text: string;
  readonly diagnostics: Diagnostic[];
}

/** A source whose raw HTML passes, or not. */
export interface HtmlSource extends Source {
  /** `html: pass`. */
  readonly passes: boolean;
}

interface Placed {
  readonly position?: Position | undefined;
}

/** Notes a finding at a node (or at any place with a position). `details.variant` chooses the sentence. */
export function report(
  source: Source,
  rule: RuleId,
  at: Placed & { details?: Diagnostic['details']; severity?: Severity; beside?: Placed | undefined },
): void {
  const position = at.position && plain(at.position);
  const beside = at.beside?.position;
  source.diagnostics.push(
    diagnose(rule, {
      path: source.path,
      position,
      ...(at.details && { details: at.details }),
      ...(at.severity && { severity: at.severity }),
      ...(beside && { related: { path: source.path, position: plain(beside) } }),
    }),
  );
}

/** The node's own source text. */
export function sliceOf(source: Source, node: { position?: UnistPosition | undefined }): string {
  return source.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

interface UnistPosition {
  readonly start: Point & { offset?: number | undefined };
  readonly end: Point & { offset?: number | undefined };
}

function plain(position: Position): Position {
  const { start, end } = position;
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
}

/** As they stand in the file. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const line = ({ position }: Diagnostic): number => position?.start.line ?? 0;
  const column = ({ position }: Diagnostic): number => position?.start.column ?? 0;
  return diagnostics.toSorted((a, b) => line(a) - line(b) || column(a) - column(b));
}
