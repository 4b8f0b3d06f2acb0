import type { Diagnostic, Language, Strings } from '../model/index.ts';

export interface ReportOptions {
  readonly strings: Strings;
  readonly language: Language;
  /** Texts of the files that findings are about, by path; a finding without one has no code frame. */
  readonly sources: ReadonlyMap<string, string>;
  readonly colour: boolean;
  /** Columns to keep within; 80 unless told. */
  readonly width?: number;
}

export function renderText(_diagnostics: readonly Diagnostic[], _options: ReportOptions): string {
  throw new Error('not yet');
}
