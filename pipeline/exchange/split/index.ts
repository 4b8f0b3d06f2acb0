export { readSplitMap } from './map.ts';
export { type JoinProblem, merged } from './merge.ts';
export { splitDocuments } from './split.ts';
