import {
  type BilingualEdition,
  type BilingualEntry,
  type ContentsEntry,
  type Edition,
  fill,
  type Target,
} from '../../model/index.ts';
import { pageMark } from '../markup/index.ts';
import type { OwnPages } from './front.ts';
import type { Locate } from './links.ts';
import type { BookSources } from './markup.ts';
import type { PageMarks } from './pages.ts';
import type { Places } from './places.ts';
import type { EpubEntry, EpubLandmark, EpubList, EpubPage } from './publication.ts';
import { plainly, said, sidesOf, spansOf, xhtmlOfAll, xhtmlOfSaid } from './said.ts';
import { titlesIn } from './titles.ts';

/** Levels of headings that the contents go down to. */
const depth = 3;

export function contentsOf(
  edition: Edition | BilingualEdition,
  locate: Locate,
  sources: Pick<BookSources, 'formulae'>,
): EpubEntry[] {
  const titlesOf = titlesIn(edition, sources);
  const entryOf = (entry: ContentsEntry | BilingualEntry): EpubEntry => {
    const titles = titlesOf(entry);
    return {
      text: plainly(titles),
      content: xhtmlOfAll(spansOf(titles)),
      href: addressOf(entry.target, locate),
      children: entry.children.filter((child) => child.depth <= depth).map(entryOf),
    };
  };
  return edition.contents.map(entryOf);
}

/** What landmarks lead to. */
export interface Landmarked {
  readonly own: OwnPages;
  /** Lists that stand in the text, and its index. */
  readonly places: Places;
  /** Lists of the navigation: for those of the text that are not there. */
  readonly lists: readonly EpubList[];
}

export function landmarksOf(
  edition: Edition | BilingualEdition,
  { own, places, lists }: Landmarked,
  locate: Locate,
): EpubLandmark[] {
  const sides = sidesOf(edition);
  const say = (name: string): string => xhtmlOfSaid(said(sides, ({ strings }) => fill(strings, `edition.${name}`)));
  const first = edition.documents.find((document) => document.kind === 'text');
  const glossary = edition.documents.find((document) => document.kind === 'glossary');
  const titleOf = ({ id }: { readonly id: string }): string =>
    xhtmlOfSaid(said(sides, ({ documents }) => documents.find((document) => document.id === id)?.title));
  const inText = (type: EpubLandmark['type'], name: string, kind?: EpubList['kind']): EpubLandmark[] => {
    const place = places.get(type);
    if (place) return [landmark(type, say(name), addressOf(place, locate))];
    return lists.some((list) => list.kind === kind) ? [landmark(type, say(name), `toc.xhtml#nav-${kind}`)] : [];
  };
  return [
    landmark('cover', say('epub.cover'), own.cover.filename),
    landmark('titlepage', say('epub.title-page'), own.titlePage.filename),
    landmark('toc', say('contents'), 'toc.xhtml#toc'),
    ...inText('loi', 'epub.figures', 'figures'),
    ...inText('lot', 'epub.tables', 'tables'),
    ...(first ? [landmark('bodymatter', say('epub.start'), locate({ document: first.id }).filename)] : []),
    ...(glossary ? [landmark('glossary', titleOf(glossary), locate({ document: glossary.id }).filename)] : []),
    ...inText('backmatter', 'index.name'),
    landmark('colophon', say('epub.colophon'), own.colophon.filename),
  ];
}

export function pagesOf({ contents, text, colophon }: PageMarks, own: OwnPages, locate: Locate): EpubPage[] {
  const on = (filename: string) => (label: string) => ({ label, href: `${filename}#${pageMark(label).properties.id}` });
  return [
    ...contents.map(on('toc.xhtml')),
    ...text.map(({ label, id, document }) => ({ label, href: addressOf({ document, id }, locate) })),
    ...colophon.map(on(own.colophon.filename)),
  ];
}

function landmark(type: EpubLandmark['type'], content: string, href: string): EpubLandmark {
  return { type, content, href };
}

function addressOf(target: Target, locate: Locate): string {
  const { filename, id } = locate(target);
  return id === undefined ? filename : `${filename}#${id}`;
}
