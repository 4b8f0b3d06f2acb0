import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { type EditionId, isLanguage, languages, type OutputFile } from '../../../pipeline/model/index.ts';
import { type Book, checkBook, readBook } from '../../helpers/epub.ts';
import { nestingFaults } from '../../helpers/nesting.ts';
import { isDict, type Pdf, readPdf } from '../../helpers/pdf.ts';
import { keyOf, markedText } from '../../helpers/pdf-tree.ts';
import { folderOf } from '../../helpers/publication.ts';
import { elementsIn, textIn, type XmlElement } from '../../helpers/xml.ts';

const specimen = new URL('../../publications/specimen', import.meta.url).pathname;
const editions = [...languages, 'columns', 'stacked'] as const;

/** Words that are each met once, so that a place in the text is told by a few of them. */
function words(count: number, seed: string): string {
  return Array.from({ length: count }, (_, index) => `${seed}${(index * 7919).toString(36)}`).join(' ');
}

/** Blocks longer than pages, in which most pages of the book begin. */
function longBlocks(language: 'en' | 'fr'): Record<string, string> {
  const seed = language === 'en' ? 'wo' : 'mo';
  const rows = Array.from({ length: 150 }, (_, index) => `| ${seed}row${index}x | ${words(4, `${seed}c${index}y`)} |`);
  const items = Array.from({ length: 90 }, (_, index) => `- ${seed}item${index}z ${words(12, `${seed}i${index}y`)}`);
  const lines = Array.from({ length: 120 }, (_, index) => `  ${seed}Line${index}z = "${seed}";`);
  return {
    table: `| ${seed}head | ${seed}tail |\n| --- | --- |\n${rows.join('\n')}`,
    paragraph: `${words(700, `${seed}p`)} *${words(300, `${seed}q`)}* ${words(400, `${seed}r`)}`,
    items: items.join('\n'),
    code: `\`\`\`js\n${lines.join('\n')}\n\`\`\``,
  };
}

function writeLong(): string {
  const settings = 'id: long\ntitle: {en: Long, fr: Long}\nlanguages: [en-CA, fr-CA]\ndate: 2005-04-19\n';
  const [en, fr] = [longBlocks('en'), longBlocks('fr')];
  const pairs = Object.keys(en).flatMap((name) => [
    `## :en[Part ${name}]:fr[Partie ${name}]`,
    `:::en\n${en[name]}\n:::`,
    `:::fr\n${fr[name]}\n:::`,
  ]);
  const one = `${['# :en[Long]:fr[Long]', ...pairs].join('\n\n')}\n`;
  return folderOf({ 'source/publication.yaml': settings, 'source/one.md': one });
}

/** Letters and digits alone: hyphens at line ends and spaces are the page's own. */
const letters = (text: string): string => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');

/** What print alone adds to references: the page of what they lead to. */
const onPages = /(?:on|ala)page\d+/g;

interface PrintedPage {
  readonly label: string;
  readonly letters: string;
}

/** The pages of the text. */
function printedPages(pdf: Pdf): PrintedPage[] {
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
  const said = (text: string): string => letters(text).replace(onPages, '');
  return texts.slice(start).map((text, index) => ({ label: String(index + 1), letters: said(text) }));
}

/** The letters of a page that stand before an element, and those that come next after it. */
function around(page: XmlElement, mark: XmlElement): { before: string; after: string } {
  let [before, after, met, done] = ['', '', false, false];
  const walk = (node: XmlElement | string): void => {
    if (done) return;
    if (typeof node === 'string') {
      if (met) after += letters(node);
      else before += letters(node);
      done = after.length > 3; // further on, an index names sections where print numbers pages
      return;
    }
    if (node === mark) met = true;
    if (node.name === 'math' || node.name === 'head') return;
    for (const child of node.children) walk(child);
  };
  walk(page);
  return { before: before.slice(-12), after: after.slice(0, 12) };
}

interface Entry {
  readonly label: string;
  readonly file: string;
  readonly mark: XmlElement;
  /** It stands in a row of a table, whose cells are painted line by line. */
  readonly inRow: boolean;
  readonly before: string;
  readonly after: string;
}

/** Letters that stand on a page in two places at most, one after the other. */
function isInTurn(wanted: string, page: string): boolean {
  return Array.from(wanted, (_, at) => at).some((at) => {
    const from = at < 2 ? -1 : page.indexOf(wanted.slice(0, at));
    return from >= 0 && page.indexOf(wanted.slice(at), from + at) >= 0;
  });
}

/** The list of pages of a book, each entry followed to its mark. */
function entriesOf(book: Book): Entry[] {
  const contents = book.page('OEBPS/toc.xhtml');
  const list = [...elementsIn(contents)].find(({ element }) => element.attributes['epub:type'] === 'page-list');
  const links = list ? [...elementsIn(list.element)].filter(({ element }) => element.name === 'a') : [];
  return links.map(({ element: link }) => {
    const [file = '', id] = String(link.attributes.href).split('#');
    const page = book.page(`OEBPS/${file}`);
    const [mark, ...others] = [...elementsIn(page)].filter(({ element }) => element.attributes.id === id);
    expect(others).toEqual([]);
    expect(mark?.element.attributes).toMatchObject({ role: 'doc-pagebreak', title: textIn(link) });
    const found = mark?.element as XmlElement;
    const inRow = mark?.around.some(({ name }) => name === 'tr') ?? false;
    return { label: textIn(link), file, mark: found, inRow, ...around(page, found) };
  });
}

describe.each([
  ['the specimen', () => specimen],
  ['blocks longer than pages', writeLong],
])('the list of pages of %s', (name, source) => {
  const made: OutputFile[] = [];
  let from = '';
  beforeAll(async () => {
    from = source();
    const { files } = await build(from, {
      formats: ['pdf', 'epub'],
      editions: [...editions],
      to: 'memory',
      draft: true,
    });
    made.push(...files);
  });
  const bytesOf = (format: string, edition: string): Uint8Array =>
    made.find((file) => file.format === format && file.edition === edition)?.bytes ?? new Uint8Array();

  describe.each<EditionId>(editions)('in the edition %s', (edition) => {
    it('has every page that has a number, called as the PDF does', () => {
      const body = printedPages(readPdf(bytesOf('pdf', edition)));
      const labels = ['ii', ...body.map(({ label }) => label)]; // the first of the contents is the second of the book
      expect(entriesOf(readBook(bytesOf('epub', edition))).map(({ label }) => label)).toEqual(labels);
      expect(labels.length).toBeGreaterThan(10);
    });

    it('leads to what begins on the page', () => {
      const body = printedPages(readPdf(bytesOf('pdf', edition)));
      const entries = entriesOf(readBook(bytesOf('epub', edition)));
      const own = entries.filter(({ file }) => !/^(?:toc|colophon)\.xhtml$/.test(file));
      expect(entries.length - own.length).toBe(2);
      for (const { label, after, inRow } of own) {
        const page = body.find((each) => each.label === label);
        if (inRow && isInTurn(after, page?.letters ?? '')) continue;
        expect([label, page?.letters]).toEqual([label, expect.stringContaining(after)]);
      }
    });

    // Elsewhere, words of the other column or of a note are between.
    if (isLanguage(edition) && name !== 'the specimen') {
      it('leads to the very place where the page before ends', () => {
        const body = printedPages(readPdf(bytesOf('pdf', edition)));
        for (const [index, { label, before, after }] of entriesOf(readBook(bytesOf('epub', edition)))
          .slice(2, -1)
          .entries()) {
          expect([label, body[index]?.letters]).toEqual([label, expect.stringContaining(before)]);
          expect([label, body[index + 1]?.letters.includes(before)]).toEqual([label, false]);
          expect([label, body[index + 1]?.letters.slice(0, 60)]).toEqual([label, expect.stringContaining(after)]);
        }
      });
    }

    it('stands where XHTML lets it, and outside the names of headings', async () => {
      const book = readBook(bytesOf('epub', edition));
      expect(await checkBook(bytesOf('epub', edition))).toEqual([]);
      for (const { label, file } of entriesOf(book)) {
        const page = book.page(`OEBPS/${file}`);
        const heads = [...elementsIn(page)].filter(({ element }) => /^h[1-6]$/.test(element.name));
        const within = heads.flatMap(({ element }) => [...elementsIn(element)].map((each) => each.element.attributes));
        expect([label, within.filter(({ role }) => role === 'doc-pagebreak')]).toEqual([label, []]);
        expect(nestingFaults(page)).toEqual([]);
      }
    });
  });

  it('is the same where no PDF is made', async () => {
    const { files } = await build(from, { formats: ['epub'], editions: ['fr'], to: 'memory', draft: true });
    const [alone, beside] = [readBook(files[0]?.bytes ?? new Uint8Array()), readBook(bytesOf('epub', 'fr'))];
    expect(alone.names).toEqual(beside.names);
    for (const path of beside.names) expect(alone.bytes(path)).toEqual(beside.bytes(path));
    expect(alone.text('OEBPS/content.opf')).toContain('pageBreakSource');
  });
});
