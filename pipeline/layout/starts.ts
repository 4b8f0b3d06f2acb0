/** Where printed pages begin, for editions that have no pages. */
import type { Page, PageStart } from './display.ts';
import type { PlannedPage } from './paginate.ts';

/** The pages of a book in its parts, after a title page and whatever makes the first chapter a right-hand page. */
interface BookParts {
  readonly title: readonly PlannedPage[];
  readonly contents: readonly PlannedPage[];
  /** In the order of `documents`. */
  readonly chapters: readonly (readonly PlannedPage[])[];
  readonly colophon: readonly PlannedPage[];
  readonly documents: readonly { readonly id: string }[];
}

export function startsOf(pages: readonly Pick<Page, 'label'>[], parts: BookParts): PageStart[] {
  const { title, contents, chapters, colophon, documents } = parts;
  const body = chapters.flat().length + colophon.length;
  const labels = pages.slice(-body).map(({ label }) => label);
  const first = contents.length > 0 ? pages[title.length] : undefined;
  const text = chapters.flatMap((chapter, index): Omit<PageStart, 'label'>[] => {
    const document = documents[index]?.id as string;
    return chapter.map(({ begins }) => ({ part: 'text', document, ...(begins && { place: begins }) }));
  });
  const last = colophon.map((): Omit<PageStart, 'label'> => ({ part: 'colophon' }));
  return [
    ...(first ? [{ label: first.label, part: 'contents' as const }] : []),
    ...[...text, ...last].map((start, index) => ({ label: labels[index] as string, ...start })),
  ];
}
