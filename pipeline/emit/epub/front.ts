import { Eta } from 'eta';
import type { Element, ElementContent } from 'hast';
import {
  type BilingualEdition,
  type Edition,
  type EmitOptions,
  fill,
  otherLanguage,
  type PublicationNumbers,
  type Templates,
} from '../../model/index.ts';
import { outwardAddress } from './addresses.ts';
import { titled } from './draft.ts';
import { identifierOf, numbersOf } from './metadata.ts';
import type { EpubChapter } from './publication.ts';
import { plainly, said, sidesOf } from './said.ts';
import { xhtmlOf, xmlTexts } from './xml.ts';

/** The pages that the publication does not write itself: cover and title page before the text, colophon after it. */
export interface OwnPages {
  readonly cover: EpubChapter;
  readonly titlePage: EpubChapter;
  readonly colophon: EpubChapter;
}

/** @param cover - Path of the cover's picture in the book. */
export function ownPagesOf(
  edition: Edition | BilingualEdition,
  templates: Templates,
  options: EmitOptions & { cover: string },
): OwnPages {
  const sides = sidesOf(edition);
  const eta = new Eta({ autoTrim: ['nl', 'slurp'] });
  const say = (name: string): string => plainly(said(sides, ({ strings }) => fill(strings, `edition.epub.${name}`)));
  const render = (name: string, words: object): string =>
    eta.renderString(templates.text(`epub/${name}.eta`), xmlTexts({ ...words })).trim();
  const page = (id: string, place: EpubChapter['place'], rest: { title: string; content: string }): EpubChapter => ({
    id,
    filename: `${id}.xhtml`,
    place,
    ...rest,
  });
  const alt = plainly(
    said(sides, (side) => fill(side.strings, 'edition.epub.cover-alt', { title: titled(side, side.title) })),
  );
  const identifier = identifierOf(edition);
  const leaves = sides.map((side, index) => ({
    edition: wordsOf(side),
    suffix: index === 0 ? '' : `-${side.language}`,
    say: (name: string): string => fill(side.strings, `edition.epub.${name}`),
    date: (side.issued ?? side.modified)?.formatted,
    facts: factsOf(side, { identifier, generator: options.generator, numbers: numbersOf(edition, 'epub') }),
  }));
  const [first] = sides;
  // A book in both languages is not "also available" in the other.
  const other = sides.length === 1 && {
    title: first.otherTitle,
    tag: first.settings.tags[otherLanguage(first.language)],
  };
  return {
    cover: page('cover', 'front', {
      title: say('cover'),
      content: render('cover', { say, alt, image: options.cover }),
    }),
    titlePage: page('title-page', 'front', {
      title: say('title-page'),
      content: render('title-page', { leaves, other }),
    }),
    colophon: page('colophon', 'back', { title: say('colophon'), content: render('colophon', { leaves }) }),
  };
}

/** What templates may say of an edition: its words, without the documents, which are long. */
function wordsOf(edition: Edition): Partial<Edition> {
  const { documents: _documents, contents: _contents, assets: _assets, ...words } = edition;
  return words;
}

/** What the colophon states: the name of a fact in the string table, and its XHTML. */
function factsOf(
  edition: Edition,
  made: { readonly identifier: string; readonly generator: string; readonly numbers: PublicationNumbers },
): (readonly [string, string])[] {
  const { authors, publisher, issued, modified, subjects, rights, contact, notices } = edition;
  const facts: readonly (readonly [string, ElementContent[]])[] = [
    ['authors', words(authors.join(', '))],
    ['publisher', words(publisher)],
    ['issued', words(issued?.formatted)],
    ['modified', words(modified?.formatted)],
    ['subjects', words(subjects.join('; '))],
    ['notices', words(notices)],
    ['rights', words(rights)],
    ['contact', contactOf(contact)],
    ['isbn', words(made.numbers.isbn)],
    ['catalogue', words(made.numbers.catalogue)],
    ['identifier', [element('code', {}, words(made.identifier))]],
    ['made-with', words(made.generator)],
  ];
  return facts.filter(([, value]) => value.length > 0).map(([name, value]) => [name, value.map(xhtmlOf).join('')]);
}

function contactOf(contact: Edition['contact']): ElementContent[] {
  if (!contact) return [];
  const { name, email, url } = contact;
  return [
    ...words(name),
    ...(email ? [...words(', '), link(`mailto:${email}`, email)] : []),
    ...(url ? [...words(', '), link(url, url)] : []),
  ];
}

function link(address: string, text: string): Element {
  const href = outwardAddress(address);
  return href === undefined ? element('span', {}, words(text)) : element('a', { href }, words(text));
}

function words(text: string | undefined): ElementContent[] {
  return text ? [{ type: 'text', value: text }] : [];
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
