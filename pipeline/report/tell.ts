import { type Diagnostic, fill, type Severity, type Strings } from '../model/index.ts';
import { frame } from './frame.ts';
import { byWorst } from './order.ts';
import { type Painter, painter } from './paint.ts';
import { sentencesOf } from './sentences.ts';
import { placeOf } from './waived.ts';
import { harmless } from './width.ts';

/** A finding in words, each part by itself: a terminal, a browser or a program puts them together. */
export interface Told {
  /** `path:line:column`, as editors and terminals know it. */
  readonly place: string;
  readonly severity: Severity;
  /** The severity in the reader's language. */
  readonly word: string;
  readonly rule: string;
  readonly message: string;
  /** Lines of the code frame; none when the text is not at hand. */
  readonly frame: readonly string[];
  /** "See: …": the other side of the pair, or whatever else the finding is about. */
  readonly see?: string;
  /** "Hint: …" */
  readonly hint?: string;
}

export interface TellOptions {
  readonly strings: Strings;
  /** Texts of the files that findings are about, by path; a finding without one has no code frame. */
  readonly sources: ReadonlyMap<string, string>;
  /** Columns for a code frame. */
  readonly width: number;
  /** For the code frame; plain unless told. */
  readonly paint?: Painter;
}

/** In words, grouped by file, worst first. */
export function tellAll(diagnostics: readonly Diagnostic[], options: TellOptions): readonly Told[] {
  return byWorst(diagnostics).flatMap(({ findings }) => findings.map((found) => tell(found, options)));
}

function tell(found: Diagnostic, { strings, sources, width, paint = painter(false) }: TellOptions): Told {
  const { message, hint } = sentencesOf(found, strings);
  const text = sources.get(found.path);
  return {
    place: placeOf(found),
    severity: found.severity,
    word: fill(strings, `tool.severity.${found.severity}`),
    rule: found.rule,
    message: harmless(message),
    frame: text !== undefined && found.position ? frame(text, found.position, { paint, width }) : [],
    ...(found.related && { see: fill(strings, 'tool.report.see', { place: placeOf(found.related) }) }),
    ...(hint && { hint: fill(strings, 'tool.report.hint', { hint: harmless(hint) }) }),
  };
}
