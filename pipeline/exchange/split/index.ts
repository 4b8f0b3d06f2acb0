export { readSplitMap, restored, splitDocuments } from './split.ts';
