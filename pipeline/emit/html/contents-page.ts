import { type ContentsEntry, type Edition, isPrintOnly } from '../../model/index.ts';
import { phrasingToHast } from '../markup/index.ts';
import { addressFrom, contentsPath } from './address.ts';
import { markupOptions } from './document-page.ts';
import { frameOf } from './frame.ts';
import { htmlOf } from './hast.ts';
import { type AnyEdition, type Site, wordsOf } from './site.ts';

/** Depth of headings listed on the contents page; 1 is a document's title. */
const depth = 2;

/** An edition's own contents page: what it is, what is in it, and its other formats. */
export function contentsPage(site: Site, edition: Edition): string {
  const path = contentsPath(edition);
  const options = markupOptions(site, edition, path);
  const word = wordsOf(edition);
  const entryOf = (entry: ContentsEntry): object => ({
    href: options.href(entry.target),
    title: htmlOf(phrasingToHast(entry.title, options)),
    children: entry.depth < depth ? entry.children.map(entryOf) : [],
  });
  return site.render('contents', {
    ...frameOf(site, edition),
    title: edition.title,
    subtitle: edition.subtitle,
    description: edition.description,
    entries: edition.contents.map(entryOf),
    downloads: downloadsOf(site, edition, path).map(({ format, href }) => ({ name: word(`download.${format}`), href })),
  });
}

/** Packages of the edition made in the same build; their sizes stand on the entry page, which is written after them. */
export function downloadsOf(
  site: Site,
  edition: AnyEdition,
  path: string,
): readonly { readonly format: 'pdf' | 'epub'; readonly href: string }[] {
  const made = isPrintOnly(edition.id) ? (['pdf'] as const) : (['pdf', 'epub'] as const);
  const formats = made.filter((format) => site.options.formats?.includes(format) ?? true);
  return formats.map((format) => ({
    format,
    href: addressFrom(path, `${edition.settings.id}-${edition.id}.${format}`),
  }));
}
