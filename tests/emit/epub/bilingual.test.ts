import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { type Language, languages } from '../../../pipeline/model/index.ts';
import { type Book, readBook } from '../../helpers/epub.ts';
import { elementsIn, textIn, type XmlElement } from '../../helpers/xml.ts';
import { isFurniture, wordsOf } from './words.ts';

const specimen = new URL('../../publications/specimen', import.meta.url).pathname;

const books = new Map<string, Book>();
const bookOf = (edition: string): Book => {
  const book = books.get(edition);
  if (!book) throw new Error(`No book ${edition}`);
  return book;
};

beforeAll(async () => {
  const { files } = await build(specimen, { formats: ['epub'], to: 'memory' });
  for (const { edition = '', bytes } of files) books.set(edition, readBook(bytes));
});

/** Words of the chapters, those of notes apart: a bilingual book has them by pairs of notes. */
function wordsIn(book: Book, leaveOut: (element: XmlElement) => boolean): string[] {
  return book.spine
    .filter((path) => /OEBPS\/\d\d-/.test(path))
    .flatMap((path) => wordsOf(textIn(book.page(path), (element) => isFurniture(element) || leaveOut(element))));
}

const isNotes = ({ attributes }: XmlElement): boolean => attributes['epub:type'] === 'footnotes';
/** A half of a pair in another language than the one read down. */
const isHalfNot =
  (language: Language) =>
  ({ name, attributes: { lang, class: kind, id } }: XmlElement): boolean =>
    lang !== undefined &&
    lang !== `${language}-CA` &&
    ((name === 'div' && kind === undefined && id === undefined) || (name === 'span' && kind === 'language'));

describe('the book in both languages', () => {
  it.each(languages)('has, read down in %s, what the book in that language has', (language) => {
    const words = wordsIn(bookOf('columns'), (element) => isNotes(element) || isHalfNot(language)(element));
    const own = wordsIn(bookOf(language), isNotes);
    expect(own.length).toBeGreaterThan(300);
    // The glossary and the like stand in the order of the book's first language.
    expect(language === 'fr' ? words : [...words].sort()).toEqual(language === 'fr' ? own : [...own].sort());
  });

  it('has a table of the source once, what differs in it in both languages', () => {
    const book = bookOf('columns');
    const cells = book.spine.flatMap((path) =>
      [...elementsIn(book.page(path))].filter(({ element }) => element.name === 'th').map(({ element }) => element),
    );
    const [head] = cells.filter((cell) => textIn(cell).includes('Milieu'));
    const halves = head?.children.filter((child): child is XmlElement => typeof child !== 'string') ?? [];
    expect(halves.map((half) => [half.attributes['xml:lang'], textIn(half)])).toEqual([
      ['fr-CA', 'Milieu'],
      ['en-CA', 'Middle'],
    ]);
  });

  it('says in which language each half of each pair is, and states both', () => {
    const book = bookOf('columns');
    const stated = [...elementsIn(book.package)].filter(({ element }) => element.name === 'dc:language');
    expect(stated.map(({ element }) => textIn(element))).toEqual(['fr-CA', 'en-CA']); // the specimen's order
    const pairs = book.spine.flatMap((path) =>
      [...elementsIn(book.page(path))].filter(({ element }) => element.attributes.class === 'pair'),
    );
    expect(pairs.length).toBeGreaterThan(40);
    for (const { element } of pairs) {
      const halves = element.children
        .filter((child): child is XmlElement => typeof child !== 'string')
        .filter(({ attributes }) => attributes['epub:type'] !== 'pagebreak'); // a page may begin with the second half
      expect(halves.length).toBeGreaterThan(0);
      for (const { attributes } of halves) {
        expect(['en-CA', 'fr-CA']).toContain(attributes.lang);
        expect(attributes['xml:lang']).toBe(attributes.lang);
      }
    }
  });

  it('has no ISBN unless it was given one, as those in one language have, each its own', () => {
    const said = (edition: string) => {
      const book = bookOf(edition);
      const colophon = textIn(book.page('OEBPS/colophon.xhtml'));
      const stated = [...elementsIn(book.package)].filter(({ element }) => element.name === 'dc:identifier');
      return { colophon: colophon.includes('ISBN'), stated: stated.map(({ element }) => textIn(element)).slice(1) };
    };
    expect(said('columns')).toEqual({ colophon: false, stated: [] });
    expect(said('en')).toEqual({ colophon: true, stated: ['urn:isbn:9781861978769'] });
    expect(said('fr')).toEqual({ colophon: true, stated: ['urn:isbn:0198526636'] });
  });

  it.each(['columns', ...languages])('lists what stands under captions (%s)', (edition) => {
    const book = bookOf(edition);
    const navigation = [...elementsIn(book.page('OEBPS/toc.xhtml'))].map(({ element }) => element);
    const listed = ['loi', 'lot'].flatMap((type) => {
      const list = navigation.find(({ name, attributes }) => name === 'nav' && attributes['epub:type'] === type);
      return list ? [...elementsIn(list)].filter(({ element }) => element.name === 'a') : [];
    });
    const shown = book.spine.flatMap((path) =>
      [...elementsIn(book.page(path))]
        .map(({ element }) => element)
        .filter(({ name, attributes }) => /^(?:figure|table)$/.test(name) && attributes.class !== 'figure-math')
        .flatMap((element) => element.children.filter((child): child is XmlElement => typeof child !== 'string'))
        .filter(({ name }) => /^(?:fig)?caption$/.test(name)),
    );
    const titles = shown.flatMap((caption) => {
      const halves = [...elementsIn(caption)].filter(({ element }) => element.attributes.class === 'language');
      return halves.length > 0 ? halves.map(({ element }) => element) : [caption];
    });
    expect(shown.length).toBeGreaterThan(3);
    expect(titles.length > shown.length).toBe(edition === 'columns'); // tables that both languages share
    expect(listed.map(({ element }) => textIn(element)).sort()).toEqual(titles.map((each) => textIn(each)).sort());
    const told = listed.map(({ element }) => element.attributes.lang);
    expect(new Set(told).size).toBe(edition === 'columns' ? 2 : 1);
  });

  it('names its sections in both languages in its contents', () => {
    const contents = [...elementsIn(bookOf('columns').page('OEBPS/toc.xhtml'))].map(({ element }) => element);
    const spans = contents.flatMap(({ name, attributes }) => (name === 'span' ? (attributes.lang ?? []) : []));
    expect(new Set(spans)).toEqual(new Set(['en-CA', 'fr-CA']));
    expect(textIn(contents.find(({ name }) => name === 'h1') as XmlElement)).toBe('Table des matières / Contents');
  });
});
