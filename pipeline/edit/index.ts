/** Changes to sources by offsets: pure, text in and text out. Whoever calls writes. */
export { approvalsPath, approve } from './approve.ts';
export { applyEdits, lineEndOf, type TextEdit } from './edits.ts';
export type { FileChange } from './files.ts';
export { format } from './fmt.ts';
