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
  it.each([
    ['en', ['E equals m c squared']],
    ['fr', ['E égale m c au carré']],
    ['columns', ['E equals m c squared', 'E égale m c au carré']],
  ])('is MathML in the contents of a book that is right, with what it says (%s)', async (edition, words) => {
    const formulae = elementsOf(edition, 'OEBPS/toc.xhtml').filter(({ name }) => name === 'math');
    expect(formulae.map(({ attributes }) => attributes.alttext)).toEqual(words);
    for (const { attributes } of formulae) expect(attributes.xmlns).toBe('http://www.w3.org/1998/Math/MathML');
    expect(await checkBook(bookOf(edition).bytes)).toEqual([]);
  });

  it.each([
    ['en', 'One & E equals m c squared'],
    ['fr', 'Un & E égale m c au carré'],
    ['columns', 'One & E equals m c squared / Un & E égale m c au carré'],
  ])('is words, not TeX, in the contents for readers of EPUB 2 and in the title of its file (%s)', (edition, words) => {
    const [label] = elementsOf(edition, 'OEBPS/toc.ncx').filter(({ name }) => name === 'navLabel');
    expect(label && textIn(label)).toBe(words);
    const [title] = elementsOf(edition, 'OEBPS/01-one.xhtml').filter(({ name }) => name === 'title');
    expect(title && textIn(title)).toBe(words);
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

describe('the list of tables', () => {
  it('has captions without the numbers of the notes that they call', async () => {
    const caption = ':::table{#t1}\n:en[Values[^n]]:fr[Valeurs[^n]]\n\n| A | B |\n| - | - |\n| 1 | 2 |\n:::';
    const text = `# :en[One]:fr[Un]\n\n${caption}\n\n[^n]: :en[Note]:fr[Remarque]\n`;
    const dir = folderOf({ 'source/publication.yaml': settings, 'source/one.md': text });
    const { files } = await build(dir, { formats: ['epub'], editions: ['fr', 'columns'], to: 'memory' });
    const listed = files.map(({ bytes }) => {
      const lists = [...elementsIn(readBook(bytes).page('OEBPS/toc.xhtml'))].map(({ element }) => element);
      const tables = lists.find(({ attributes }) => attributes.id === 'nav-tables') as XmlElement;
      return [...elementsIn(tables)]
        .filter(({ element }) => element.name === 'a')
        .map(({ element }) => textIn(element));
    });
    expect(listed).toEqual([['Tableau\u00a01. Valeurs'], ['Table\u00a01. Values', 'Tableau\u00a01. Valeurs']]);
  });
});

describe('the landmarks', () => {
  const figures = [
    '::::table{#tbl}',
    ':::en',
    'Costs',
    ':::',
    ':::fr',
    'Coûts',
    ':::',
    '',
    '| 1 |',
    '| --- |',
    '| 2 |',
    '::::',
  ];
  const source = `# :en[One]:fr[Un] {#top}

:::en
An :index[entry].
:::

:::fr
Une :index[entrée].
:::

${figures.join('\n')}
`;
  const lists = `
## :en[List of tables]:fr[Liste des tableaux] {#lists}

::tables
`;
  const back = '# :en[After]:fr[Après] {#after}\n\n## :en[Index]:fr[Index] {#back}\n\n::index\n';

  it.each([
    [
      'of the text, under their headings',
      { 'source/one.md': source + lists, 'source/zz.md': back },
      ['01-one.xhtml#lists', '02-zz.xhtml#back'],
    ],
    ['of the navigation, where the text has none', { 'source/one.md': source }, ['toc.xhtml#nav-tables', undefined]],
  ])('lead to the index and the lists %s', async (_, files, places) => {
    const dir = folderOf({ 'source/publication.yaml': settings, ...files });
    const made = await build(dir, { formats: ['epub'], editions: ['en', 'columns'], to: 'memory' });
    for (const { bytes } of made.files) {
      const book = readBook(bytes);
      const links = [...elementsIn(book.page('OEBPS/toc.xhtml'))].map(({ element }) => element);
      const marks = links.filter(({ name }) => name === 'a').map(({ attributes }) => attributes);
      const hrefOf = (type: string) => marks.find((mark) => mark['epub:type'] === type)?.href?.replace(/--en$/, '');
      expect(['loi', 'lot', 'backmatter'].map(hrefOf)).toEqual([undefined, ...places]);
      expect(await checkBook(bytes)).toEqual([]);
    }
  });
});
