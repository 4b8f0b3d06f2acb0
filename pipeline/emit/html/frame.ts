import type { BilingualEdition, Edition, EditionDate, EditionDocument } from '../../model/index.ts';
import { addressFrom, bilingualContents, bilingualPath, contentsPath, documentIn, pagePath } from './address.ts';
import { type Head, type HeadOptions, headOf } from './head.ts';
import { escaped } from './said.ts';
import { draftNotice, idsOf, type Site, titled, type Word, wordsOf } from './site.ts';
import { type Tools, toolsOf } from './tools.ts';

/** What surrounds the main text of every page of an edition. */
export interface Frame {
  readonly lang: string;
  /** For attributes: in the page's own language. */
  readonly word: Word;
  /** HTML of words: in both languages where the page is in both. */
  readonly say: (key: string) => string;
  readonly head: Head;
  readonly crumbs: readonly Crumb[];
  readonly toggle: readonly Toggle[];
  /** In each of the page's languages. */
  readonly footers: readonly Footer[];
  readonly draft?: { readonly label: string; readonly mark: string; readonly notice: string };
  readonly tools: Tools;
}

export interface Crumb {
  /** HTML. */
  readonly title: string;
  /** Absent on the page itself. */
  readonly href?: string;
}

export interface Toggle {
  /** HTML. */
  readonly name: string;
  /** For narrow windows. */
  readonly short: string;
  /** Absent on that of both languages. */
  readonly tag?: string;
  /** Absent on the page's own. */
  readonly href?: string;
  /** Ids of this page that the other one does not have, as those of passages for one language alone. */
  readonly lacks?: string;
}

export interface Footer {
  /** Where the page is in both languages: which this one is in. */
  readonly lang?: string;
  /** What its ids end in, where there are two. */
  readonly id: string;
  readonly word: Word;
  readonly contact?: { readonly name: string; readonly email?: string; readonly url?: string };
  readonly notices?: string;
  readonly rights?: string;
  readonly publisher?: string;
  readonly issued?: EditionDate;
  readonly modified?: EditionDate;
}

/** @param page - Its document, or a page that is not of the text; absent on the contents page. */
export function frameOf(site: Site, edition: Edition, page?: EditionDocument | OwnPage): Frame {
  const document = page && 'tree' in page ? page : undefined;
  const own = page && !('tree' in page) ? page : undefined;
  const path = own?.pathIn(edition) ?? (document ? pagePath(edition, document) : contentsPath(edition));
  const title = own?.titleIn(edition) ?? document?.title;
  const description = document?.description ?? edition.description;
  const modified = document?.modified ?? edition.modified;
  const draft = draftNotice(edition);
  const word = wordsOf(edition);
  return {
    lang: edition.tag,
    word,
    say: (key) => escaped(word(key)),
    head: headOf(site, edition, {
      path,
      title: titled(edition, title === undefined ? edition.title : `${title} – ${edition.title}`),
      description,
      modified: modified?.iso,
      ...(own ? equivalentsOfOwn(site, own) : equivalentsOf(site, document?.id)),
    }),
    crumbs: crumbsOf(edition, path, title),
    toggle: toggleOf(site, { path, document: document?.id, own, ids: idsOf(site, document), word }),
    footers: [footerOf(edition, modified)],
    ...(draft && { draft: { label: draft.mark, mark: escaped(draft.mark), notice: escaped(draft.notice) } }),
    tools: toolsOf(site, path, { editions: [edition], title: title ?? edition.title }),
  };
}

/** A page of an edition that is none of its text's: the search, the changes, the help. */
export interface OwnPage {
  readonly pathIn: (edition: Edition) => string;
  readonly titleIn: (edition: Edition) => string;
}

type Equivalents = Pick<HeadOptions, 'alternates' | 'otherwise'>;

function equivalentsOfOwn(site: Site, page: OwnPage): Equivalents {
  const alternates = site.editions.map((edition) => ({ tag: edition.tag, path: page.pathIn(edition) }));
  return { alternates, otherwise: alternates[0]?.path };
}

/**
 * Pages that say the same in one language each, and the one that takes no side: of the contents the entry page, of a
 * document that in both languages, where there is one. @param document - Its id; absent for the contents.
 */
export function equivalentsOf(site: Site, document: string | undefined): Equivalents {
  const held = site.editions.filter(({ documents }) => !document || documents.some(({ id }) => id === document));
  const alternates = held.map((edition) => ({ tag: edition.tag, path: pathIn(edition, document) }));
  if (document === undefined) return { alternates, otherwise: 'index.html' };
  const both = site.bilingual?.documents.find(({ id }) => id === document);
  return { alternates, otherwise: both ? bilingualPath(both) : alternates[0]?.path };
}

function pathIn(edition: Edition, id: string | undefined): string {
  const document = id === undefined ? undefined : documentIn(edition, { document: id });
  return document ? pagePath(edition, document) : contentsPath(edition);
}

function crumbsOf(edition: Edition, path: string, page: string | undefined): readonly Crumb[] {
  const title = escaped(edition.title);
  const home = { title: escaped(wordsOf(edition)('page.home')), href: addressFrom(path, 'index.html') };
  if (page === undefined) return [home, { title }];
  return [home, { title, href: addressFrom(path, contentsPath(edition)) }, { title: escaped(page) }];
}

/** The page that a toggle stands on. */
export interface Here {
  readonly path: string;
  /** Id of its document; absent on the contents. */
  readonly document: string | undefined;
  readonly own?: OwnPage | undefined;
  /** Anchors of its blocks. */
  readonly ids: ReadonlySet<string>;
  readonly word: Word;
  /** What "side by side" is called on it. */
  readonly sideBySide?: string;
}

/** Both languages in the publication's order, each named in itself, then both side by side; nothing where there is one. */
export function toggleOf(site: Site, here: Here): readonly Toggle[] {
  const sides = site.editions.map((edition) => ({
    name: escaped(wordsOf(edition)('language')),
    short: wordsOf(edition)('page.short'),
    tag: edition.tag,
    path: here.own?.pathIn(edition) ?? pathIn(edition, here.document),
    ids: idsOf(
      site,
      edition.documents.find(({ id }) => id === here.document),
    ),
  }));
  const both = site.bilingual &&
    !here.own && {
      name: here.sideBySide ?? escaped(here.word('page.side-by-side')),
      short: here.word('page.short-both'),
      path: bilingualPathOf(site.bilingual, here.document),
      ids: idsOf(
        site,
        site.bilingual.documents.find(({ id }) => id === here.document),
      ),
    };
  const all: readonly (Omit<Toggle, 'href'> & { readonly path: string; readonly ids: ReadonlySet<string> })[] = [
    ...sides,
    ...(both ? [both] : []),
  ];
  if (all.length < 2) return [];
  return all.map(({ path, ids, ...side }) => {
    if (path === here.path) return side;
    const lacks = [...here.ids].filter((id) => !ids.has(id)).join(' ');
    return { ...side, href: addressFrom(here.path, path), ...(lacks && { lacks }) };
  });
}

function bilingualPathOf(edition: BilingualEdition, id: string | undefined): string {
  const document = edition.documents.find((each) => each.id === id);
  return document ? bilingualPath(document) : bilingualContents;
}

export function footerOf(edition: Edition, modified: EditionDate | undefined): Footer {
  const { contact, notices, rights, publisher, issued } = edition;
  return {
    id: '',
    word: wordsOf(edition),
    ...(contact && { contact }),
    ...(notices && { notices }),
    ...(rights && { rights }),
    ...(publisher && { publisher }),
    ...(issued && { issued }),
    ...(modified && { modified }),
  };
}
