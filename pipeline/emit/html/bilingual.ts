import {
  type BilingualDocument,
  type BilingualEdition,
  type BilingualEntry,
  type Edition,
  type Language,
  otherLanguage,
  suffixOf,
} from '../../model/index.ts';
import { type MarkupOptions, phrasingToHast } from '../markup/index.ts';
import {
  addressFrom,
  bilingualContents,
  bilingualPath,
  bilingualPlace,
  documentIn,
  pagePath,
  picturePath,
} from './address.ts';
import { linkBlocks } from './block-links.ts';
import { downloadsOf } from './contents-page.ts';
import { definitionsOfHalf, popoversFor, rootsOfHalf } from './definitions.ts';
import { excerptFrom } from './document-page.ts';
import { type Crumb, equivalentsOf, type Frame, footerOf, toggleOf } from './frame.ts';
import { htmlOf } from './hast.ts';
import { headOf } from './head.ts';
import { type Crossing, linkHeadings } from './headings.ts';
import { nearby } from './nearby.ts';
import { rowWriter } from './rows.ts';
import { escaped, inOrder, type Said, saidHtml } from './said.ts';
import { definitionsOf, editionIn, idsOf, type Site, wordsOf } from './site.ts';
import { toolsOf } from './tools.ts';

/** A document in both languages, row by row. */
export function bilingualPage(site: Site, edition: BilingualEdition, document: BilingualDocument): string {
  const path = bilingualPath(document);
  const markup = (language: Language): MarkupOptions => {
    const single = editionIn(site, language);
    return {
      ...markupFor(edition, language, path),
      definitions: definitionsOfHalf(definitionsOf(site, edition.sides[language]), language),
      ...(single && { excerpt: excerptOfHalf(language, excerptFrom(path, single, document)) }),
    };
  };
  const definitions = edition.order.flatMap((language, index) =>
    popoversFor(rootsOfHalf(document, language, index === 0), markup(language), edition.sides[language].tag),
  );
  const crossings = crossingsOf(site, edition, document);
  const writer = rowWriter({
    document,
    edition,
    markup,
    adorn: (tree, language) =>
      linkHeadings(tree, {
        word: wordsOf(edition.sides[language]),
        crossings: crossings.filter(({ tag }) => tag === edition.sides[language].tag),
      }),
  });
  const written = [...writer.rows(document.rows)];
  linkBlocks({ children: written }, crossings);
  const [title, ...rows] = written;
  const notes = writer.notes();
  return site.render('bilingual', {
    ...bilingualFrame(site, edition, document),
    title: htmlOf(title ? [title] : []),
    rows: htmlOf(rows),
    definitions: htmlOf(definitions),
    notes: notes.length > 0 ? htmlOf(notes) : undefined,
    sections: nearby(edition.documents, document).map((other) => ({
      title: saidHtml(titlesOf(edition, other)),
      href: addressFrom(path, bilingualPath(other)),
      current: other === document,
    })),
    contents: addressFrom(path, bilingualContents),
    onThisPage: onThisPage(edition, document, path),
    ...neighboursOf(edition, document),
  });
}

/** A link to the other language's half shows nothing: its own language's page may not have what it leads to. */
function excerptOfHalf(language: Language, excerpt: NonNullable<MarkupOptions['excerpt']>): typeof excerpt {
  return (target) => (target.id?.endsWith(suffixOf(otherLanguage(language))) ? undefined : excerpt(target));
}

export function bilingualContentsPage(site: Site, edition: BilingualEdition): string {
  const [first, second] = inOrder(edition.order, edition.sides);
  const frame = bilingualFrame(site, edition);
  return site.render('bilingual-contents', {
    ...frame,
    leaves: [first, second].map((side) => ({
      lang: side.tag,
      title: side.title,
      subtitle: side.subtitle,
      description: side.description,
    })),
    entries: entriesOf(edition.contents, edition, { path: bilingualContents, depth: 2 }),
    downloads: downloadsOf(site, edition, bilingualContents).map(({ format, href }) => ({
      name: frame.say(`download.${format}`),
      href,
    })),
  });
}

/** How the half of a language finds its addresses from the page at `path`; targets are those of the bilingual edition. */
function markupFor(edition: BilingualEdition, language: Language, path: string): MarkupOptions {
  return {
    edition: edition.sides[language],
    href: (target) => addressFrom(path, bilingualPlace(edition, target)),
    asset: (picture) => addressFrom(path, picturePath(picture)),
    external: `_external-${language}`,
    flavour: 'html',
  };
}

/** The pages of a document in one language each. */
function crossingsOf(site: Site, { order }: BilingualEdition, { id }: BilingualDocument): readonly Crossing[] {
  return order.flatMap((language) => {
    const single = editionIn(site, language);
    const document = single && documentIn(single, { document: id });
    if (!single || !document) return [];
    const ids = idsOf(site, document);
    const page = addressFrom(bilingualContents, pagePath(single, document));
    const word = wordsOf(single);
    const hrefOf = (half: string): string | undefined => {
      const block = half.replace(suffixOf(language), '');
      return ids.has(block) ? `${page}#${block}` : undefined;
    };
    return [
      { tag: single.tag, name: word('language'), label: (title) => word('page.same-section', { title }), hrefOf },
    ];
  });
}

function bilingualFrame(site: Site, edition: BilingualEdition, document?: BilingualDocument): Frame {
  const sides = inOrder(edition.order, edition.sides);
  const [first] = sides;
  const words = sides.map((side) => ({ tag: side.tag, word: wordsOf(side) }));
  const say = (key: string): string => saidHtml(words.map(({ tag, word }) => ({ tag, html: escaped(word(key)) })));
  const path = document ? bilingualPath(document) : bilingualContents;
  const own = ({ language }: Edition) => document?.sides[language];
  const titles = sides.map((side) => own(side)?.title ?? side.title);
  const marks = sides.map((side) => wordsOf(side)('draft.mark')).join(' / ');
  const title = [...new Set(titles)].join(' / ');
  return {
    lang: first.tag,
    word: wordsOf(first),
    say,
    head: headOf(site, first, {
      path,
      title: first.draft ? `${marks} – ${title}` : title,
      description: [...new Set(sides.flatMap((side) => own(side)?.description ?? side.description ?? []))].join(' / '),
      tags: sides.map(({ tag }) => tag),
      modified: sides
        .map((side) => own(side)?.modified?.iso ?? side.modified?.iso ?? '')
        .sort()
        .at(-1),
      ...equivalentsOf(site, document?.id),
    }),
    crumbs: crumbsOf(edition, path, { say, document }),
    toggle: toggleOf(site, {
      path,
      document: document?.id,
      ids: idsOf(site, document),
      word: wordsOf(first),
      sideBySide: say('page.side-by-side'),
    }),
    footers: sides.map((side) => ({
      ...footerOf(side, own(side)?.modified ?? side.modified),
      lang: side.tag,
      id: `-${side.language}`,
    })),
    ...(first.draft && { draft: { label: marks, mark: say('draft.mark'), notice: say('draft.notice') } }),
    tools: toolsOf(site, path, { editions: sides, title: [...new Set(titles)].join(' / '), home: bilingualContents }),
  };
}

function crumbsOf(
  edition: BilingualEdition,
  path: string,
  { say, document }: { readonly say: Frame['say']; readonly document: BilingualDocument | undefined },
): readonly Crumb[] {
  const titles = saidHtml(
    inOrder(edition.order, edition.sides).map(({ tag, title }) => ({ tag, html: escaped(title) })),
  );
  const home = { title: say('page.home'), href: addressFrom(path, 'index.html') };
  if (!document) return [home, { title: titles }];
  const contents = { title: titles, href: addressFrom(path, bilingualContents) };
  return [home, contents, { title: saidHtml(titlesOf(edition, document)) }];
}

function titlesOf(edition: BilingualEdition, document: BilingualDocument): Said {
  return inOrder(edition.order, edition.sides).map(({ tag, language }) => ({
    tag,
    html: escaped(document.sides[language].title),
  }));
}

interface Listed {
  readonly href: string;
  /** HTML, in both languages. */
  readonly title: string;
  readonly children: readonly Listed[];
}

/** Entries down to a depth, each a link to the row that both languages stand in. */
function entriesOf(
  entries: readonly BilingualEntry[],
  edition: BilingualEdition,
  { path, depth }: { readonly path: string; readonly depth: number },
): readonly Listed[] {
  return entries.map((entry) => ({
    href: addressFrom(path, bilingualPlace(edition, entry.target)),
    title: saidHtml(
      edition.order.flatMap((language) => {
        const title = entry.titles[language]?.title;
        const options = markupFor(edition, language, path);
        return title ? [{ tag: edition.sides[language].tag, html: htmlOf(phrasingToHast(title, options)) }] : [];
      }),
    ),
    children: entry.depth < depth ? entriesOf(entry.children, edition, { path, depth }) : [],
  }));
}

/** Headings of depths 2 and 3; none where there would be fewer than two. */
function onThisPage(edition: BilingualEdition, { id }: BilingualDocument, path: string): readonly Listed[] {
  const own = edition.contents.filter(({ target }) => target.document === id);
  const entries = own.flatMap((entry) => (entry.depth === 1 ? entry.children : [entry]));
  return entries.length < 2 ? [] : entriesOf(entries, edition, { path, depth: 3 });
}

interface Neighbour {
  readonly title: string;
  readonly href: string;
}

function neighboursOf(
  edition: BilingualEdition,
  document: BilingualDocument,
): { previous?: Neighbour; next?: Neighbour } {
  const at = edition.documents.indexOf(document);
  const linkTo = (other: BilingualDocument | undefined): Neighbour | undefined =>
    other && {
      title: saidHtml(titlesOf(edition, other)),
      href: addressFrom(bilingualPath(document), bilingualPath(other)),
    };
  const [previous, next] = [linkTo(edition.documents[at - 1]), linkTo(edition.documents[at + 1])];
  return { ...(previous && { previous }), ...(next && { next }) };
}
