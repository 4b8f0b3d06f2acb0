import type { Diagnostic, Language, Strings } from '../model/index.ts';
import { type Colour, type Painter, painter } from './paint.ts';
import { severitiesIn, summaryOf } from './summary.ts';
import { type Told, tellAll } from './tell.ts';
import { wrap } from './width.ts';

export interface TextOptions {
  readonly strings: Strings;
  readonly language: Language;
  /** Texts of the files that findings are about, by path; a finding without one has no code frame. */
  readonly sources: ReadonlyMap<string, string>;
  readonly colour: boolean;
  /** Columns to keep within, where words allow; 80 unless told. */
  readonly width?: number;
}

const colours: Readonly<Record<Diagnostic['severity'], Colour>> = { error: 'red', warning: 'yellow', info: 'blue' };

/**
 * Findings for a person at a terminal: grouped by file, worst first, with a summary line. Empty when there are none.
 *
 *     source/border.md:41:3  error  variant-present
 *       This passage has no French side.
 *       41 │ :::en
 *          │ ^^^^^
 *       Hint: …
 */
export function renderText(diagnostics: readonly Diagnostic[], options: TextOptions): string {
  if (diagnostics.length === 0) return '';
  const { strings, sources, colour, width = 80 } = options;
  const paint = painter(colour);
  const told = tellAll(diagnostics, { strings, sources, paint, width: width - indent.length });
  const findings = told.map((one) => written(one, paint, width - indent.length));
  return `${findings.join('\n\n')}\n\n${summary(diagnostics, paint, options)}\n`;
}

const indent = '  ';

function written(told: Told, paint: Painter, width: number): string {
  const lines = [
    ...wrap(told.message, width),
    ...told.frame,
    ...(told.see ? wrap(told.see, width) : []),
    ...(told.hint ? wrap(told.hint, width) : []),
  ];
  const head = `${paint('bold', told.place)}  ${paint(colours[told.severity], told.word)}  ${paint('dim', told.rule)}`;
  return [head, ...lines.map((line) => indent + line)].join('\n');
}

function summary(diagnostics: readonly Diagnostic[], paint: Painter, options: TextOptions): string {
  return paint(colours[severitiesIn(diagnostics)[0] ?? 'info'], summaryOf(diagnostics, options));
}
