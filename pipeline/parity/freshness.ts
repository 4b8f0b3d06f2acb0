import { fingerprint } from '../language/index.ts';
import {
  type Approvals,
  addTo,
  type Diagnostic,
  diagnose,
  kept,
  type Memory,
  noMemory,
  otherLanguage,
  type Publication,
  type Review,
  type Settings,
  type Severity,
  type SourceDocument,
  type Staged,
  type Unit,
} from '../model/index.ts';
import { reviewed } from './approval.ts';
import { coverageOf, sumOf } from './coverage.ts';
import { conceptUnits, frontMatterUnits, settingsUnits } from './entries.ts';
import type { DraftUnit } from './unit.ts';
import { treeUnits } from './units.ts';

/**
 * Every unit of the publication and how its approval stands: `translation-is-fresh` and, where the policy asks for it,
 * `translation-is-approved`. In the order of the publication; the glossary comes last.
 *
 * @param publication - As it was read: before typography changes a character.
 */
export function checkFreshness(publication: Publication, memory: Memory = noMemory): Staged<Review> {
  const { documents, settings, concepts, approvals = none } = publication;
  const own = memory.recall('approvals', [approvals], (before?: ReadonlyMap<string, Approvals>) =>
    kept(approvalsByDocument(approvals), before),
  );
  const groups = [
    memory.recall('settings units', [settings, approvals], () =>
      reviewedAll(() => settingsUnits(publication), approvals, settings),
    ),
    ...documents.map((document) => {
      const part = memory.part(document.path);
      const lines = own.get(document.id) ?? none;
      return part.recall('units', [document, settings, lines], () => {
        const drafts = () => [...frontMatterUnits(document, settings), ...treeUnits(document, settings.order[0])];
        return (hasRevs(document) ? reviewedNow : reviewedAll)(drafts, lines, settings);
      });
    }),
    memory.recall('concept units', [concepts, settings, approvals], () =>
      reviewedAll(() => conceptUnits(publication), approvals, settings),
    ),
  ];
  return {
    value: {
      get units() {
        return groups.flatMap((each) => each.units);
      },
      get coverage() {
        return sumOf(groups.map((each) => coverageOf(each.units)));
      },
    },
    diagnostics: groups.flatMap(({ diagnostics }) => diagnostics),
  };
}

const none: Approvals = new Map();

/** Units whose approvals have nothing to do with those of others. */
interface Reviewed {
  readonly units: readonly Unit[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where nothing was approved and nothing must be, there is nothing to tell: units are made when somebody asks for them. */
function reviewedAll(drafts: () => readonly DraftUnit[], approvals: Approvals, settings: Settings): Reviewed {
  if (approvals.size > 0 || settings.policy?.approval === 'required') return reviewedNow(drafts, approvals, settings);
  let made: Reviewed | undefined;
  return {
    get units() {
      made ??= reviewedNow(drafts, approvals, settings);
      return made.units;
    },
    diagnostics: [],
  };
}

function reviewedNow(drafts: () => readonly DraftUnit[], approvals: Approvals, { policy }: Settings): Reviewed {
  const units = withMoved(drafts(), approvals).map(({ draft, line }) => reviewed(draft, line));
  return { units, diagnostics: units.flatMap((unit) => findingOf(unit, policy?.approval === 'required')) };
}

/** Whether a fence may carry an approval: `:::fr{rev=…}`. */
function hasRevs({ text, files = [] }: SourceDocument): boolean {
  return [text, ...files.map((file) => file.text)].some((each) => /\brev\s*=/.test(each));
}

/** The lines that may speak of a document's units: `overview#fees.2`, `overview.title`, `overview.text.1` for `overview`. */
function approvalsByDocument(approvals: Approvals): ReadonlyMap<string, Approvals> {
  const groups = new Map<string, Map<string, string>>();
  for (const [name, rev] of approvals) {
    const document = documentOf(name);
    const ids = [document];
    for (let at = document.indexOf('.'); at >= 0; at = document.indexOf('.', at + 1)) ids.push(document.slice(0, at));
    for (const id of ids) {
      const group = groups.get(id) ?? new Map<string, string>();
      groups.set(id, group.set(name, rev));
    }
  }
  return groups;
}

/**
 * Which line of the approvals speaks of which unit. Where a passage came or went, those after it go by other numbers
 * than when they were approved: a line that does not fit its own unit is taken by the one in its document that it fits.
 */
function withMoved(drafts: readonly DraftUnit[], approvals: Approvals) {
  const lines = new Map(approvals);
  const own = drafts.map((draft) => {
    const holds = draft.place === 'file' && approvals.has(draft.name) && fits(reviewed(draft, approvals));
    if (holds) lines.delete(draft.name);
    return { draft, settled: holds || draft.place === 'fence' };
  });
  const free = new Map<string, string[]>();
  for (const [name, rev] of lines) {
    const key = keyOf(name, rev);
    addTo(free, key, rev);
  }
  return own.map(({ draft, settled }) => {
    const rev = settled
      ? undefined
      : draft.sides.flatMap((side) => free.get(keyOf(draft.name, fingerprint(side.passage))) ?? [])[0];
    return { draft, line: rev === undefined ? approvals : new Map([[draft.name, rev]]) };
  });
}

function fits({ state }: Unit): boolean {
  return state === 'fresh' || state === 'touched';
}

/** The document and the whole of the source. */
function keyOf(name: string, rev: string): string {
  return `${documentOf(name)} ${rev.slice(0, 8)}`;
}

/** `overview` of `overview#fees.2`, `glossary.yaml` of `glossary.yaml#ibet`. */
function documentOf(name: string): string {
  return name.split('#')[0] ?? name;
}

const severities: Readonly<Record<NonNullable<Unit['change']>, Severity>> = {
  signs: 'info',
  unreadable: 'warning',
  words: 'warning',
  facts: 'error',
};

function findingOf(unit: Unit, required: boolean): readonly Diagnostic[] {
  const { change, language, sides, name, state } = unit;
  const [side, other] = [sides[language], sides[otherLanguage(language)]];
  if (!side) return [];
  const related = other && { path: other.path, ...(other.position && { position: other.position }) };
  const at = { path: side.path, position: side.position, ...(related && { related }) };
  if (change) {
    const details = { variant: `${change}-${language}`, unit: name };
    return [diagnose('translation-is-fresh', { ...at, severity: severities[change], details })];
  }
  if (state !== 'unreviewed' || !required) return [];
  return [diagnose('translation-is-approved', { ...at, details: { variant: language, unit: name } })];
}
