/** What stands at the top of pages. */
import type { PlannedPage } from './paginate.ts';

/** Depth of the headings that name sections. */
const sectionDepth = 2;

/** The section of each page of a chapter: the first that begins on it, else the one that goes on. */
export function sectionsOf(pages: readonly PlannedPage[]): (string | undefined)[] {
  let going: string | undefined;
  return pages.map(({ boxes }) => {
    const begun = boxes.flatMap(({ box: { heading } }) => (heading?.depth === sectionDepth ? [heading.text] : []));
    const section = begun[0] ?? going;
    going = begun.at(-1) ?? going;
    return section;
  });
}
