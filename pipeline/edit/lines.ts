import { type ApprovalLine, approvalLines } from '../align/index.ts';
import { type Approvals, addTo } from '../model/index.ts';
import { applyEdits, lineEndOf, type TextEdit } from './edits.ts';

/**
 * `source/approvals.yaml` with these approvals in it. A unit that has a line keeps it, with its comment, and the
 * fingerprint in it is replaced; a new line is put where the order of names wants it. All else stays as it is.
 *
 * @param text - Empty where there is no file yet.
 */
export function editApprovals(text: string, approvals: Approvals): string {
  const lines = approvalLines(text);
  const entries = lines.filter(({ kind }) => kind === 'entry');
  const ending = lineEndOf(text);
  const edits: TextEdit[] = [];
  const fresh = new Map<number, string[]>();
  for (const [unit, rev] of [...approvals].sort(([a], [b]) => order(a, b))) {
    const line = entries.findLast((entry) => entry.unit === unit);
    if (line?.revStart !== undefined && line.revEnd !== undefined) {
      if (line.rev !== rev) edits.push({ start: line.revStart, end: line.revEnd, text: rev });
      continue;
    }
    const at = placeOf(unit, entries, text);
    addTo(fresh, at, `${unit}: ${rev}`);
  }
  for (const [at, added] of fresh) {
    const open = at === text.length && text !== '' && !/[\r\n]$/.test(text);
    edits.push({ start: at, end: at, text: (open ? ending : '') + added.map((line) => line + ending).join('') });
  }
  return applyEdits(text, edits);
}

/** Behind the last line whose name comes before; else before the first one, under the comments that begin the file. */
function placeOf(unit: string, entries: readonly ApprovalLine[], text: string): number {
  const before = entries.findLast((entry) => order(entry.unit ?? '', unit) < 0);
  if (!before) return entries[0]?.start ?? text.length;
  const ending = /^(?:\r\n|\n|\r)/.exec(text.slice(before.end))?.[0] ?? '';
  return before.end + ending.length;
}

/** By code units, the numbers of one block's parts by their value: `fees.2` before `fees.10`. */
function order(a: string, b: string): number {
  const [one, other] = [numbered(a), numbered(b)];
  if (one.base === other.base) return one.number - other.number;
  return one.base < other.base ? -1 : 1;
}

function numbered(name: string): { base: string; number: number } {
  const [, base = name, digits = '0'] = /^(.*)\.(\d+)$/.exec(name) ?? [];
  return { base, number: Number(digits) };
}
