import { type Diagnostic, diagnose, type Position, type Publication, type Staged } from '../model/index.ts';
import type { PassageFinding } from './finding.ts';
import { passagesOf, textsOf } from './passages/index.ts';
import { documentRules, passageRules } from './rules/index.ts';
import { paritySettings } from './settings.ts';

export { coverageOf } from './coverage.ts';
export { checkFreshness } from './freshness.ts';

/**
 * Hold the two languages of a publication against each other, passage by passage.
 *
 * @param publication - As it was read: before typography changes a character.
 * @param others - Findings of other stages that may be waived like ours, and whose severity may be set.
 * @returns The publication itself, and the findings that are neither waived nor switched off.
 */
export function checkParity(publication: Publication, others: readonly Diagnostic[] = []): Staged<Publication> {
  const settings = paritySettings(publication.settings);
  const groups = [...passagesOf(publication.documents, publication.settings.tags), textsOf(publication)];
  const found = groups.flatMap((passages) => [
    ...passages.flatMap((passage) => passageRules.flatMap((rule) => rule(passage, settings))),
    ...documentRules.flatMap((rule) => rule(passages, settings)),
  ]);
  return { value: publication, diagnostics: [...others, ...withoutEchoes(found).map(diagnosticOf)] };
}

/** A side in the wrong language is told once, not also as words that are not translated. */
function withoutEchoes(found: readonly PassageFinding[]): readonly PassageFinding[] {
  const wrong = new Map(found.flatMap((each) => (each.rule === 'language-is-right' ? [[each.passage, each]] : [])));
  return found.filter(({ rule, passage, at }) => {
    const told = rule === 'text-is-translated' ? wrong.get(passage) : undefined;
    return !told || at.start.line < told.at.start.line || at.start.line > told.at.end.line;
  });
}

function diagnosticOf({ rule, severity, at, beside, details, passage: { path } }: PassageFinding): Diagnostic {
  return diagnose(rule, {
    path,
    position: plain(at),
    details,
    ...(severity && { severity }),
    ...(beside && { related: { path, position: plain(beside) } }),
  });
}

/** Positions of trees know more than findings tell. */
function plain({ start, end, path }: Position): Position {
  const at = { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
  return path === undefined ? at : { ...at, path };
}
