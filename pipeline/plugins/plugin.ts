import type { Root } from 'mdast';
import type { Transformer } from 'unified';
import type { TermMatcher } from '../language/index.ts';
import {
  type Diagnostic,
  diagnose,
  type Finding,
  type LanguageMap,
  type LanguageTag,
  type RuleId,
  type TypographyOptions,
} from '../model/index.ts';

/** What the plugins need to know besides the document; made once for all documents. */
export interface TransformContext {
  readonly tags: LanguageMap<LanguageTag>;
  readonly typography?: LanguageMap<TypographyOptions> | undefined;
  readonly matchers: LanguageMap<TermMatcher>;
  /** Ids of all concepts. */
  readonly concepts: ReadonlySet<string>;
  /** What a document may depend on in the glossary: concepts by the words that begin them, by their ids, all ids under `*`. */
  readonly glossary: ReadonlyMap<string, unknown>;
  /** Told what a document reads there. */
  readonly reads: (key: string) => void;
}

/** unified's file; `path` is the document's, and `data` holds what a `DocumentData` names. */
export type DocumentFile = Parameters<Transformer<Root>>[1];

export interface DocumentData extends Record<string, unknown> {
  /** `SourceDocument.id`. */
  readonly document: string;
  readonly diagnostics: Diagnostic[];
}

/** A unified plugin: it changes the tree that it is given, and has that tree alone. */
export type Plugin = (context: TransformContext) => (tree: Root, file: DocumentFile) => undefined;

/** Speaks about the document that a plugin is at work on. */
export function report(file: DocumentFile, rule: RuleId, finding: Omit<Finding, 'path'>): void {
  const { diagnostics } = file.data as DocumentData;
  diagnostics.push(diagnose(rule, { ...finding, path: file.path }));
}
