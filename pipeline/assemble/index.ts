import type { Edition, Language, LanguageMap, Publication, SourceDocument, Staged, Strings } from '../model/index.ts';
import { expandAcronyms } from './acronyms.ts';
import { nameAdmonitions } from './admonitions.ts';
import { type Assembly, beginAssembly, type Draft } from './assembly.ts';
import { takeIndexMarks } from './bookIndex.ts';
import { chooseVariants } from './choose.ts';
import { contentsOf } from './contents.ts';
import { checkDocumentIds, documentOf } from './documents.ts';
import { completeFigures } from './figures.ts';
import { placeGenerated } from './generated.ts';
import { glossaryOf } from './glossary.ts';
import { settleHeadings } from './headings.ts';
import { resolveLinks } from './links.ts';
import { metadataOf } from './metadata.ts';
import { takeNotes } from './notes.ts';
import { type Numbers, numberFigures } from './numbers.ts';
import { indexPlaces } from './places.ts';
import { linkTerms } from './terms.ts';
import { describeMissingPictures, distinctNames } from './unfinished.ts';

export { assembleBilingual } from './bilingual.ts';

/**
 * Documents → the publication as one reader gets it.
 *
 * @param publication - As `plugins` gives it; not changed.
 * @returns Findings too. One that is the same for both editions is equal in both, so that a build can drop the second.
 */
export function assembleEdition(
  publication: Publication,
  id: Language,
  strings: LanguageMap<Strings>,
): Staged<Edition> {
  const assembly = beginAssembly(publication, id, strings);
  const numbers = numberFigures(publication.documents);
  const sources = publication.draft ? distinctNames(publication.documents) : publication.documents;
  const texts = sources.map((document) => draftOf(document, assembly, numbers));
  const expansions = expandAcronyms(texts, assembly);
  const uses = linkTerms(texts, expansions, assembly); // before links: the words that a link takes from a heading have no terms
  const marks = takeIndexMarks(texts, assembly);
  const glossary = glossaryOf(uses, assembly);
  const drafts = glossary ? [...texts, glossary] : texts;
  checkDocumentIds(glossary !== undefined, assembly);
  resolveLinks(drafts, indexPlaces(drafts), assembly);
  const contents = contentsOf(drafts); // after links: a heading may hold a reference
  placeGenerated({ drafts, contents, marks, uses }, assembly);
  const documents = drafts.map((draft) => documentOf(draft, assembly));
  return { value: { ...metadataOf(assembly), documents, contents }, diagnostics: assembly.diagnostics };
}

/** What can be done for a document by itself. */
function draftOf(source: SourceDocument, assembly: Assembly, numbers: Numbers): Draft {
  const tree = chooseVariants(source, assembly, numbers);
  const draft: Draft = { id: source.id, source, tree, notes: [], aliases: new Map() };
  completeFigures(tree, source.path, assembly);
  if (assembly.publication.draft) describeMissingPictures(tree, assembly);
  nameAdmonitions(tree, assembly);
  settleHeadings(draft, assembly);
  takeNotes(draft, assembly); // after headings: the order of calls is that of the edition
  return draft;
}
