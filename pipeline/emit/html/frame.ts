import { visit } from 'unist-util-visit';
import type { Edition, EditionDate, EditionDocument } from '../../model/index.ts';
import { addressFrom, contentsPath, pagePath } from './address.ts';
import { type Head, headOf } from './head.ts';
import { type DraftNotice, draftNotice, editionIn, type Site, titled, type Word, wordsOf } from './site.ts';

/** What surrounds the main text of every page of an edition. */
export interface Frame {
  readonly lang: string;
  readonly word: Word;
  readonly head: Head;
  readonly crumbs: readonly Crumb[];
  readonly toggle: readonly Toggle[];
  readonly footer: Footer;
  readonly draft?: DraftNotice;
}

interface Crumb {
  readonly title: string;
  /** Absent on the page itself. */
  readonly href?: string;
}

interface Toggle {
  readonly name: string;
  readonly tag: string;
  /** Absent on the page's own language. */
  readonly href?: string;
  /** Ids of this page that the other language's does not have, as those of passages for one language alone. */
  readonly lacks?: string;
}

interface Footer {
  readonly contact?: { readonly name: string; readonly email?: string; readonly url?: string };
  readonly notices?: string;
  readonly rights?: string;
  readonly publisher?: string;
  readonly issued?: EditionDate;
  readonly modified?: EditionDate;
}

/** @param document - The page's; absent on the contents page. */
export function frameOf(site: Site, edition: Edition, document?: EditionDocument): Frame {
  const path = document ? pagePath(edition, document) : contentsPath(edition);
  const counterparts = site.editions.map((other) => counterpartIn(other, document));
  const description = document?.description ?? edition.description;
  const modified = document?.modified ?? edition.modified;
  const draft = draftNotice(edition);
  return {
    lang: edition.tag,
    word: wordsOf(edition),
    head: headOf(site, edition, {
      path,
      title: titled(edition, document ? `${document.title} – ${edition.title}` : edition.title),
      description,
      modified: modified?.iso,
      alternates: counterparts.map((other) => ({ tag: other.edition.tag, path: other.path })),
    }),
    crumbs: crumbsOf(edition, path, document),
    toggle: toggleOf(site, edition, counterparts),
    footer: footerOf(edition, modified),
    ...(draft && { draft }),
  };
}

interface Counterpart {
  readonly edition: Edition;
  readonly path: string;
  /** Absent where the page is the contents. */
  readonly document?: EditionDocument;
}

function counterpartIn(edition: Edition, page: EditionDocument | undefined): Counterpart {
  const document = page && edition.documents.find(({ id }) => id === page.id);
  return document ? { edition, path: pagePath(edition, document), document } : { edition, path: contentsPath(edition) };
}

function crumbsOf(edition: Edition, path: string, document: EditionDocument | undefined): readonly Crumb[] {
  const home = { title: wordsOf(edition)('page.home'), href: addressFrom(path, 'index.html') };
  if (!document) return [home, { title: edition.title }];
  const contents = { title: edition.title, href: addressFrom(path, contentsPath(edition)) };
  return [home, contents, { title: document.title }];
}

/** Both languages in the publication's order, each named in itself; nothing where there is no other edition. */
function toggleOf(site: Site, edition: Edition, counterparts: readonly Counterpart[]): readonly Toggle[] {
  const own = counterparts.find((counterpart) => counterpart.edition === edition);
  if (counterparts.length < 2 || !own) return [];
  return counterparts.map(({ edition: other, path, document }) => {
    const side = { name: wordsOf(editionIn(site, other.language) ?? edition)('language'), tag: other.tag };
    if (other === edition) return side;
    const there = idsIn(document);
    const lacks = [...idsIn(own.document)].filter((id) => !there.has(id)).join(' ');
    return { ...side, href: addressFrom(own.path, path), ...(lacks && { lacks }) };
  });
}

function idsIn(document: EditionDocument | undefined): Set<string> {
  const ids = new Set<string>();
  if (document) {
    visit(document.tree, ({ data }) => {
      if (data?.id !== undefined) ids.add(data.id);
    });
  }
  return ids;
}

function footerOf(edition: Edition, modified: EditionDate | undefined): Footer {
  const { contact, notices, rights, publisher, issued } = edition;
  return {
    ...(contact && { contact }),
    ...(notices && { notices }),
    ...(rights && { rights }),
    ...(publisher && { publisher }),
    ...(issued && { issued }),
    ...(modified && { modified }),
  };
}
