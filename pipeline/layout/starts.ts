/** Where printed pages begin, for editions that have no pages. */
import type { Page, PageStart } from './display.ts';
import type { PlannedPage } from './paginate.ts';

interface Planned {
  readonly pages: readonly PlannedPage[];
}

/** The pages of a book in its parts, after a title page and whatever makes the first chapter a right-hand page. */
interface BookParts {
  readonly title: Planned;
  readonly contents: Planned;
  /** In the order of `documents`. */
  readonly chapters: readonly { readonly plan: Planned }[];
  readonly colophon: Planned;
  readonly documents: readonly { readonly id: string }[];
}

export function startsOf(pages: readonly Pick<Page, 'label'>[], parts: BookParts): PageStart[] {
  const { title, contents, chapters, colophon, documents } = parts;
  const body = chapters.flatMap(({ plan }) => plan.pages).length + colophon.pages.length;
  const labels = pages.slice(-body).map(({ label }) => label);
  const first = contents.pages.length > 0 ? pages[title.pages.length] : undefined;
  const text = chapters.flatMap(({ plan }, index): Omit<PageStart, 'label'>[] => {
    const document = documents[index]?.id as string;
    return plan.pages.map(({ begins }) => ({ part: 'text', document, ...(begins && { place: begins }) }));
  });
  const last = colophon.pages.map((): Omit<PageStart, 'label'> => ({ part: 'colophon' }));
  return [
    ...(first ? [{ label: first.label, part: 'contents' as const }] : []),
    ...[...text, ...last].map((start, index) => ({ label: labels[index] as string, ...start })),
  ];
}
