export { type TermMatch, type TermMatcher, termMatcher } from './matcher.ts';
