import { type Diagnostic, fill, fillCount, type Language, type Severity, type Strings } from '../model/index.ts';
import { tally } from './order.ts';

/** Severities that occur, the worst first. */
export function severitiesIn(diagnostics: readonly Diagnostic[]): readonly Severity[] {
  const counts = tally(diagnostics);
  return (['error', 'warning', 'info'] as const).filter((severity) => counts[severity] > 0);
}

/** "2 errors and 1 warning in 2 files." */
export function summaryOf(
  diagnostics: readonly Diagnostic[],
  { strings, language }: { readonly strings: Strings; readonly language: Language },
): string {
  const counts = tally(diagnostics);
  const parts = severitiesIn(diagnostics).map((severity) =>
    fillCount(strings, `tool.report.${severity}`, counts[severity], language),
  );
  const files = new Set(diagnostics.map(({ path }) => path)).size;
  const found = new Intl.ListFormat(`${language}-CA`, { type: 'conjunction' }).format(parts);
  return fill(strings, 'tool.report.summary', {
    found,
    files: fillCount(strings, 'tool.report.files', files, language),
  });
}
