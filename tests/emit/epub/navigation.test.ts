import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { type Book, checkBook, readBook } from '../../helpers/epub.ts';
import { folderOf } from '../../helpers/publication.ts';
import { elementsIn, textIn, type XmlElement } from '../../helpers/xml.ts';

const settings = 'id: one\ntitle: {en: One, fr: Un}\nlanguages: [en-CA, fr-CA]\ndate: 2024-05-01\n';
const source = `# :en[One & $$E=mc^2$$]:fr[Un & $$E=mc^2$$] {#top}

:::en
Words that stand here.
:::

:::fr
Des mots qui sont ici.
:::
`;

const books = new Map<string, { readonly bytes: Uint8Array; readonly book: Book }>();

beforeAll(async () => {
  const dir = folderOf({ 'source/publication.yaml': settings, 'source/one.md': source });
  const { files } = await build(dir, { formats: ['epub'], editions: ['en', 'fr', 'columns'], to: 'memory' });
  for (const { edition = '', bytes } of files) books.set(edition, { bytes, book: readBook(bytes) });
});

const bookOf = (edition: string) => {
  const made = books.get(edition);
  if (!made) throw new Error(`No book ${edition}`);
  return made;
};

function elementsOf(edition: string, path: string): XmlElement[] {
  return [...elementsIn(bookOf(edition).book.page(path))].map(({ element }) => element);
}

describe('a formula in a heading', () => {
  it.each(['en', 'fr', 'columns'])('is MathML in the contents of a book that is right (%s)', async (edition) => {
    const formulae = elementsOf(edition, 'OEBPS/toc.xhtml').filter(({ name }) => name === 'math');
    expect(formulae).toHaveLength(edition === 'columns' ? 2 : 1);
    for (const { attributes } of formulae) {
      expect(attributes).toMatchObject({ xmlns: 'http://www.w3.org/1998/Math/MathML', alttext: 'E=mc^2' });
    }
    expect(await checkBook(bookOf(edition).bytes)).toEqual([]);
  });

  it.each([
    ['en', 'One & E=mc^2'],
    ['fr', 'Un & E=mc^2'],
    ['columns', 'One & E=mc^2 / Un & E=mc^2'],
  ])('is words in the contents for readers of EPUB 2 (%s)', (edition, words) => {
    const [label] = elementsOf(edition, 'OEBPS/toc.ncx').filter(({ name }) => name === 'navLabel');
    expect(label && textIn(label)).toBe(words);
  });
});

describe('the navigation of the book in both languages', () => {
  it('says in which language its headings and entries are, each half in its own', () => {
    const navigation = elementsOf('columns', 'OEBPS/toc.xhtml').filter(({ name }) => /^(?:h2|a)$/.test(name));
    const mixed = navigation.filter((element) => textIn(element).includes(' / '));
    expect(mixed.map((element) => textIn(element))).toEqual(
      expect.arrayContaining([
        'Landmarks / Repères',
        'Pages of the PDF / Pages du PDF',
        'Contents / Table des matières',
      ]),
    );
    for (const { children } of mixed) {
      const [first, between, second] = children as [XmlElement, string, XmlElement];
      expect([first.attributes.lang, between, second.attributes.lang]).toEqual(['en-CA', ' / ', 'fr-CA']);
      expect([first.attributes['xml:lang'], second.attributes['xml:lang']]).toEqual(['en-CA', 'fr-CA']);
    }
  });
});
