import { typeset } from '../language/index.ts';
import { type EditionDocument, otherLanguage, type SourceDocument } from '../model/index.ts';
import { type Assembly, type Draft, report, titleOf } from './assembly.ts';
import { wordsIn } from './contents.ts';
import { dateOf } from './metadata.ts';
import { unnumbered } from './sections.ts';

/** A finished draft, with what is said of it outside its text. */
export function documentOf({ id, source, tree, notes, ...draft }: Draft, assembly: Assembly): EditionDocument {
  const { language, tag, typography } = assembly;
  const named = titleOf({ id, tree, notes, ...draft });
  const heading = wordsIn(unnumbered(named));
  const shortTitle = named.data?.shortTitle;
  if (!source) return { id, kind: 'glossary', slug: id, otherSlug: id, title: heading, tree, notes };
  const { slug, path, title, description, modified, changes } = source;
  return {
    id,
    kind: 'text',
    slug: slug[language],
    otherSlug: slug[otherLanguage(language)],
    path,
    title: title ? typeset(title[language], tag, typography) : heading,
    ...(shortTitle !== undefined && { shortTitle }),
    ...(description && { description: typeset(description[language], tag, typography) }),
    ...(modified !== undefined && { modified: dateOf(modified, tag) }),
    ...(changes && {
      changes: changes.map(({ date, text }) => ({
        date: dateOf(date, tag),
        text: typeset(text[language], tag, typography),
      })),
    }),
    tree,
    notes,
  };
}

/** `id-is-unique` among documents; `glossary` is the one that is generated. */
export function checkDocumentIds(hasGlossary: boolean, assembly: Assembly): void {
  const first = new Map<string, SourceDocument>();
  for (const document of assembly.publication.documents) {
    const { id, path } = document;
    const other = first.get(id)?.path;
    if (other === undefined) first.set(id, document);
    else
      report(assembly, 'id-is-unique', { path, details: { variant: 'document', id, other }, related: { path: other } });
  }
  const taken = hasGlossary && first.get('glossary');
  if (taken) {
    const details = { variant: 'glossary', id: 'glossary', other: '' };
    report(assembly, 'id-is-unique', { path: taken.path, details });
  }
}
