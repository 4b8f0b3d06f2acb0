export { passagesOf } from './collect.ts';
export type { Difference, Part, Passage } from './passage.ts';
export { blank, type Image, type Link, type Side } from './side.ts';
export { targetPages, targetsIn } from './targets.ts';
export { textsOf } from './texts.ts';
