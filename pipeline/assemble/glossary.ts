import type { DefinitionList, Heading, Paragraph, PhrasingContent, Span } from 'mdast';
import { collator, typeset } from '../language/index.ts';
import { addTo, type Concept, fill, type Language, otherLanguage, type SourceDocument, visit } from '../model/index.ts';
import type { Assembly, Draft } from './assembly.ts';
import { linksToSections } from './sectionLinks.ts';
import type { Use } from './terms.ts';
import { fillWords, paragraphOf, wordsOf } from './words.ts';

/**
 * The glossary as a document: every concept that is used in either language or has a definition, with the other
 * language's equivalent. Undefined when there is none.
 *
 * @param used - Those that any document uses.
 */
export function glossaryOf(assembly: Assembly, used = conceptsIn(assembly.publication.documents)): Draft | undefined {
  const concepts = listedConcepts(assembly, used);
  if (concepts.length === 0) return undefined;
  const list: DefinitionList = {
    type: 'definitionList',
    data: { role: 'glossary' },
    children: concepts.flatMap((concept) => entryOf(concept, assembly)),
  };
  const words = fill(assembly.strings, 'edition.glossary');
  const title: Heading = {
    type: 'heading',
    depth: 1,
    data: { id: 'glossary' },
    children: [{ type: 'text', value: words }],
  };
  return { id: 'glossary', tree: { type: 'root', children: [title, list] }, notes: [], aliases: new Map() };
}

/** Those that documents use, in either language. */
export function conceptsIn(documents: readonly SourceDocument[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { tree } of documents) visit(tree, 'term', (term) => void used.add(term.concept));
  return used;
}

/** The same concepts in both editions, in the order of the edition's language. */
function listedConcepts({ publication, language, tag }: Assembly, used: ReadonlySet<string>): Concept[] {
  const compare = collator(tag);
  return publication.concepts
    .filter((concept) => used.has(concept.id) || concept.en.def || concept.fr.def)
    .sort((one, other) => compare(one[language].term, other[language].term));
}

function entryOf(concept: Concept, assembly: Assembly): DefinitionList['children'] {
  const { language, tag, typography, strings } = assembly;
  const { def, note } = concept[language];
  const description: Paragraph[] = [];
  const say = (key: string, words: PhrasingContent[]): void => {
    description.push(paragraphOf(fillWords(strings, key, { words })));
  };
  if (def) description.push({ ...paragraphOf(wordsOf(def, tag, typography)), data: { role: 'definition' } });
  if (note) say('edition.entry.note', wordsOf(note, tag, typography));
  say('edition.entry.equivalent', [equivalentOf(concept, assembly)]);
  const term = designationOf(concept, language, assembly);
  return [
    { type: 'definitionTerm', data: { id: entryId(concept.id) }, children: term },
    { type: 'definitionDescription', children: description },
  ];
}

function entryId(concept: string): string {
  return `term-${concept}`;
}

/** Says below each entry where it is used, by the titles of sections, which have all their words by then. */
export function sayUses({ tree }: Draft, uses: readonly Use[], assembly: Assembly): void {
  const byEntry = new Map<string, Use[]>();
  for (const use of uses) addTo(byEntry, entryId(use.concept), use);
  visit(tree, 'definitionList', ({ children }) => {
    for (const [index, entry] of children.entries()) {
      const used = byEntry.get(entry.data?.id ?? '');
      const description = children[index + 1];
      if (used && description?.type === 'definitionDescription') description.children.push(backlinksOf(used, assembly));
    }
  });
}

/** The term, and its acronym in brackets. */
export function designationOf(concept: Concept, language: Language, { publication }: Assembly): PhrasingContent[] {
  const tag = publication.settings.tags[language];
  const typography = publication.settings.typography?.[language];
  const { term, abbr } = concept[language];
  const words = wordsOf(term, tag, typography);
  if (abbr === undefined) return words;
  const expansion = typeset(term, tag, typography);
  const acronym: PhrasingContent = {
    type: 'abbreviation',
    expansion,
    children: [{ type: 'text', value: typeset(abbr, tag, typography) }],
  };
  return [...words, { type: 'text', value: ' (' }, acronym, { type: 'text', value: ')' }];
}

function equivalentOf(concept: Concept, assembly: Assembly): Span {
  const other = otherLanguage(assembly.language);
  const lang = assembly.publication.settings.tags[other];
  return {
    type: 'span',
    data: { lang, role: 'glossary-equivalent' },
    children: designationOf(concept, other, assembly),
  };
}

/** Where the concept is used; in print with the pages of all its uses. */
function backlinksOf(uses: readonly Use[], { strings }: Assembly): Paragraph {
  const print = fill(strings, 'edition.entry.page', { page: '{page}' });
  const several = fill(strings, 'edition.entry.pages', { page: '{page}' });
  const after = (group: readonly Use[]): PhrasingContent[] => {
    const targets = group.map(({ draft, id }) => ({ document: draft.id, id }));
    return [{ type: 'pageReference', targets, print, several, children: [] }];
  };
  const words = linksToSections(uses, { strings, role: 'backlink', after });
  return {
    type: 'paragraph',
    data: { role: 'backlinks' },
    children: fillWords(strings, 'edition.entry.used', { words }),
  };
}
