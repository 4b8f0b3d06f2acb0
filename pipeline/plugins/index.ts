import type { TermMatcher } from '../language/index.ts';
import type { Concept, LanguageMap, LanguageTag, Settings, SourceDocument, Staged } from '../model/index.ts';

/** What the plugins need to know besides the document; made once for all documents. */
export interface TransformContext {
  readonly tags: LanguageMap<LanguageTag>;
  readonly matchers: LanguageMap<TermMatcher>;
  /** Ids of all concepts. */
  readonly concepts: ReadonlySet<string>;
}

export function transformContext(_settings: Settings, _concepts: readonly Concept[]): TransformContext {
  throw new Error('not yet');
}

/** Ids, internal links, term candidates and typography of one document. */
export function transformDocument(_document: SourceDocument, _context: TransformContext): Staged<SourceDocument> {
  throw new Error('not yet');
}
