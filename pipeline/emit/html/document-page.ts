import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import { toString as wordsIn } from 'mdast-util-to-string';
import {
  type ContentsEntry,
  type Edition,
  type EditionDocument,
  isTextBlock,
  otherLanguage,
} from '../../model/index.ts';
import { documentToHast, type MarkupOptions, phrasingToHast } from '../markup/index.ts';
import {
  addressFrom,
  bilingualPath,
  contentsPath,
  documentIn,
  excerptsPath,
  pagePath,
  picturePath,
  placePath,
} from './address.ts';
import { linkBlocks } from './block-links.ts';
import { popoversFor } from './definitions.ts';
import { frameOf } from './frame.ts';
import { htmlOf, isElement } from './hast.ts';
import { type Crossing, linkHeadings, titlesOf } from './headings.ts';
import { nearby } from './nearby.ts';
import { escaped } from './said.ts';
import { definitionsOf, editionIn, idsOf, type Site, wordsOf } from './site.ts';

/** The page of one document. */
export function documentPage(site: Site, edition: Edition, document: EditionDocument): string {
  const path = pagePath(edition, document);
  const { title, text } = textOf(site, edition, document);
  return site.render('document', {
    ...frameOf(site, edition, document),
    title,
    text,
    minutes: minutesFor(document),
    modified: document.modified ?? edition.modified,
    sections: sectionsOf(edition, document),
    contents: addressFrom(path, contentsPath(edition)),
    onThisPage: onThisPage(edition, document, markupOptions(site, edition, path)),
    ...neighboursOf(edition, document),
  });
}

/** How markup finds its addresses from the page at `path`. */
export function markupOptions(site: Site, edition: Edition, path: string): MarkupOptions {
  return {
    edition,
    href: (target, language) => {
      const other = language === undefined ? edition : (editionIn(site, language) ?? edition);
      return addressFrom(path, placePath(other, target));
    },
    asset: (picture) => addressFrom(path, picturePath(picture)),
    external: '_external',
    flavour: 'html',
  };
}

/** HTML of the document's title and of what follows it: between the two stands the list of what is on the page. */
function textOf(site: Site, edition: Edition, document: EditionDocument): { title: string; text: string } {
  const path = pagePath(edition, document);
  const options = {
    ...markupOptions(site, edition, path),
    definitions: definitionsOf(site, edition),
    excerpt: excerptFrom(path, edition, document),
  };
  const tree = documentToHast(document, options);
  const crossings = crossingsOf(site, edition, document);
  linkBlocks(tree, crossings);
  linkHeadings(tree, { word: wordsOf(edition), crossings });
  const at = tree.children.findIndex((node) => isElement(node) && node.tagName === 'h1');
  if (at === -1) throw new Error(`No heading of depth 1 in “${document.id}”`);
  return {
    title: htmlOf(tree.children.slice(0, at + 1)).trim(),
    text: htmlOf([...tree.children.slice(at + 1), ...popoversFor([document.tree, ...document.notes], options)]).trim(),
  };
}

/** How links find the script with what they show, on a page of a document. */
export function excerptFrom(
  path: string,
  edition: Edition,
  { id }: Pick<EditionDocument, 'id'>,
): NonNullable<MarkupOptions['excerpt']> {
  return (target) => {
    const document = target.document === id ? undefined : documentIn(edition, target);
    return document && addressFrom(path, excerptsPath(edition, document));
  };
}

/** The other language's page, and both side by side. */
function crossingsOf(site: Site, edition: Edition, document: EditionDocument): readonly Crossing[] {
  const path = pagePath(edition, document);
  const other = editionIn(site, otherLanguage(edition.language));
  const counterpart = other && documentIn(other, { document: document.id });
  const crossings: Crossing[] = [];
  if (other && counterpart) {
    const ids = idsOf(site, counterpart);
    const page = addressFrom(path, pagePath(other, counterpart));
    const word = wordsOf(other);
    crossings.push({
      tag: other.tag,
      name: word('language'),
      label: (title) => word('page.same-section', { title }),
      hrefOf: (id) => (ids.has(id) ? `${page}#${id}` : undefined),
      titles: titlesOf(counterpart),
    });
  }
  const both = site.bilingual?.documents.find(({ id }) => id === document.id);
  if (both) {
    const rows = idsOf(site, both);
    const page = addressFrom(path, bilingualPath(both));
    const word = wordsOf(edition);
    crossings.push({
      name: word('page.side-by-side'),
      label: (title) => word('page.side-by-side-of', { title }),
      hrefOf: (id) => (rows.has(id) ? `${page}#${id}` : undefined),
    });
  }
  return crossings;
}

interface OnThisPage {
  readonly href: string;
  /** HTML. */
  readonly title: string;
  readonly children: readonly OnThisPage[];
}

/** Headings of depths 2 and 3; none where there would be fewer than two. */
function onThisPage(edition: Edition, document: EditionDocument, options: MarkupOptions): readonly OnThisPage[] {
  const own = edition.contents.filter(({ target }) => target.document === document.id);
  const entries = own.flatMap((entry) => (entry.depth === 1 ? entry.children : [entry]));
  const listed = (entry: ContentsEntry): OnThisPage => ({
    href: options.href(entry.target),
    title: htmlOf(phrasingToHast(entry.title, options) as ElementContent[]),
    children: entry.depth < 3 ? entry.children.map(listed) : [],
  });
  return entries.length < 2 ? [] : entries.map(listed);
}

interface Section {
  /** HTML. */
  readonly title: string;
  readonly href: string;
  readonly current: boolean;
}

function sectionsOf(edition: Edition, document: EditionDocument): readonly Section[] {
  return nearby(edition.documents, document).map((other) => sectionOf(edition, other, document));
}

function sectionOf(edition: Edition, document: EditionDocument, current: EditionDocument): Section {
  return {
    title: escaped(document.title),
    href: addressFrom(pagePath(edition, current), pagePath(edition, document)),
    current: document === current,
  };
}

function neighboursOf(edition: Edition, document: EditionDocument): { previous?: Section; next?: Section } {
  const at = edition.documents.indexOf(document);
  const [previous, next] = [edition.documents[at - 1], edition.documents[at + 1]];
  return {
    ...(previous && { previous: sectionOf(edition, previous, document) }),
    ...(next && { next: sectionOf(edition, next, document) }),
  };
}

/** Words that are read in a minute: Brysbaert, “How many words do we read per minute?”, Journal of Memory and Language 109 (2019). */
const pace = 238;

/** How long the text takes to read, in minutes; none for a glossary, which is not read through. */
function minutesFor({ kind, tree }: EditionDocument): number | undefined {
  if (kind === 'glossary') return undefined;
  return Math.max(1, Math.round(tree.children.reduce((sum, block) => sum + wordCount(block), 0) / pace));
}

function wordCount(node: Nodes): number {
  if (!('children' in node) || isTextBlock(node)) return runsOfLetters(wordsIn(node));
  return node.children.reduce((sum: number, child: Nodes) => sum + wordCount(child), 0);
}

/** How many runs of letters and digits a text has; counted in place, since a book has a million. */
function runsOfLetters(text: string): number {
  let runs = 0;
  let within = false;
  for (let at = 0; at < text.length; at++) {
    const isLetter = isLetterOrDigit(text.charCodeAt(at));
    if (isLetter && !within) runs++;
    within = isLetter;
  }
  return runs;
}

function isLetterOrDigit(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return code !== 0xa0 && code !== 0x2019 && /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}
