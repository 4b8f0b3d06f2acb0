import type { SourceDocument, SourceFile, Unit } from '../model/index.ts';
import { applyEdits } from './edits.ts';
import { editRev } from './fence.ts';
import type { FileChange } from './files.ts';
import { editApprovals } from './lines.ts';

export interface ApproveOptions {
  readonly documents: readonly Pick<SourceDocument, 'path' | 'text' | 'files'>[];
  /** Of `source/approvals.yaml`; undefined when there is none. */
  readonly approvals: string | undefined;
}

export const approvalsPath = 'source/approvals.yaml';

/**
 * The changes that approve these units: on each one's fence its `rev` alone, or its line of `source/approvals.yaml`.
 * Files in which nothing is to be changed are left out.
 */
export function approve(units: readonly Unit[], { documents, approvals }: ApproveOptions): readonly FileChange[] {
  const changes = filesOf(documents).map(({ path, text }): FileChange => {
    const edits = units.flatMap((unit) => fenceEdits(unit, path, text));
    const once = new Map(edits.map((edit) => [edit.start, edit])); // a part may be in several documents
    return { path, before: text, after: applyEdits(text, [...once.values()]) };
  });
  const lines = units
    .filter(({ place }) => place === 'file')
    .flatMap(({ name, approvals }) => approvals.map(({ now }) => [name, now()] as const));
  const listed = lines.length > 0 ? editApprovals(approvals ?? '', new Map(lines)) : approvals;
  if (listed !== undefined) changes.push({ path: approvalsPath, before: approvals, after: listed });
  return changes.filter(({ before, after }) => before !== after);
}

/** Each file once, however many documents were read from it. */
function filesOf(documents: ApproveOptions['documents']): readonly SourceFile[] {
  const files = documents.flatMap((document) => [document, ...(document.files ?? [])]);
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function fenceEdits(unit: Unit, path: string, text: string) {
  if (unit.place !== 'fence') return [];
  return unit.approvals.flatMap(({ language, now }) => {
    const side = unit.sides[language];
    if (side?.fence === undefined || side.path !== path) return [];
    const edit = editRev(text, side.fence, now());
    return edit ? [edit] : [];
  });
}
