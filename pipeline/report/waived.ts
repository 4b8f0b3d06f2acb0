import { type Diagnostic, fill, fillCount, type Language, type Review, type Strings } from '../model/index.ts';
import { painter } from './paint.ts';
import { sentencesOf } from './sentences.ts';
import { harmless, wrap } from './width.ts';

/** Findings that an author lets stand, each with the reason. */
export type Waived = NonNullable<Review['waived']>;

interface WaivedOptions {
  readonly strings: Strings;
  readonly language: Language;
  readonly colour: boolean;
  /** Columns to keep within, where words allow; 80 unless told. */
  readonly width?: number;
}

/**
 * What is waived, for a person at a terminal: after the findings, two lines each. Empty when nothing is.
 *
 *     1 finding is waived:
 *       source/border.md:41:3  numbers-match: “cited from a French-only source”
 */
export function renderWaived(waived: Waived, { strings, language, colour, width = 80 }: WaivedOptions): string {
  if (waived.length === 0) return '';
  const paint = painter(colour);
  const lines = waived.flatMap(({ finding, reason }) =>
    wrap(harmless(fill(strings, 'tool.report.waived-for', { ...namesOf(finding), reason })), width - 2),
  );
  const head = fillCount(strings, 'tool.report.waived', waived.length, language);
  return `${[paint('dim', head), ...lines.map((line) => `  ${line}`)].join('\n')}\n`;
}

function namesOf(found: Diagnostic) {
  return { place: placeOf(found), rule: found.rule };
}

/** `path:line:column`, as editors and terminals know it. */
export function placeOf({ path, position }: Pick<Diagnostic, 'path' | 'position'>): string {
  return harmless(position ? `${path}:${position.start.line}:${position.start.column}` : path);
}

/** For programs. */
export function waivedJson(waived: Waived, strings: Strings) {
  return waived.map(({ finding, reason }) => {
    const { rule, severity, path, position, related } = finding;
    return { rule, severity, reason, ...sentencesOf(finding, strings), path, position, related };
  });
}
