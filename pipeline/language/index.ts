/** What we know of French and English: pure functions on strings. */
export { collator } from './collation.ts';
export { compareFacts, type Fact, factsIn, mayStateMonth } from './facts/index.ts';
export { changeSince, fingerprint, type Passage } from './fingerprint/index.ts';
export { formatDate, formatSize, formatValue, type NeutralValue } from './formats/index.ts';
export { hyphenator } from './hyphenation/index.ts';
export { type Identification, identifyLanguage } from './identification/index.ts';
export { joinList } from './lists.ts';
export { mostAlike, nearest } from './nearest.ts';
export { searchAnalyser, searchAnalyserSource } from './search/index.ts';
export { beginsSentence, capitalised } from './sentences.ts';
export { slugOf } from './slug.ts';
export {
  namesOf,
  pluralOf,
  readingMatcher,
  readingTokens,
  type TermMatch,
  type TermMatcher,
  type Tokens,
  termMatcher,
  termOpenings,
} from './terms/index.ts';
export {
  type HouseOptions,
  houseOptions,
  ordinals,
  profiles,
  type Run,
  typeset,
  typesetRuns,
} from './typography/index.ts';
