import { typeset } from '../language/index.ts';
import { type EditionDocument, otherLanguage } from '../model/index.ts';
import { type Assembly, type Draft, report, titleOf } from './assembly.ts';
import { wordsIn } from './contents.ts';
import { dateOf } from './metadata.ts';

/** A finished draft, with what is said of it outside its text. */
export function documentOf({ id, source, tree, notes, ...draft }: Draft, { language, tag }: Assembly): EditionDocument {
  const heading = wordsIn(titleOf({ id, tree, notes, ...draft }).children);
  if (!source) return { id, kind: 'glossary', slug: id, otherSlug: id, title: heading, tree, notes };
  const { slug, path, title, description, modified } = source;
  return {
    id,
    kind: 'text',
    slug: slug[language],
    otherSlug: slug[otherLanguage(language)],
    path,
    title: title ? typeset(title[language], tag) : heading,
    ...(description && { description: typeset(description[language], tag) }),
    ...(modified !== undefined && { modified: dateOf(modified, tag) }),
    tree,
    notes,
  };
}

/** `id-is-unique` among documents; `glossary` is the one that is generated. */
export function checkDocumentIds(drafts: readonly Draft[], assembly: Assembly): void {
  const first = new Map<string, Draft>();
  for (const draft of drafts) {
    const earlier = first.get(draft.id);
    if (!earlier) first.set(draft.id, draft);
    else {
      const path = draft.source?.path ?? earlier.source?.path ?? '';
      const other = draft.source ? earlier.source?.path : undefined;
      const details = { variant: other === undefined ? 'glossary' : 'document', id: draft.id, other: other ?? '' };
      report(assembly, 'id-is-unique', { path, details, ...(other !== undefined && { related: { path: other } }) });
    }
  }
}
