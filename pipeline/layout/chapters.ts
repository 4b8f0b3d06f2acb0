import type { Diagnostic } from '../model/index.ts';
import { type Kept, type Labels, type Maker, type Pages, type Settled, settle } from './settle.ts';
import { type Draft, reopen } from './structure.ts';

/** A chapter that is set, and what that had to say. */
export interface Chapter<Plan> {
  readonly plan: Plan;
  readonly sect: Draft;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Chapters of builds before, by the document that they were set from; for one edition, and for as long as what all its
 * chapters are set with is the same. Their boxes are large: only watch mode keeps them.
 */
export type Chapters = WeakMap<object, Kept<Chapter<unknown>>>;

/** Sets every document, or takes the chapter that was made of it before. */
export function settleChapters<Plan, Document extends object>(
  documents: readonly Document[],
  make: (document: Document, pages: Pages) => Chapter<Plan>,
  { labelsIn, chapters }: { labelsIn: (plans: readonly Plan[]) => Labels; chapters?: Chapters | undefined },
): Settled<Chapter<Plan>> {
  const makers = documents.map((document): Maker<Chapter<Plan>> => {
    const kept = chapters && keptOf<Plan>(document, chapters);
    return { make: (pages) => make(document, pages), ...(kept && { kept }) };
  });
  const settled = settle(makers, (parts) => labelsIn(parts.map(({ plan }) => plan)));
  if (chapters) for (const { sect } of settled.parts) reopen(sect);
  return settled;
}

function keptOf<Plan>(document: object, chapters: Chapters): Kept<Chapter<Plan>> {
  const kept = chapters.get(document) ?? [];
  chapters.set(document, kept);
  return kept as Kept<Chapter<Plan>>;
}
