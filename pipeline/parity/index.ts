import {
  addTo,
  type Diagnostic,
  diagnose,
  type Position,
  type Publication,
  type Review,
  type RuleId,
  type Staged,
} from '../model/index.ts';
import type { PassageFinding } from './finding.ts';
import { checkFreshness } from './freshness.ts';
import { passagesOf, textsOf } from './passages/index.ts';
import { documentRules, passageRules, sideRules } from './rules/index.ts';
import { paritySettings } from './settings.ts';
import { checkTypography, gatherTypography } from './typography.ts';
import { applyWaivers } from './waivers.ts';

export { coverageOf } from './coverage.ts';
export { checkFreshness } from './freshness.ts';

/**
 * Hold the two languages of a publication against each other, passage by passage, and each against its approval.
 *
 * @param publication - As it was read: before typography changes a character.
 * @returns How its units stand; findings that are neither waived nor switched off.
 */
export function checkParity(publication: Publication): Staged<Review> {
  const { rules = { severities: {} } } = publication.settings;
  const severityOf = (rule: RuleId) => rules.severities[rule];
  const freshness = checkFreshness(publication);
  const found = [...freshness.diagnostics, ...comparisons(publication), ...typography(publication)].filter(
    ({ rule }) => severityOf(rule) !== 'off',
  );
  const { diagnostics, waived } = applyWaivers(publication, found, (rule) => severityOf(rule) === 'off');
  return {
    value: { ...freshness.value, ...(waived.length > 0 && { waived }) },
    diagnostics: gatherTypography(diagnostics).flatMap((finding) => {
      const severity = severityOf(finding.rule) ?? finding.severity;
      return severity === 'off' ? [] : [{ ...finding, severity }];
    }),
  };
}

/** Not looked for where nobody wants to know. */
function typography(publication: Publication): readonly Diagnostic[] {
  return publication.settings.rules?.severities['typography-is-set'] === 'off' ? [] : checkTypography(publication);
}

/** What the rules find in every passage of the publication. */
function comparisons(publication: Publication): readonly Diagnostic[] {
  const settings = paritySettings(publication);
  const groups = [...passagesOf(publication.documents, publication.settings.tags), textsOf(publication)];
  const found = groups.flatMap((passages) => {
    const whole = passages.filter(({ alone }) => !alone);
    return [
      ...passages.flatMap((passage) => sideRules.flatMap((rule) => rule(passage, settings))),
      ...whole.flatMap((passage) => passageRules.flatMap((rule) => rule(passage, settings))),
      ...documentRules.flatMap((rule) => rule(whole, settings)),
    ];
  });
  return withoutEchoes(found).map(diagnosticOf);
}

/**
 * A side in the wrong language is told once, not also as words or terms that are not translated; words for a picture
 * likewise.
 */
function withoutEchoes(found: readonly PassageFinding[]): readonly PassageFinding[] {
  const wrong = new Map<PassageFinding['passage'], PassageFinding[]>();
  for (const each of found) {
    if (each.rule === 'language-is-right') addTo(wrong, each.passage, each);
  }
  const described = new Set(
    found.flatMap(({ rule, details, at, beside }) =>
      rule === 'images-match' && details.variant === 'same' ? [at, beside ?? at].map(keyOf) : [],
    ),
  );
  const untold = new Set(found.filter(({ rule }) => rule === 'text-is-translated').map(({ passage }) => passage));
  return found.filter(({ rule, passage, at, details }) => {
    if (rule === 'term-is-translated' && /^(?:en|fr)-only$/.test(String(details.variant)))
      return !wrong.has(passage) && !untold.has(passage);
    if (rule !== 'text-is-translated' && rule !== 'language-is-right') return true;
    if (described.has(keyOf(at))) return false;
    if (rule === 'language-is-right') return true;
    return !wrong.get(passage)?.some((told) => told.at.start.line <= at.start.line && at.end.line <= told.at.end.line);
  });
}

function keyOf(position: Position): string {
  return JSON.stringify(plain(position));
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
