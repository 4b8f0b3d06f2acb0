import {
  type BilingualEdition,
  type BilingualEntry,
  type ContentsEntry,
  type Edition,
  fill,
  type Target,
} from '../../model/index.ts';
import { pageMark, phrasingToHast } from '../markup/index.ts';
import type { OwnPages } from './front.ts';
import type { Locate } from './links.ts';
import type { PageMarks } from './pages.ts';
import { markupOptions } from './parts.ts';
import type { EpubEntry, EpubLandmark, EpubPage } from './publication.ts';
import { plainly, said, sidesOf, spansOf, xhtmlOfAll, xhtmlOfSaid } from './said.ts';

/** Levels of headings that the contents go down to. */
const depth = 3;

export function contentsOf(edition: Edition | BilingualEdition, locate: Locate): EpubEntry[] {
  const sides = sidesOf(edition).map((side) => ({ side, options: markupOptions(side, () => '') }));
  const entryOf = (entry: ContentsEntry | BilingualEntry): EpubEntry => {
    const titles = sides.flatMap(({ side: { language, tag }, options }) => {
      const own = 'titles' in entry ? entry.titles[language] : entry;
      return own ? [{ tag, text: own.text, nodes: phrasingToHast(own.title, options) }] : [];
    });
    const distinct = titles.filter(({ text }, index) => titles.findIndex((other) => other.text === text) === index);
    return {
      text: plainly(distinct),
      content: xhtmlOfAll(spansOf(distinct)),
      href: addressOf(entry.target, locate),
      children: entry.children.filter((child) => child.depth <= depth).map(entryOf),
    };
  };
  return edition.contents.map(entryOf);
}

export function landmarksOf(edition: Edition | BilingualEdition, pages: OwnPages, locate: Locate): EpubLandmark[] {
  const sides = sidesOf(edition);
  const say = (name: string): string => xhtmlOfSaid(said(sides, ({ strings }) => fill(strings, `edition.${name}`)));
  const first = edition.documents.find((document) => document.kind === 'text');
  const glossary = edition.documents.find((document) => document.kind === 'glossary');
  const titleOf = ({ id }: { readonly id: string }): string =>
    xhtmlOfSaid(said(sides, ({ documents }) => documents.find((document) => document.id === id)?.title));
  return [
    { type: 'cover', content: say('epub.cover'), href: pages.cover.filename },
    { type: 'titlepage', content: say('epub.title-page'), href: pages.titlePage.filename },
    { type: 'toc', content: say('contents'), href: 'toc.xhtml#toc' },
    ...(first ? [landmark('bodymatter', say('epub.start'), locate({ document: first.id }).filename)] : []),
    ...(glossary ? [landmark('glossary', titleOf(glossary), locate({ document: glossary.id }).filename)] : []),
    { type: 'colophon', content: say('epub.colophon'), href: pages.colophon.filename },
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
