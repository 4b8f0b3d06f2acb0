import { namesOf } from '../language/index.ts';
import {
  addTo,
  type Before,
  type Diagnostic,
  diagnose,
  kept,
  type Memory,
  noMemory,
  noStore,
  type Position,
  type Publication,
  type Read,
  type Review,
  type RuleId,
  type Staged,
  type Store,
} from '../model/index.ts';
import type { PassageFinding } from './finding.ts';
import { checkFreshness } from './freshness.ts';
import { type Passage, passagesOf, targetPages, targetsIn, textsOf } from './passages/index.ts';
import { isQuiet, quietBefore, Reader } from './quiet.ts';
import { documentRules, passageRules, sideRules } from './rules/index.ts';
import { type ParitySettings, paritySettings, readingSettings } from './settings.ts';
import { checkTypography, gatherTypography } from './typography.ts';
import { applyWaivers } from './waivers.ts';

export { coverageOf } from './coverage.ts';
export { checkFreshness } from './freshness.ts';

/**
 * Hold the two languages of a publication against each other, passage by passage, and each against its approval.
 *
 * @param publication - As it was read: before typography changes a character.
 * @param before - Documents that have not changed since are not compared again.
 * @returns How its units stand; findings that are neither waived nor switched off.
 */
export function checkParity(
  publication: Publication,
  { memory = noMemory, store = noStore }: Before = {},
): Staged<Review> {
  const { rules = { severities: {} } } = publication.settings;
  const severityOf = (rule: RuleId) => rules.severities[rule];
  const own = memory.part('parity');
  const freshness = checkFreshness(publication, own);
  const found = [
    ...freshness.diagnostics,
    ...comparisons(publication, own, store),
    ...typography(publication, own, store),
  ].filter(({ rule }) => severityOf(rule) !== 'off');
  const isOff = (rule: RuleId): boolean => severityOf(rule) === 'off';
  const { diagnostics, waived } = applyWaivers(publication, found, { isOff, memory: own });
  return {
    value: waived.length > 0 ? withWaived(freshness.value, waived) : freshness.value,
    diagnostics: gatherTypography(diagnostics).flatMap((finding) => {
      const severity = severityOf(finding.rule) ?? finding.severity;
      if (severity === finding.severity) return [finding];
      return severity === 'off' ? [] : [{ ...finding, severity }];
    }),
  };
}

function withWaived(review: Review, waived: NonNullable<Review['waived']>): Review {
  return {
    get units() {
      return review.units;
    },
    get coverage() {
      return review.coverage;
    },
    waived,
  };
}

/** Not looked for where nobody wants to know. */
function typography({ documents, settings }: Publication, memory: Memory, store: Store): readonly Diagnostic[] {
  if (settings.rules?.severities['typography-is-set'] === 'off') return [];
  return documents.flatMap((document) =>
    memory
      .part(document.path)
      .recall('typography', [document, settings], () =>
        store.recall('typography', [document, settings], () => checkTypography(document, settings)),
      ),
  );
}

/** What the rules find in every passage of the publication. */
function comparisons(publication: Publication, memory: Memory, store: Store): readonly Diagnostic[] {
  const { documents, settings, concepts } = publication;
  const names = memory.recall('names', [concepts], () => memory.same('names', concepts.map(namesOf)));
  const parity = memory.recall('settings', [settings, names], () => paritySettings(settings, names));
  const pages = targetPages(documents, memory);
  const openings = memory.recall('openings', [parity], (before?: Openings) => kept(parity.termbase.openings, before));
  const empty = names.length === 0; // then no word is looked up
  const shared = { inputs: [settings, empty], tables: { openings, pages } };
  const texts = textsOf(publication, memory);
  return [
    ...documents.flatMap((document) => {
      const own = memory.part(document.path);
      const from = { ...shared, inputs: [document, ...shared.inputs] };
      const find = (read: Read): readonly Diagnostic[] => {
        const reader = new Reader(read);
        const targets = targetsIn(pages, (path) => reader.read('pages', path));
        const reading = readingSettings(parity, (word) => reader.read('openings', word));
        const quiet = quietBefore(reading, reader, { from: shared, memory: own });
        return findingsIn(passagesOf(document, settings.tags, targets), reading, quiet);
      };
      return own.recallReading('findings', from, (read) => store.recallReading('findings', from, read, find));
    }),
    ...memory.recall('texts', [parity, ...texts], () => findingsIn(texts, parity, (text) => isQuiet(text, parity))),
  ];
}

type Openings = ParitySettings['termbase']['openings'];

/** What the rules find in the passages of one document, or in the texts of YAML. */
function findingsIn(
  passages: readonly Passage[],
  settings: ParitySettings,
  quiet: (passage: Passage) => boolean,
): readonly Diagnostic[] {
  const loud = new Set(passages.filter((passage) => !quiet(passage)));
  const whole = passages.filter(({ alone }) => !alone);
  const found = [
    ...[...loud].flatMap((passage) => sideRules.flatMap((rule) => rule(passage, settings))),
    ...[...loud].flatMap((passage) => (passage.alone ? [] : passageRules.flatMap((rule) => rule(passage, settings)))),
    ...documentRules.flatMap(({ find }) => find(whole, settings, (passage) => !loud.has(passage))),
  ];
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
