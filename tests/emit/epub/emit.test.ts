import { beforeAll, describe, expect, it } from 'vitest';
import { emitEpub } from '../../../pipeline/emit/epub/index.ts';
import type { Edition, Language } from '../../../pipeline/model/index.ts';
import { bookFaults, idsOf } from '../../helpers/book-faults.ts';
import { type Book, checkBook, checkBookInJava, readBook } from '../../helpers/epub.ts';
import { elementsIn, parseXml, textIn } from '../../helpers/xml.ts';
import { fullEdition, options, shipped } from './sample.ts';
import { editionWords, isFurniture, wordsOf } from './words.ts';

async function bookOf(edition: Edition): Promise<Uint8Array> {
  const { value, diagnostics } = await emitEpub(edition, shipped, options);
  expect(diagnostics).toEqual([]);
  expect(value).toHaveLength(1);
  return value[0]?.bytes ?? new Uint8Array();
}

describe.each<Language>(['en', 'fr'])('the book of an edition with every construct, %s', (language) => {
  const made: { bytes: Uint8Array; book: Book }[] = [];
  const it_ = (): { bytes: Uint8Array; book: Book } => {
    const [first] = made;
    if (!first) throw new Error('No book was made');
    return first;
  };
  beforeAll(async () => {
    const bytes = await bookOf(fullEdition(language));
    made.push({ bytes, book: readBook(bytes) });
  });

  it('is right in the eyes of epubcheck-ts', async () => {
    expect(await checkBook(it_().bytes)).toEqual([]);
  });

  it('nests its elements, names its places once, and leads every link to one of them', () => {
    const { book } = it_();
    const ids = idsOf(book.spine.map((path) => ({ path, page: book.page(path) })));
    // Two documents have a heading and notes of one name: both keep an id, one its own.
    expect(ids).toEqual(expect.arrayContaining(['_2001-events', 'c02-_2001-events', 'fn-1', 'c02-fn-1', 'both']));
    expect(bookFaults(book)).toEqual([]);
  });

  it('has the words of the edition, all of them, in their order', () => {
    const { book } = it_();
    const edition = fullEdition(language);
    const chapters = book.spine.filter((path) => /OEBPS\/\d\d-/.test(path));
    const words = chapters.flatMap((path) => wordsOf(textIn(book.page(path), isFurniture)));
    expect(words.length).toBeGreaterThan(80);
    expect(words).toEqual(editionWords(edition));
  });

  it('gives notes and their calls to each other', () => {
    const { book } = it_();
    const page = book.page('OEBPS/01-overview.xhtml');
    const elements = [...elementsIn(page)].map(({ element }) => element);
    const calls = elements.filter((element) => element.attributes['epub:type'] === 'noteref');
    const notes = elements.filter((element) => element.attributes['epub:type'] === 'footnote');
    const backs = elements.filter(
      (element) => element.attributes.role === 'doc-backlink' && element.attributes['epub:type'],
    );
    expect(calls).toHaveLength(3);
    expect(notes).toHaveLength(2);
    expect(backs.map((back) => back.attributes.href)).toEqual(calls.map((call) => `#${call.attributes.id}`));
    expect(calls.map((call) => call.attributes.href)).toEqual(
      [0, 0, 1].map((index) => `#${notes[index]?.attributes.id}`),
    );
    for (const link of [...calls, ...backs]) expect(link.attributes['aria-label']).toMatch(/\d/);
  });

  it('says its language and that of what is in another', () => {
    const { book } = it_();
    for (const path of book.spine) {
      const page = book.page(path);
      expect([page.attributes.lang, page.attributes['xml:lang']]).toEqual([`${language}-CA`, `${language}-CA`]);
    }
    const other = language === 'en' ? 'fr-CA' : 'en-CA';
    const foreign = [...elementsIn(book.page('OEBPS/01-overview.xhtml'))].filter(
      ({ element }) => element.attributes['xml:lang'] === other,
    );
    expect(foreign.map(({ element }) => textIn(element).trim())).toEqual(['mots d’ailleurs', 'Entre parenthèses.']);
  });

  it('shows the pictures that the text shows, with their words, and fetches none', () => {
    const { book } = it_();
    const pictures = book.names.filter((name) => name.startsWith('OEBPS/images/'));
    expect(pictures).toEqual(['OEBPS/images/1-dot.png', 'OEBPS/images/2-levels-e.svg', 'OEBPS/images/cover.png']);
    const alts = [...elementsIn(book.page('OEBPS/01-overview.xhtml'))].flatMap(
      ({ element }) => element.attributes.alt ?? [],
    );
    expect(alts).toEqual(['Two levels, "one" < two.', '']);
    expect(textIn(book.page('OEBPS/02-action-items.xhtml'))).toContain('A picture nobody has');
  });

  it('nests its contents as the headings are nested, in both tables', () => {
    const { book } = it_();
    const nav = [...elementsIn(book.page('OEBPS/toc.xhtml'))].map(({ element }) => element);
    const toc = nav.find((element) => element.attributes['epub:type'] === 'toc');
    expect(toc).toBeDefined();
    if (!toc) return;
    const entries = [...elementsIn(toc)]
      .filter(({ element }) => element.name === 'a')
      .map(({ element, around }) => [
        around.filter((each) => each.name === 'ol').length,
        textIn(element),
        element.attributes.href,
      ]);
    expect(entries.map(([depth, text]) => [depth, text])).toEqual([
      [1, 'Overview & <scope>'],
      [2, '2001 events'],
      [1, 'Action items'],
      [2, '2001 events'],
      [3, 'Deeper still'],
      [1, 'Glossary'],
      [1, 'Colophon'],
    ]);
    const ncx = [...elementsIn(parseXml(book.text('OEBPS/toc.ncx')))].filter(
      ({ element }) => element.name === 'navPoint',
    );
    const points = ncx.map(({ element, around }) => {
      const [label, content] = element.children.filter((child) => typeof child !== 'string');
      const depth = around.filter((each) => each.name === 'navPoint').length + 1;
      return [depth, label ? textIn(label) : '', content?.attributes.src];
    });
    expect(points).toEqual(entries);
    expect(ncx.map(({ element }) => Number(element.attributes.playOrder))).toEqual(ncx.map((_, index) => index + 1));
  });

  it('marks its cover, title page, contents, figures, text, glossary and colophon', () => {
    const { book } = it_();
    const nav = [...elementsIn(book.page('OEBPS/toc.xhtml'))].map(({ element }) => element);
    const landmarks = nav.find((element) => element.attributes['epub:type'] === 'landmarks');
    const marks = landmarks ? [...elementsIn(landmarks)].filter(({ element }) => element.name === 'a') : [];
    expect(marks.map(({ element }) => [element.attributes['epub:type'], element.attributes.href])).toEqual([
      ['cover', 'cover.xhtml'],
      ['titlepage', 'title-page.xhtml'],
      ['toc', 'toc.xhtml#toc'],
      ['loi', 'toc.xhtml#nav-figures'],
      ['bodymatter', '01-overview.xhtml'],
      ['glossary', '03-glossary.xhtml'],
      ['colophon', 'colophon.xhtml'],
    ]);
  });

  it('names the other language’s title, as what it is', () => {
    const { book } = it_();
    const page = [...elementsIn(book.page('OEBPS/title-page.xhtml'))].map(({ element }) => element);
    const other = page.find((element) => element.attributes.class === 'other-title');
    expect(other?.attributes.lang).toBe(language === 'en' ? 'fr-CA' : 'en-CA');
    expect(other && textIn(other)).toBe(fullEdition(language).otherTitle);
  });
});

it('is right in the eyes of EPUBCheck too', { timeout: 300_000 }, async (context) => {
  expect(await checkBookInJava(await bookOf(fullEdition('fr')), context)).toEqual([]);
});
