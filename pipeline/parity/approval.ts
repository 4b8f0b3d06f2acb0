import { changeSince, fingerprint } from '../language/index.ts';
import {
  type Approval,
  type Approvals,
  type Change,
  otherLanguage,
  type Unit,
  type UnitState,
} from '../model/index.ts';
import type { DraftUnit, Side } from './unit.ts';

const severity: readonly (Change | undefined)[] = [undefined, 'signs', 'unreadable', 'words', 'facts'];

/** How a unit stands: what it carries as approval, against what its other side says now. */
export function reviewed(draft: DraftUnit, approvals: Approvals): Unit {
  const [first, second] = draft.sides;
  if (!first || !second) return { ...described(draft), state: 'missing', language: missingIn(draft), approvals: [] };
  return draft.place === 'fence' ? byFences(draft, [first, second]) : byLine(draft, [first, second], approvals);
}

/** A fence's `rev` stands for the other side; the side that carries one is the translation. */
function byFences(draft: DraftUnit, [first, second]: readonly [Side, Side]): Unit {
  const carriers = [first, second].filter(({ rev }) => rev !== undefined);
  const held = (carriers.length > 0 ? carriers : [second]).map((side) => {
    const other = side === first ? second : first;
    const change = side.rev === undefined ? undefined : changeSince(side.rev, other.passage);
    return { approval: approvalOf(side, other), change };
  });
  const worst = held.toSorted((a, b) => severity.indexOf(b.change) - severity.indexOf(a.change))[0];
  return {
    ...described(draft),
    ...stateOf(carriers.length > 0, worst?.change),
    language: worst?.approval.language ?? second.passage.language,
    approvals: held.map(({ approval }) => approval),
  };
}

/**
 * A line stands for the side that was written first when it was approved. Where the sides have changed places since,
 * it stands for the one that is second now.
 */
function byLine(draft: DraftUnit, [first, second]: readonly [Side, Side], approvals: Approvals): Unit {
  const rev = approvals.get(draft.name);
  const swapped = rev !== undefined && changeSince(rev, first.passage) && !changeSince(rev, second.passage);
  const [source, translation] = swapped ? [second, first] : [first, second];
  const change = rev === undefined ? undefined : changeSince(rev, source.passage);
  return {
    ...described(draft),
    ...stateOf(rev !== undefined, change),
    language: translation.passage.language,
    approvals: [approvalOf({ ...translation, ...(rev !== undefined && { rev }) }, source)],
  };
}

function approvalOf({ passage, rev }: Side, other: Side): Approval {
  return { language: passage.language, ...(rev !== undefined && { rev }), now: () => fingerprint(other.passage) };
}

function stateOf(approved: boolean, change: Change | undefined): { state: UnitState; change?: Change } {
  if (!approved) return { state: 'unreviewed' };
  if (!change) return { state: 'fresh' };
  return { state: change === 'signs' ? 'touched' : 'stale', change };
}

function described({ name, document, sides, place }: DraftUnit): Pick<Unit, 'name' | 'document' | 'sides' | 'place'> {
  const bySide = sides.map(({ passage, rev: _, ...side }) => [passage.language, side]);
  return { name, ...(document !== undefined && { document }), sides: Object.fromEntries(bySide), place };
}

function missingIn({ sides }: DraftUnit): Unit['language'] {
  return sides[0] ? otherLanguage(sides[0].passage.language) : 'fr';
}
