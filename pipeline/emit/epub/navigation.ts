import { type ContentsEntry, type Edition, fill } from '../../model/index.ts';
import { phrasingToHast } from '../markup/index.ts';
import type { OwnPages } from './front.ts';
import type { Locate } from './links.ts';
import { markupOptions } from './parts.ts';
import type { EpubEntry, EpubLandmark } from './publication.ts';
import { xhtmlOf } from './xml.ts';

/** Levels of headings that the contents go down to. */
const depth = 3;

export function contentsOf(edition: Edition, locate: Locate): EpubEntry[] {
  const options = markupOptions(edition, () => '');
  const entryOf = ({ target, title, text, children }: ContentsEntry): EpubEntry => ({
    text,
    content: phrasingToHast(title, options).map(xhtmlOf).join(''),
    href: addressOf(target, locate),
    children: children.filter((child) => child.depth <= depth).map(entryOf),
  });
  return edition.contents.map(entryOf);
}

export function landmarksOf(edition: Edition, pages: OwnPages, locate: Locate): EpubLandmark[] {
  const say = (name: string): string => fill(edition.strings, `edition.${name}`);
  const first = edition.documents.find((document) => document.kind === 'text');
  const glossary = edition.documents.find((document) => document.kind === 'glossary');
  return [
    { type: 'cover', text: say('epub.cover'), href: pages.cover.filename },
    { type: 'titlepage', text: say('epub.title-page'), href: pages.titlePage.filename },
    { type: 'toc', text: say('contents'), href: 'toc.xhtml#toc' },
    ...(first ? [landmark('bodymatter', say('epub.start'), locate({ document: first.id }).filename)] : []),
    ...(glossary ? [landmark('glossary', glossary.title, locate({ document: glossary.id }).filename)] : []),
    { type: 'colophon', text: say('epub.colophon'), href: pages.colophon.filename },
  ];
}

function landmark(type: EpubLandmark['type'], text: string, href: string): EpubLandmark {
  return { type, text, href };
}

function addressOf(target: ContentsEntry['target'], locate: Locate): string {
  const { filename, id } = locate(target);
  return id === undefined ? filename : `${filename}#${id}`;
}
