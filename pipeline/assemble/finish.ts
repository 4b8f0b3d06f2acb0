import { type ContentsEntry, type Diagnostic, type EditionDocument, kept, visit } from '../model/index.ts';
import type { Again, Linked, Text } from './again.ts';
import type { Assembly, Draft } from './assembly.ts';
import { contentsOf } from './contents.ts';
import { documentOf } from './documents.ts';
import { copyDraft } from './drafts.ts';
import { keyOf, labelsIn, labelTable } from './labels.ts';
import { resolveLinks } from './links.ts';
import { type DraftPlaces, joinPlaces, type Places, placesIn } from './places.ts';
import { showNumbers } from './sections.ts';

/** A document of the edition, but for what the whole publication decides. */
export interface Finished {
  readonly draft: Draft;
  readonly entry: ContentsEntry;
  readonly document: EditionDocument;
  readonly diagnostics: readonly Diagnostic[];
  /** It holds what the whole publication decides: contents, lists, an index. */
  readonly isOpen: boolean;
}

/**
 * Gives links their words and headings their numbers. A document is finished again when it has changed itself, or when a
 * place that it leads to is called something else (`labels.ts`).
 *
 * @param linked - In the order of `texts`.
 * @returns In that order; the glossary, where there is one, comes last.
 */
export function finishedOf(
  texts: readonly Text[],
  linked: readonly Linked[],
  { again, glossary }: { readonly again: Again; readonly glossary: Draft | undefined },
): readonly Finished[] {
  const { assembly, memory, base } = again;
  const drafts = [...linked.map(({ draft }) => draft), ...(glossary ? [glossary] : [])];
  const parts = [...texts.map((text) => text.memory), memory.part('glossary')];
  const found = drafts.map((draft, at) => {
    const own = parts[at] ?? memory;
    const places = own.recall('places', [draft], () => placesIn(draft));
    const labels = own.recall('labels', [places], (before?: ReturnType<typeof labelsIn>) =>
      kept(labelsIn(places), before),
    );
    return { places, labels, paths: own.recall('paths', [places], () => pathsIn(places)) };
  });
  const places = joinPlaces(found.map((each) => each.places));
  const inputs = [...found.map(({ paths }) => paths), ...found.map(({ labels }) => labels)];
  const table = memory.recall('labels', inputs, () =>
    labelTable(places, new Map(found.map(({ places: { draft }, labels }) => [draft.id, labels]))),
  );
  return drafts.map((draft, at) => {
    const own = parts[at] ?? memory;
    const from = { inputs: [draft, base], tables: { label: table } };
    const finished = own.recallReading('finished', from, (read) => {
      destinationsIn(draft, (key) => read('label', key));
      const made = finish(draft, places, assembly);
      return { ...made, entry: own.same('entry', made.entry) };
    });
    // What is near a name that does not exist may be anywhere.
    return finished.diagnostics.length > 0 ? finish(draft, places, assembly) : finished;
  });
}

/** The files that lead to a document, in words: equal while they are the same. */
function pathsIn({ draft, common, parts, own }: DraftPlaces): string {
  const led = [common, parts, own].map((each) => each.map(([path]) => path).join(' '));
  return [draft.id, ...led].join('\n');
}

/** Tells the key of every place that a document leads to. */
function destinationsIn({ tree, notes }: Draft, read: (key: string) => void): void {
  for (const root of [tree, ...notes]) {
    visit(root, (node) => {
      const destination = node.type === 'link' || node.type === 'reference' ? node.data?.destination : undefined;
      if (destination) read(keyOf(destination));
    });
  }
}

/** @param linked - Not changed. */
function finish(linked: Draft, places: Places, assembly: Assembly): Finished {
  const draft = copyDraft(linked);
  const alone = { ...assembly, diagnostics: [] };
  const other = (): never => {
    throw new Error('Links into the other edition are resolved all at once');
  };
  resolveLinks([draft], { assembly: alone, places, other, wordless: new Map() });
  showNumbers([draft]);
  const [entry] = contentsOf([draft]);
  if (!entry) throw new Error('Every document has an entry');
  let isOpen = false;
  visit(draft.tree, 'generated', () => {
    isOpen = true;
  });
  return { draft, entry, document: documentOf(draft, assembly), diagnostics: alone.diagnostics, isOpen };
}
