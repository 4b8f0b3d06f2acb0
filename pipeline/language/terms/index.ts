export { type TermMatch, type TermMatcher, termMatcher } from './matcher.ts';
export { pluralOf } from './plural.ts';
