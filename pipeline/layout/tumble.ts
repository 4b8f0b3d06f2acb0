/** Two books of one language in one, back to back. */
import { type BilingualEdition, type Edition, type Staged, suffixOf } from '../model/index.ts';
import { joined, sideOf } from './bothLanguages.ts';
import type { LinkArea, OutlineEntry, Page, PagedEdition, StructureElement } from './display.ts';
import { layoutEdition } from './edition.ts';
import type { LayoutResources } from './makeTools.ts';

/** One book, its names told from those of the other. */
interface Half extends Pick<PagedEdition, 'pages' | 'outline' | 'destinations' | 'structure' | 'starts'> {
  readonly side: Edition;
}

/** Each book has its title page, contents, page numbers and colophon; in the structure each is a part. */
export function layoutTumble(edition: BilingualEdition, resources: LayoutResources): Staged<PagedEdition> {
  const made = edition.order.map((language) => {
    const side = { ...sideOf(edition, language), otherTitle: '' }; // which says nothing of another book
    const { value, diagnostics } = layoutEdition(side, { ...resources, suffix: suffixOf(language) });
    return { half: named({ ...value, side }, suffixOf(language)), diagnostics };
  });
  const [first, second] = made.map(({ half }) => half) as [Half, Half];
  const front = first.pages.length;
  const moved = [...second.destinations].map(([name, at]) => [name, { ...at, page: at.page + front }] as const);
  const structure: StructureElement = {
    tag: 'Document',
    lang: first.side.tag,
    title: joined([first.side.title, second.side.title]),
    children: [first, second].map(({ side, structure: { children } }) => ({ tag: 'Part', lang: side.tag, children })),
  };
  return {
    value: {
      pages: [...first.pages, ...second.pages],
      structure,
      outline: [...first.outline, ...second.outline],
      destinations: new Map([...first.destinations, ...moved]),
      starts: [...first.starts, ...second.starts],
    },
    diagnostics: made.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Every name with the language at its end; as many pages as sheets have sides. */
function named({ pages, outline, destinations, ...half }: Half, suffix: string): Half {
  const rename = (name: string): string => `${name}${suffix}`;
  const link = (area: LinkArea): LinkArea =>
    'uri' in area.to ? area : { ...area, to: { destination: rename(area.to.destination) } };
  const entry = ({ destination, children, ...rest }: OutlineEntry): OutlineEntry => ({
    ...rest,
    destination: rename(destination),
    children: children.map(entry),
  });
  const { title, tag } = half.side;
  const begin = rename('cover');
  return {
    ...half,
    pages: evened(pages).map((page) => ({ ...page, links: page.links.map(link) })),
    outline: [{ title, lang: tag, destination: begin, children: outline.map(entry) }],
    destinations: new Map([
      [begin, { page: 0, y: 0 }],
      ...[...destinations].map(([name, at]) => [rename(name), at] as const),
    ]),
  };
}

function evened(pages: readonly Page[]): readonly Page[] {
  const last = pages.at(-1);
  if (!last || pages.length % 2 === 0) return pages;
  return [...pages, { ...last, label: String(Number(last.label) + 1), fragments: [], links: [] }];
}

/**
 * As printers want it: the second book begins on the last page and runs towards the first book, upside down, so that whoever
 * turns the volume over begins to read it.
 */
export function imposed(paged: PagedEdition): PagedEdition {
  const { pages, destinations } = paged;
  const front = Math.max(
    0,
    pages.findLastIndex(({ label }) => label === 'i'),
  );
  const place = (page: number): number => (page < front ? page : pages.length - 1 - (page - front));
  const upright = pages.slice(0, front);
  const turned = pages.slice(front).map((page) => ({ ...page, upsideDown: true }));
  return {
    ...paged,
    pages: [...upright, ...turned.reverse()],
    destinations: new Map([...destinations].map(([name, at]) => [name, { ...at, page: place(at.page) }])),
  };
}
