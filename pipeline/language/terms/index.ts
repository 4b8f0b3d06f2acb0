export { type TermMatch, type TermMatcher, termMatcher } from './matcher.ts';
export { namesOf, readingMatcher, readingTokens, type Tokens, termOpenings } from './openings.ts';
export { pluralOf } from './plural.ts';
