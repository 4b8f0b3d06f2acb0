import {
  addTo,
  comparisonRules,
  type Diagnostic,
  diagnose,
  type Memory,
  type Publication,
  type Related,
  type Review,
  type RuleId,
  rules,
  type SourceDocument,
  type Waiver,
} from '../model/index.ts';
import { documentRanges, placeRanges, type Range, unitRanges, waiverRanges } from './ranges.ts';

/** Findings that no waiver covers, with those about waivers themselves; and the ones that are waived. */
export interface Waived {
  readonly diagnostics: readonly Diagnostic[];
  readonly waived: NonNullable<Review['waived']>;
}

/** A waiver, and what it covers. */
interface Placed {
  readonly waiver: Waiver;
  readonly path: string;
  /** None when its unit is not there. */
  readonly ranges: readonly Range[];
}

interface WaiverOptions {
  /** Rules that the publication does not hold: what they would find is not known. */
  readonly isOff: (rule: RuleId) => boolean;
  readonly memory: Memory;
}

/**
 * Take out the findings that an author lets stand, and tell of waivers that waive nothing.
 *
 */
export function applyWaivers(
  publication: Publication,
  found: readonly Diagnostic[],
  { isOff, memory }: WaiverOptions,
): Waived {
  const all = placedWaivers(publication, memory);
  if (all.length === 0) return { diagnostics: found, waived: [] };
  const used = new Set<Placed>();
  const byRule = new Map<string, Placed[]>();
  for (const each of all.filter(({ waiver }) => waiver.reason !== '')) {
    addTo(byRule, each.waiver.rule, each);
  }
  const waived: { finding: Diagnostic; reason: string }[] = [];
  const diagnostics = found.filter((finding) => {
    const covering = byRule.get(finding.rule)?.find(({ ranges }) => ranges.some((range) => covers(range, finding)));
    if (!covering) return true;
    used.add(covering);
    waived.push({ finding, reason: covering.waiver.reason });
    return false;
  });
  return { diagnostics: [...diagnostics, ...all.flatMap((each) => faultsOf(each, used, isOff))], waived };
}

function covers(range: Range, { path, position, related }: Diagnostic): boolean {
  return within(range, { path, ...(position && { position }) }) || (related !== undefined && within(range, related));
}

function within({ path, start, end }: Range, at: Related): boolean {
  if (at.path !== path) return false;
  const point = at.position?.start;
  if (!point) return start.line === 1 && start.column === 1 && end.line === Infinity;
  const after = point.line > start.line || (point.line === start.line && point.column >= start.column);
  const before = point.line < end.line || (point.line === end.line && point.column <= end.column);
  return after && before;
}

function placedWaivers(publication: Publication, memory: Memory): readonly Placed[] {
  const { settings, documents } = publication;
  const own = documents.map((document) =>
    memory.part(document.path).recall('waivers', [document], () => ({
      comments: commentWaivers(document),
      frontMatter: frontMatterWaivers(document),
    })),
  );
  return [
    ...own.flatMap(({ comments }) => comments),
    ...own.flatMap(({ frontMatter }) => frontMatter),
    ...(settings.waivers ?? []).map((waiver): Placed => {
      return {
        waiver,
        path: 'source/publication.yaml',
        ranges: publicationRanges(waiver.unit ?? '', publication, memory),
      };
    }),
  ];
}

function frontMatterWaivers(document: SourceDocument): readonly Placed[] {
  return (document.waivers ?? []).map((waiver): Placed => {
    const { unit, position } = waiver;
    const ranges =
      unit === undefined
        ? documentRanges(document)
        : [...unitRanges(document, unit), ...placeRanges(document.path, document.places, unit)];
    return { waiver, path: position.path ?? document.path, ranges };
  });
}

function commentWaivers(document: SourceDocument): readonly Placed[] {
  const waivers = document.tree.data?.waivers ?? [];
  if (waivers.length === 0) return [];
  const rangesAt = waiverRanges(document);
  return waivers.map((waiver) => ({
    waiver,
    path: waiver.position.path ?? document.path,
    ranges: rangesAt(waiver.position),
  }));
}

/** `overview`, `overview#intro`, `title`, `glossary.yaml#ibet`; an id alone wherever it is. */
function publicationRanges(
  unit: string,
  { documents, concepts, settings }: Publication,
  memory: Memory,
): readonly Range[] {
  const [name = '', id] = unit.replace(/^publication\.yaml#/, '').split('#');
  if (id === undefined && name in (settings.places ?? {})) {
    return placeRanges('source/publication.yaml', settings.places, name);
  }
  if (/^glossary(?:\.yaml)?$/.test(name) && id !== undefined) {
    const concept = concepts.find((each) => each.id === id);
    return ['en', 'fr'].flatMap((language) => placeRanges('source/glossary.yaml', concept?.places, language));
  }
  const document = documents.find((each) => each.id === name);
  if (document) return id === undefined ? documentRanges(document) : unitRanges(document, id);
  return documents.flatMap((each) =>
    memory.part(each.path).recall(`ranges ${name}`, [each], () => unitRanges(each, name)),
  );
}

/** What is wrong with a waiver; nothing when it waives something. */
function faultsOf(placed: Placed, used: ReadonlySet<Placed>, isOff: (rule: RuleId) => boolean): readonly Diagnostic[] {
  const { waiver, path, ranges } = placed;
  const { rule, reason, unit, position } = waiver;
  const tell = (variant: string, details: Diagnostic['details'] = {}): readonly Diagnostic[] => [
    diagnose('waiver-is-used', { path, position, details: { variant, waived: rule, ...details } }),
  ];
  if (rule === '') return tell('no-rule');
  const known = comparisonRules.find((each) => each === rule);
  if (!known) return tell(rule in rules ? 'fixed' : 'unknown');
  if (reason === '') return tell('no-reason');
  if (used.has(placed) || isOff(known)) return [];
  return unit !== undefined && ranges.length === 0 ? tell('no-unit', { unit }) : tell('unused');
}
