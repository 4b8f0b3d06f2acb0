import { addTo, type Diagnostic, type Severity } from '../model/index.ts';

/** The findings of one file, worst first. */
export interface FileFindings {
  readonly path: string;
  readonly findings: readonly Diagnostic[];
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Groups by file: the file with the worst finding first, then by path; in a file the worst first, then by place. */
export function byWorst(diagnostics: readonly Diagnostic[]): readonly FileFindings[] {
  const files = new Map<string, Diagnostic[]>();
  for (const found of diagnostics) addTo(files, found.path, found);
  return [...files]
    .map(([path, findings]) => ({ path, findings: findings.sort(compare) }))
    .sort((a, b) => worst(a.findings) - worst(b.findings) || order(a.path, b.path));
}

/** How many there are of each severity. */
export function tally(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity): number => diagnostics.filter((found) => found.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

/** The worst first. */
export function bySeverity(a: Diagnostic, b: Diagnostic): number {
  return rank[a.severity] - rank[b.severity];
}

function compare(a: Diagnostic, b: Diagnostic): number {
  const [at, bt] = [a.position?.start, b.position?.start];
  return (
    bySeverity(a, b) ||
    (at?.line ?? 0) - (bt?.line ?? 0) ||
    (at?.column ?? 0) - (bt?.column ?? 0) ||
    order(a.rule, b.rule)
  );
}

function worst(findings: readonly Diagnostic[]): number {
  return Math.min(...findings.map(({ severity }) => rank[severity]));
}

/** In code-unit order: the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
