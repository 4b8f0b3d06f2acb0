import { unified } from 'unified';
import { copyTree } from '../align/index.ts';
import { readingMatcher, readingTokens, termMatcher, termOpenings } from '../language/index.ts';
import {
  type Before,
  type Concept,
  kept,
  type Language,
  languages,
  type Memory,
  noMemory,
  noStore,
  type Read,
  type Settings,
  type SourceDocument,
  type Staged,
} from '../model/index.ts';
import { crossLinks } from './crossLinks.ts';
import { glossary } from './glossary.ts';
import { headingDepths } from './headingDepths.ts';
import { ids } from './ids.ts';
import type { DocumentData, Plugin, TransformContext } from './plugin.ts';
import { typography } from './typography.ts';

export { runOwnPlugins } from './own.ts';
export type { TransformContext } from './plugin.ts';

/** In the order in which they run. */
const builtIn: readonly Plugin[] = [
  headingDepths, // reads only; anywhere
  ids, // before crossLinks: they are what links lead to
  crossLinks, // resolves reference definitions too, so that glossary sees every link as a link
  glossary, // after crossLinks: a term inside a link is left alone; marks every candidate, assemble chooses
  typography, // last: ids and terms are matched on what the author typed
];

/** What all documents share: made once, not for each of them. */
export function transformContext(
  { tags, typography }: Settings,
  concepts: readonly Concept[],
  memory: Memory = noMemory,
): TransformContext {
  return memory.recall('context', [tags, typography, concepts], (before?: TransformContext) => ({
    tags,
    typography,
    matchers: { en: termMatcher(concepts, 'en'), fr: termMatcher(concepts, 'fr') },
    concepts: new Set(concepts.map((concept) => concept.id)),
    glossary: kept(glossaryTable(concepts), before?.glossary),
    reads: () => {},
  }));
}

function glossaryTable(concepts: readonly Concept[]): ReadonlyMap<string, unknown> {
  const openings = languages.flatMap((language) =>
    [...termOpenings(concepts, language)].map(([word, opened]) => [`${language} ${word}`, opened] as const),
  );
  const ids = concepts.map(({ id }) => [`id ${id}`, true] as const);
  return new Map<string, unknown>([...openings, ...ids, ['*', concepts.map(({ id }) => id)]]);
}

/** Ids, internal links, term candidates and typography of one document, in a tree of its own. */
export function transformDocument(
  document: SourceDocument,
  context: TransformContext,
  { memory = noMemory, store = noStore }: Before = {},
): Staged<SourceDocument> {
  const { tags, typography, glossary: table, matchers } = context;
  const from = { inputs: [document, tags, typography], tables: { glossary: table } };
  const transform = (read: Read): Staged<SourceDocument> => {
    const reads = (key: string): void => read('glossary', key);
    const inLanguage = (language: Language) =>
      readingMatcher(
        matchers[language],
        readingTokens(language, (word) => reads(`${language} ${word}`)),
      );
    return transformed(document, { ...context, reads, matchers: { en: inLanguage('en'), fr: inLanguage('fr') } });
  };
  const own = memory.part(document.path);
  return own.recallReading('transformed', from, (read) => store.recallReading('transformed', from, read, transform));
}

function transformed(document: SourceDocument, context: TransformContext): Staged<SourceDocument> {
  const data: DocumentData = { document: document.id, diagnostics: [] };
  const processor = unified();
  for (const plugin of builtIn) processor.use(plugin, context);
  const tree = copyTree(document.tree);
  processor.runSync(tree, { path: document.path, data });
  return { value: { ...document, tree }, diagnostics: data.diagnostics };
}
