import {
  type Edition,
  type Language,
  type LanguageMap,
  otherLanguage,
  type Publication,
  type SourceDocument,
  type Staged,
  type Strings,
} from '../model/index.ts';
import { expandAcronyms } from './acronyms.ts';
import { type Assembly, beginAssembly, once } from './assembly.ts';
import { placeBacklinks } from './backlinks.ts';
import { takeIndexMarks } from './bookIndex.ts';
import type { AllNumbers } from './choose.ts';
import { contentsOf } from './contents.ts';
import { checkDocumentIds, documentOf } from './documents.ts';
import { draftOf } from './drafts.ts';
import { placeGenerated } from './generated.ts';
import { glossaryOf, sayUses } from './glossary.ts';
import { resolveLinks } from './links.ts';
import { metadataOf } from './metadata.ts';
import { numberFigures } from './numbers.ts';
import { indexPlaces } from './places.ts';
import { numberSections, showNumbers } from './sections.ts';
import { linkTerms } from './terms.ts';
import { fillTitles, type NamedEdition } from './titles.ts';
import { distinctNames } from './unfinished.ts';

/**
 * Documents → the publication as one reader gets it, all of it at once.
 *
 * @param publication - As `plugins` gives it; not changed.
 * @returns Findings too. One that is the same for both editions is equal in both, so that a build can drop the second.
 */
export function assembleWhole(publication: Publication, id: Language, strings: LanguageMap<Strings>): Staged<Edition> {
  const assembly = beginAssembly(publication, id, strings);
  const sources = publication.draft ? distinctNames(publication.documents) : publication.documents;
  const numbers = numbersOf(publication);
  const texts = sources.map((document) => draftOf(document, assembly, numbers));
  const expansions = expandAcronyms(texts, assembly);
  const uses = linkTerms(texts, expansions, assembly); // before links: the words that a link takes from a heading have no terms
  const marks = takeIndexMarks(texts, assembly);
  const glossary = glossaryOf(assembly);
  const drafts = glossary ? [...texts, glossary] : texts;
  checkDocumentIds(glossary !== undefined, assembly);
  const edition: NamedEdition = {
    assembly,
    places: indexPlaces(drafts),
    other: once(() => {
      const other = beginAssembly(publication, otherLanguage(id), strings);
      return otherEdition(sources, { assembly: other, numbers, own: () => edition });
    }),
    wordless: new Map(),
  };
  fillTitles(drafts, edition);
  if (glossary) sayUses(glossary, uses, assembly);
  const referrers = resolveLinks(drafts, edition);
  showNumbers(drafts); // after links, which name numbers in their own way
  const contents = contentsOf(drafts); // after links: a heading may hold a reference
  placeBacklinks(drafts, referrers, assembly); // after the numbers of headings, whose words they take
  placeGenerated({ drafts, contents, marks, uses }, assembly);
  const documents = drafts.map((draft) => documentOf(draft, assembly));
  return { value: { ...metadataOf(assembly), documents, contents }, diagnostics: assembly.diagnostics };
}

function numbersOf({ documents, settings }: Publication): AllNumbers {
  const sections = settings.numbering?.sections ? numberSections(documents) : new Map();
  return { figures: numberFigures(documents), sections };
}

interface OtherEdition {
  readonly assembly: Assembly;
  readonly numbers: AllNumbers;
  /** The edition that is being assembled. */
  readonly own: () => NamedEdition;
}

/** What links into the other language's edition lead to. What it has to say, its own assembly says. */
function otherEdition(sources: readonly SourceDocument[], { assembly, numbers, own }: OtherEdition): NamedEdition {
  const texts = sources.map((document) => draftOf(document, assembly, numbers));
  takeIndexMarks(texts, assembly);
  linkTerms(texts, expandAcronyms(texts, assembly), assembly);
  const glossary = glossaryOf(assembly);
  return { assembly, places: indexPlaces(glossary ? [...texts, glossary] : texts), other: own, wordless: new Map() };
}
