import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { type EditionId, languages, type OutputFile } from '../../../pipeline/model/index.ts';
import { type Book, readBook } from '../../helpers/epub.ts';
import { isDict, type Pdf, readPdf } from '../../helpers/pdf.ts';
import { keyOf, markedText } from '../../helpers/pdf-tree.ts';
import { elementsIn, textIn, type XmlElement } from '../../helpers/xml.ts';

const specimen = new URL('../../publications/specimen', import.meta.url).pathname;
const made: OutputFile[] = [];

beforeAll(async () => {
  const options = { formats: ['pdf', 'epub'], editions: [...languages, 'columns'], to: 'memory' } as const;
  const { files } = await build(specimen, options);
  made.push(...files);
});

const bytesOf = (format: string, edition: string): Uint8Array =>
  made.find((file) => file.format === format && file.edition === edition)?.bytes ?? new Uint8Array();

/** Letters and digits alone: hyphens at line ends and spaces are the page's own. */
const letters = (text: string): string => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');

/** What print alone adds to references: the page of what they lead to. */
const onPages = /(?:on|ala)page\d+/g;

/** Letters of each body page, by its label: figures, from the first page that the labels call 1. */
function lettersByLabel(pdf: Pdf): Map<string, string> {
  const labels = pdf.list(pdf.dict(pdf.catalog.PageLabels).Nums);
  const first = labels.findIndex((value) => isDict(pdf.get(value)) && String(pdf.dict(value).S).includes('D'));
  const start = Number(labels[first - 1]);
  const marked = markedText(pdf);
  const texts = pdf.pages.map((page) =>
    [...marked]
      .filter(([key]) => key.startsWith(keyOf(page.id, 0).slice(0, -1)))
      .map(([, text]) => text)
      .join(''),
  );
  return new Map(texts.slice(start).map((text, index) => [String(index + 1), letters(text).replace(onPages, '')]));
}

const isText = ({ name }: XmlElement): boolean => /^(?:p|h[1-6]|dfn|pre|t[dh]|figcaption|caption)$/.test(name);

interface Entry {
  readonly label: string;
  /** Letters of what comes after the mark. */
  readonly after: string;
}

/** The list of pages of a book, each entry followed to its mark. */
function entriesOf(book: Book): Entry[] {
  const contents = book.page('OEBPS/toc.xhtml');
  const list = [...elementsIn(contents)].find(({ element }) => element.attributes['epub:type'] === 'page-list');
  const links = list ? [...elementsIn(list.element)].filter(({ element }) => element.name === 'a') : [];
  return links.map(({ element: link }) => {
    const [file = '', id] = String(link.attributes.href).split('#');
    const all = [...elementsIn(book.page(`OEBPS/${file}`))].map(({ element }) => element);
    const at = all.findIndex(({ attributes }) => attributes.id === id);
    expect(all[at]?.attributes).toMatchObject({ role: 'doc-pagebreak', 'aria-label': textIn(link) });
    const next = all
      .slice(at + 1)
      .find((element) => isText(element) && letters(textIn(element)).length > 3) as XmlElement;
    return { label: textIn(link), after: letters(textIn(next)).slice(0, 12) };
  });
}

describe.each<EditionId>([...languages, 'columns'])('the list of pages of the book %s', (language) => {
  it('calls each page as the PDF does, and begins with what begins there', () => {
    const pages = lettersByLabel(readPdf(bytesOf('pdf', language)));
    const entries = entriesOf(readBook(bytesOf('epub', language)));
    expect(entries.length).toBeGreaterThan(4);
    expect(entries.length).toBeLessThanOrEqual(pages.size);
    for (const { label, after } of entries)
      expect([label, pages.get(label)]).toEqual([label, expect.stringContaining(after)]);
  });

  it('is the same where no PDF is made', async () => {
    const { files } = await build(specimen, { formats: ['epub'], editions: [language], to: 'memory' });
    expect(Buffer.from(files[0]?.bytes ?? []).equals(bytesOf('epub', language))).toBe(true);
  });
});
