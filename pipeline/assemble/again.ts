import type { Figure, Term } from 'mdast';
import { namesOf } from '../language/index.ts';
import {
  addTo,
  type Concept,
  type Diagnostic,
  type Edition,
  kept,
  type Language,
  type LanguageMap,
  type Memory,
  type Publication,
  type SourceDocument,
  type Staged,
  type Strings,
  visit,
} from '../model/index.ts';
import { acronymsIn, type Expansion, expandedUses, expansionOf, factsOf } from './acronyms.ts';
import { type Assembly, beginAssembly, type Draft } from './assembly.ts';
import { type IndexMark, takeIndexMarks } from './bookIndex.ts';
import { checkDocumentIds, documentOf } from './documents.ts';
import { candidatesIn, copyDraft, draftOf } from './drafts.ts';
import { finishedOf } from './finish.ts';
import { placeGenerated } from './generated.ts';
import { glossaryOf, sayUses } from './glossary.ts';
import { metadataOf } from './metadata.ts';
import { figuresIn, noFigures } from './numbers.ts';
import { sectionsIn } from './sections.ts';
import { linkTermsIn, type Use } from './terms.ts';
import { hasWordlessTitle } from './titles.ts';
import { distinctNames } from './unfinished.ts';
import { assembleWhole } from './whole.ts';
import { wordsAlone } from './words.ts';

export interface Again {
  readonly assembly: Assembly;
  readonly memory: Memory;
  /** Another object when settings, templates or the kind of the build are others. */
  readonly base: object;
  /** By id, with what names them: not what they mean. */
  readonly names: readonly Concept[];
  readonly concepts: ReadonlyMap<string, Concept>;
}

/** A document on its way, with what its steps found. */
export interface Text {
  readonly draft: Draft;
  readonly source: SourceDocument;
  readonly diagnostics: readonly Diagnostic[];
  readonly memory: Memory;
}

/** With its terms linked and its marks taken: what other documents see of it. */
export interface Linked {
  readonly draft: Draft;
  readonly uses: readonly Use[];
  readonly marks: readonly IndexMark[];
}

/**
 * As `assembleWhole`, from what the build before made: each document by itself, from its own tree and from what it reads
 * of the others. Where titles take their words from one another, where links lead into the other language's edition, and
 * where sections say from where they are referred to, all is assembled at once.
 */
export function assembleAgain(
  publication: Publication,
  id: Language,
  { strings, memory }: { readonly strings: LanguageMap<Strings>; readonly memory: Memory },
): Staged<Edition> {
  const again = begun(publication, id, { strings, memory });
  const texts = textsOf(publication, again);
  if (texts.some(({ draft, memory: own }) => own.recall('entangled', [draft], () => isEntangled(draft))))
    return settled(assembleWhole(publication, id, strings), memory);
  if ((publication.settings.references?.backlinks ?? 'none') !== 'none')
    return settled(assembleWhole(publication, id, strings), memory);

  const { assembly } = again;
  for (const { diagnostics } of texts) assembly.diagnostics.push(...diagnostics);
  const linked = linkedOf(texts, again);
  const glossary = glossaryAgain(publication.documents, linked, again);
  checkDocumentIds(glossary !== undefined, assembly);
  const finished = finishedOf(texts, linked, { again, glossary });
  const contents = memory.recall(
    'contents',
    finished.map(({ entry }) => entry),
    () => finished.map(({ entry }) => entry),
  );
  const drafts = finished.map(({ draft }) => draft);
  const all = finished.map((each) => {
    assembly.diagnostics.push(...each.diagnostics);
    return each;
  });
  const documents = all.map(({ draft, document, isOpen }) => {
    if (!isOpen) return document;
    const [marks, uses] = [linked.flatMap((each) => each.marks), linked.flatMap((each) => each.uses)];
    const copy = copyDraft(draft);
    placeGenerated({ drafts, into: [copy], contents, marks, uses }, assembly);
    return again.memory.part(document.path ?? document.id).same('generated', documentOf(copy, assembly));
  });
  const { base } = again;
  const metadata = memory.recall('metadata', [base, publication.assets], () => metadataOf(assembly));
  return {
    value: memory.recall('edition', [metadata, contents, ...documents], () => ({ ...metadata, documents, contents })),
    diagnostics: assembly.diagnostics,
  };
}

function begun(
  publication: Publication,
  id: Language,
  { strings, memory }: { readonly strings: LanguageMap<Strings>; readonly memory: Memory },
): Again {
  const { settings, concepts, draft, assets } = publication;
  const base = memory.recall('base', [settings, strings.en, strings.fr, draft, draft && assets], () => ({}));
  const names = memory.recall('names', [concepts], () => memory.same('names', concepts.map(namesOf)));
  const byId = memory.recall('concepts', [names], (before?: ReadonlyMap<string, Concept>) =>
    kept(new Map(names.map((concept) => [concept.id, concept])), before),
  );
  return { assembly: beginAssembly(publication, id, strings), memory, base, names, concepts: byId };
}

function settled({ value, diagnostics }: Staged<Edition>, memory: Memory): Staged<Edition> {
  const { documents, contents, ...metadata } = value;
  const kept = documents.map((each) => memory.part(each.path ?? each.id).same('document', each));
  const edition = {
    ...memory.same('metadata', metadata),
    documents: kept,
    contents: memory.same('contents', contents),
  };
  return { value: edition, diagnostics };
}

/** Its names depend on other titles, or on the other language's edition. */
function isEntangled(draft: Draft): boolean {
  let found = hasWordlessTitle(draft);
  for (const root of [draft.tree, ...draft.notes]) {
    visit(root, 'reference', ({ edition }) => {
      found ||= edition !== undefined;
    });
  }
  return found;
}

/** Each document by itself: one side of every pair, numbers, notes. */
function textsOf(publication: Publication, { assembly, memory, base }: Again): readonly Text[] {
  const { documents, settings, draft } = publication;
  const sources = draft ? distinctNames(documents) : documents;
  const isNumbered = settings.numbering?.sections ?? false;
  let counts = noFigures;
  return documents.map((document, at) => {
    const own = memory.part(document.path);
    const { id, slug } = sources[at] ?? document;
    const source = own.recall('named', [document, id, slug.en, slug.fr], () => sources[at] ?? document);
    const { figure, table, math } = counts;
    const figures = own.recall('figures', [document, figure, table, math], () => figuresIn(document, { ...counts }));
    counts = figures.after;
    const number = isNumbered ? (documents.length === 1 ? 0 : at + 1) : undefined;
    const sections = own.recall('sections', [document, number], () =>
      number === undefined ? new Map() : sectionsIn(document, number || undefined),
    );
    const made = own.recall('text', [source, figures, sections, base], () => {
      const alone = { ...assembly, diagnostics: [] };
      const numbers = { figures: figures.numbers as ReadonlyMap<Figure, number>, sections };
      return { draft: draftOf(source, alone, numbers), diagnostics: alone.diagnostics };
    });
    return { ...made, source, memory: own };
  });
}

function linkedOf(texts: readonly Text[], again: Again): readonly Linked[] {
  const { assembly, memory, base, names, concepts } = again;
  const { language } = assembly;
  const acronyms = texts.map(({ draft, memory: own }) => own.recall('acronyms', [draft], () => acronymsIn(draft)));
  const facts = texts.map(({ memory: own }, at) =>
    own.recall('facts', [acronyms[at], names], () =>
      own.same(
        'facts',
        (acronyms[at] ?? []).map((use) => factsOf(use, concepts.get(use.term.concept), language)),
      ),
    ),
  );
  const chosen = memory.recall('expanded', [base, names, ...facts], () => {
    const alone = { ...assembly, publication: { ...assembly.publication, concepts: names }, diagnostics: [] };
    const uses = texts.flatMap((_, at) => (acronyms[at] ?? []).map((use) => ({ ...use, at })));
    const expanded = new Map<number, { readonly order: number; readonly concept: Concept }[]>();
    for (const { use, concept } of expandedUses(uses, alone))
      addTo(expanded, (use as (typeof uses)[number]).at, { order: use.order, concept });
    return { expanded, diagnostics: alone.diagnostics };
  });
  assembly.diagnostics.push(...chosen.diagnostics);
  return texts.map(({ draft, memory: own }, at) => {
    const made = (chosen.expanded.get(at) ?? []).flatMap(({ order, concept }) => {
      const use = acronyms[at]?.find((each) => each.order === order);
      return use ? [[order, expansionOf(use, concept, language)] as const] : [];
    });
    const expansions = own.same('expansions', new Map(made));
    const from = { inputs: [draft, expansions, base], tables: { concept: concepts } };
    const linked = own.recallReading('linked', from, (read): Linked => {
      const copy = copyDraft(draft);
      const known = {
        assembly,
        concepts: {
          get: (id: string) => {
            read('concept', id);
            return concepts.get(id);
          },
        },
      };
      const uses = linkTermsIn(copy, byTerm(copy, expansions), known);
      return { draft: copy, uses, marks: takeIndexMarks([copy], assembly) };
    });
    const places = own.recall('shown', [linked], (before?: Shown) => shownOf(linked, before));
    return { draft: linked.draft, uses: places.uses, marks: places.marks };
  });
}

function byTerm(draft: Draft, expansions: ReadonlyMap<number, Expansion>): ReadonlyMap<Term, Expansion> {
  if (expansions.size === 0) return new Map();
  const terms = new Map<Term, Expansion>();
  for (const [order, term] of candidatesIn(draft).entries()) {
    const expansion = expansions.get(order);
    if (expansion) terms.set(term, expansion);
  }
  return terms;
}

/** What the glossary and an index say of a document. */
interface Shown {
  readonly said: string;
  readonly uses: readonly Use[];
  readonly marks: readonly IndexMark[];
}

/** The former ones where they say the same. */
function shownOf({ draft, uses, marks }: Linked, before: Shown | undefined): Shown {
  const title = wordsAlone(draft.tree.children[0]);
  const sections = [...new Set([...uses, ...marks].map(({ section }) => section))];
  const place = ({ id, section }: Use | IndexMark): object => [id, sections.indexOf(section)];
  const said = JSON.stringify([
    draft.id,
    title,
    sections.map(wordsAlone),
    uses.map((use) => [use.concept, place(use)]),
    marks.map((mark) => [mark.entry, place(mark)]),
  ]);
  return before?.said === said ? before : { said, uses, marks };
}

function glossaryAgain(
  documents: readonly SourceDocument[],
  linked: readonly Linked[],
  again: Again,
): Draft | undefined {
  const { assembly, memory, base } = again;
  const { concepts } = assembly.publication;
  const each = documents.map((document) => {
    const own = memory.part(document.path);
    return own.recall('used', [document], () => own.same('used', usedIn(document)));
  });
  const used = memory.recall('used', each, () => memory.same('used', [...new Set(each.flat())].sort()));
  const plain = memory.recall('glossary', [concepts, base, used], () => glossaryOf(assembly, new Set(used)));
  const uses = linked.map((one) => one.uses);
  return memory.recall('said', [plain, ...uses], () => {
    if (!plain) return undefined;
    const copy = copyDraft(plain);
    sayUses(copy, uses.flat(), assembly);
    return copy;
  });
}

function usedIn({ tree }: SourceDocument): readonly string[] {
  const used = new Set<string>();
  visit(tree, 'term', (term) => void used.add(term.concept));
  return [...used];
}
