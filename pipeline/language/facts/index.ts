export { compareFacts } from './compare.ts';
export type { Fact } from './fact.ts';
export { factsIn } from './find.ts';
