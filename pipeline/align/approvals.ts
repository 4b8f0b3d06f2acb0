/** One line of `source/approvals.yaml`. */
export interface ApprovalLine {
  /** Offsets into the file; the line's end is not in it. */
  readonly start: number;
  readonly end: number;
  /** `entry`: a unit and its fingerprint. `blank`: nothing, or a comment. `other`: what has no business here. */
  readonly kind: 'entry' | 'blank' | 'other';
  readonly unit?: string;
  readonly rev?: string;
  /** Offsets of the fingerprint. */
  readonly revStart?: number;
  readonly revEnd?: number;
}

const entry =
  /^(?:"([^"\\]+)"|'([^']+)'|([^\s"'#:{}[\],&*!|>%@`-](?:[^\s:]|:(?=\S))*)):[ \t]+(["']?)([^\s"'#]+)\4[ \t]*(?:[ \t]#.*)?$/;

/**
 * The lines of `source/approvals.yaml`. The file is YAML of the simplest form, one `unit: rev` a line, so that it can
 * be changed line by line.
 */
export function approvalLines(text: string): readonly ApprovalLine[] {
  const lines: ApprovalLine[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const [, line = '', ending = ''] = match;
    if (line === '' && ending === '') continue;
    const [start, end] = [match.index, match.index + line.length];
    const [, double, single, bare, , rev] = entry.exec(line) ?? [];
    const unit = double ?? single ?? bare;
    if (unit !== undefined && rev !== undefined) {
      const revStart = start + line.indexOf(rev, line.indexOf(unit) + unit.length);
      lines.push({ start, end, kind: 'entry', unit, rev, revStart, revEnd: revStart + rev.length });
    } else lines.push({ start, end, kind: /^\s*(?:#.*)?$|^---$/.test(line) ? 'blank' : 'other' });
  }
  return lines;
}
