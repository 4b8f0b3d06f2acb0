import type { Book } from './epub.ts';
import { nestingFaults } from './nesting.ts';
import { elementsIn, type XmlElement } from './xml.ts';

/** What no validator at hand sees all of: nesting, ids over the whole book, and every link, picture and reference. */
export function bookFaults(book: Book): string[] {
  const pages = book.spine.map((path) => ({ path, page: book.page(path) }));
  return [
    ...pages.flatMap(({ path, page }) => nestingFaults(page).map((fault) => `${path}: ${fault}`)),
    ...idFaults(pages),
    ...linkFaults(pages, book.names),
  ];
}

type Pages = readonly { readonly path: string; readonly page: XmlElement }[];

export function idsOf(pages: Pages): string[] {
  return pages.flatMap(({ page }) => [...elementsIn(page)].flatMap(({ element }) => element.attributes.id ?? []));
}

function idFaults(pages: Pages): string[] {
  const ids = idsOf(pages);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `“${id}” stands twice in the book`),
    ...ids.filter((id) => !/^[\p{L}_][-.\p{L}\p{N}_]*$/u.test(id)).map((id) => `“${id}” is no XML name`),
  ];
}

function linkFaults(pages: Pages, names: readonly string[]): string[] {
  const places = new Set(
    pages.flatMap(({ path, page }) => [path, ...idsOf([{ path, page }]).map((id) => `${path}#${id}`)]),
  );
  return pages.flatMap(({ path, page }) =>
    [...elementsIn(page)].flatMap(({ element: { name, attributes } }) => {
      const faults: string[] = [];
      const { href, src } = attributes;
      if (src !== undefined && !names.includes(`OEBPS/${src}`)) faults.push(`${path}: no file “${src}”`);
      for (const key of ['aria-labelledby', 'aria-describedby', 'headers']) {
        for (const id of attributes[key]?.split(' ') ?? []) {
          if (!places.has(`${path}#${id}`)) faults.push(`${path}: ${key} names no “${id}”`);
        }
      }
      if (href !== undefined && name !== 'link' && !/^(https?|mailto|tel|urn|doi):/.test(href)) {
        const place = href.startsWith('#') ? `${path}${href}` : `OEBPS/${href}`;
        if (!places.has(place)) faults.push(`${path}: “${href}” leads nowhere`);
      }
      return faults;
    }),
  );
}
