import { approvalLines } from '../align/index.ts';
import type { Approvals, Staged } from '../model/index.ts';
import { pointsIn, report, type Source } from './source.ts';

/** `source/approvals.yaml` → fingerprints by unit. Of two lines for one unit the last counts, and both are told. */
export function readApprovals(text: string, path: string): Staged<Approvals> {
  const source: Source = { path, text, diagnostics: [] };
  const pointAt = pointsIn(text);
  const approvals = new Map<string, string>();
  for (const { kind, unit, rev, start, end } of approvalLines(text)) {
    const position = { start: pointAt(start), end: pointAt(end) };
    if (kind === 'other') report(source, 'config-is-valid', { position, details: { variant: 'approval' } });
    if (unit === undefined || rev === undefined) continue;
    if (approvals.has(unit)) {
      report(source, 'config-is-valid', { position, details: { variant: 'approval-twice', unit } });
    }
    approvals.set(unit, rev);
  }
  return { value: approvals, diagnostics: source.diagnostics };
}
