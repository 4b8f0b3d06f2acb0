import { type Diagnostic, diagnose, type Publication, type Staged } from '../model/index.ts';
import type { ParityFinding } from './finding.ts';
import { type Passage, passagesOf, textsOf } from './passages/index.ts';
import { lengthIsPlausible, passageRules } from './rules/index.ts';
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
  const documents = publication.documents.map((document) => passagesOf(document, publication.settings.tags));
  const passages = [...documents.flat(), ...textsOf(publication)];
  const diagnostics = [
    ...others,
    ...passages.flatMap((passage) =>
      passageRules.flatMap((rule) => rule(passage, settings).map((found) => diagnosticOf(found, passage))),
    ),
    ...documents.flatMap((own) => lengthIsPlausible(own, settings).map((found) => diagnosticOf(found, found.passage))),
  ];
  return { value: publication, diagnostics };
}

function diagnosticOf({ rule, severity, at, beside, details }: ParityFinding, { path }: Passage): Diagnostic {
  return diagnose(rule, {
    path,
    position: plain(at),
    details,
    ...(severity && { severity }),
    ...(beside && { related: { path, position: plain(beside) } }),
  });
}

/** Positions of trees know more than findings tell. */
function plain({ start, end, path }: Diagnostic['position'] & object): Diagnostic['position'] & object {
  const at = { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
  return path === undefined ? at : { ...at, path };
}
