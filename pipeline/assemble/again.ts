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
import { conceptsIn, glossaryOf, sayUses } from './glossary.ts';
import { metadataOf } from './metadata.ts';
import { figuresIn, noFigures } from './numbers.ts';
import { sectionsIn } from './sections.ts';
import { linkTermsIn, type Use } from './terms.ts';
import { hasWordlessTitle } from './titles.ts';
import { distinctNames } from './unfinished.ts';
import { assembleWhole } from './whole.ts';
import { wordsAlone } from './words.ts';

/** What every step of an assembly from the former one knows. */
export interface Again {
  readonly assembly: Assembly;
  readonly memory: Memory;
  /** Says nothing itself; another object when settings, strings or whether it is a draft are others. */
  readonly base: object;
  /** With what names them: not what they mean. */
  readonly names: readonly Concept[];
  /** The same by id. */
  readonly concepts: ReadonlyMap<string, Concept>;
}

/** A document by itself: what needs no other one is done. */
export interface Text {
  /** Never changed: the steps after it change copies. */
  readonly draft: Draft;
  readonly source: SourceDocument;
  readonly diagnostics: readonly Diagnostic[];
  /** The document's own. */
  readonly memory: Memory;
}

/** A document with its terms linked and the marks of indexes taken out: what other documents see of it. */
export interface Linked {
  readonly draft: Draft;
  /** Uses and marks are those of the build before where the glossary and an index would say the same of them. */
  readonly uses: readonly Use[];
  readonly marks: readonly IndexMark[];
}

/**
 * As `assembleWhole`, from what the build before made: each document by itself, from its own tree and from what it reads
 * of the others. Each document is taken through the same steps, and each step is done again only when what it reads has
 * changed: `Text` (by itself) → `Linked` (reads the glossary's names, and which acronyms are expanded where) → `Finished`
 * (reads what its links lead to) → with contents, lists and indexes (of all documents, made each time).
 *
 * Where titles take their words from one another, where links lead into the other language's edition, and where sections say
 * from where they are referred to, a document reads more than these steps tell of: all is assembled at once by `assembleWhole`.
 * That both give the same is held by `tests/build/incremental.test.ts`.
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

  const { assembly, base } = again;
  for (const { diagnostics } of texts) assembly.diagnostics.push(...diagnostics);
  const linked = linkedOf(texts, again);
  const glossary = glossaryAgain(publication.documents, linked, again);
  checkDocumentIds(glossary !== undefined, assembly);
  const finished = finishedOf(texts, linked, { again, glossary });
  for (const { diagnostics } of finished) assembly.diagnostics.push(...diagnostics); // before those of what is generated
  const entries = finished.map(({ entry }) => entry);
  const contents = memory.recall('contents', entries, () => entries);
  const documents = finished.map(({ draft, document, isOpen }) => {
    if (!isOpen) return document;
    const [marks, uses] = [linked.flatMap((each) => each.marks), linked.flatMap((each) => each.uses)];
    const copy = copyDraft(draft);
    const drafts = finished.map((each) => each.draft);
    placeGenerated({ drafts, into: [copy], contents, marks, uses }, assembly);
    return memory.part(document.path ?? document.id).same('generated', documentOf(copy, assembly));
  });
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

/** What was assembled at once, with the objects of the build before wherever they say the same. */
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

/** Its title takes its words from another, or a link leads into the other language's edition. */
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
    const before = counts;
    const { figure, table, math } = before;
    const figures = own.recall('figures', [document, figure, table, math], () => figuresIn(document, before));
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

/**
 * Which use of an acronym is expanded depends on all documents, but on a few facts of each; the words that a document then
 * gets are its own affair.
 *
 * @returns In the order of `texts`.
 */
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

/** Expansions by their terms in this copy of the document; they are known by the terms' order in it. */
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

/** Undefined where there is none. Its entries are made again for other concepts, what they say of uses for other uses. */
function glossaryAgain(
  documents: readonly SourceDocument[],
  linked: readonly Linked[],
  again: Again,
): Draft | undefined {
  const { assembly, memory, base } = again;
  const { concepts } = assembly.publication;
  const each = documents.map((document) => {
    const own = memory.part(document.path);
    return own.recall('used', [document], () => own.same('used', [...conceptsIn([document])]));
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
