export { type ApprovalLine, approvalLines } from './approvals.ts';
export { alignBlocks } from './blocks.ts';
export { cutPairs, cutPhrasingPairs } from './cut.ts';
export { alignFiles, type FileDoubt, type FilePair, type SideFile } from './files.ts';
export { nameParts } from './naming.ts';
export { copyTree, isForeign, ownLanguage, type Place, placeOf, textIn, walk } from './walk.ts';
