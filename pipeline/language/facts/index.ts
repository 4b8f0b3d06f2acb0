export { compareFacts } from './compare.ts';
export { mayStateMonth } from './dates.ts';
export type { Fact } from './fact.ts';
export { factsIn } from './find.ts';
