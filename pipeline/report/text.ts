import { type Diagnostic, fill, fillCount, type Language, type Strings } from '../model/index.ts';
import { frame } from './frame.ts';
import { byWorst, tally } from './order.ts';
import { type Colour, type Painter, painter } from './paint.ts';
import { sentencesOf } from './sentences.ts';
import { harmless, wrap } from './width.ts';

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
  const paint = painter(options.colour);
  const findings = byWorst(diagnostics).flatMap(({ findings }) => findings.map((found) => one(found, paint, options)));
  return `${findings.join('\n\n')}\n\n${summary(diagnostics, paint, options)}\n`;
}

function one(found: Diagnostic, paint: Painter, options: TextOptions): string {
  const { strings, sources, width = 80 } = options;
  const { message, hint } = sentencesOf(found, strings);
  const text = sources.get(found.path);
  const severity = fill(strings, `tool.severity.${found.severity}`);
  const lines = [...wrap(harmless(message), width - 2)];
  if (text !== undefined && found.position) lines.push(...frame(text, found.position, { paint, width: width - 2 }));
  if (found.related)
    lines.push(...wrap(fill(strings, 'tool.report.other-side', { place: place(found.related) }), width - 2));
  if (hint) lines.push(...wrap(fill(strings, 'tool.report.hint', { hint: harmless(hint) }), width - 2));
  const head = `${paint('bold', place(found))}  ${paint(colours[found.severity], severity)}  ${paint('dim', found.rule)}`;
  return [head, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** `path:line:column`, as editors and terminals know it. */
function place({ path, position }: Pick<Diagnostic, 'path' | 'position'>): string {
  return harmless(position ? `${path}:${position.start.line}:${position.start.column}` : path);
}

/** "2 errors and 1 warning in 2 files." */
function summary(diagnostics: readonly Diagnostic[], paint: Painter, { strings, language }: TextOptions): string {
  const counts = tally(diagnostics);
  const severities = (['error', 'warning', 'info'] as const).filter((severity) => counts[severity] > 0);
  const parts = severities.map((severity) => fillCount(strings, `tool.report.${severity}`, counts[severity], language));
  const files = new Set(diagnostics.map(({ path }) => path)).size;
  const worst = severities[0] ?? 'info';
  const found = new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
  return paint(
    colours[worst],
    fill(strings, 'tool.report.summary', { found, files: fillCount(strings, 'tool.report.files', files, language) }),
  );
}
