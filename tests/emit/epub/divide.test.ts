import { readFileSync } from 'node:fs';
import type { Nodes, Table, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, it } from 'vitest';
import { emitEpub } from '../../../pipeline/emit/epub/index.ts';
import type { PageStart } from '../../../pipeline/layout/index.ts';
import { type Diagnostic, type Edition, languages } from '../../../pipeline/model/index.ts';
import { sentencesOf } from '../../../pipeline/report/index.ts';
import { bookFaults } from '../../helpers/book-faults.ts';
import { sampleEdition } from '../../helpers/edition.ts';
import { type Book, checkBook, readBook } from '../../helpers/epub.ts';
import { nestingFaults } from '../../helpers/nesting.ts';
import { strings } from '../../helpers/strings.ts';
import { elementsIn, textIn, type XmlElement } from '../../helpers/xml.ts';
import { options, shipped } from './sample.ts';
import { editionWords, isFurniture, wordsOf } from './words.ts';

const longest = 300_000;

interface Made {
  readonly bytes: Uint8Array;
  readonly book: Book;
  readonly pieces: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

async function make(edition: Edition, pages: readonly PageStart[] = []): Promise<Made> {
  const { value, diagnostics } = await emitEpub(edition, shipped, { ...options, pages });
  const bytes = value[0]?.bytes ?? new Uint8Array();
  const book = readBook(bytes);
  return { bytes, book, pieces: book.spine.filter((path) => /OEBPS\/\d\d-/.test(path)), diagnostics };
}

const within = (element: XmlElement): XmlElement[] => [...elementsIn(element)].map((each) => each.element);
const elements = (book: Book, path: string): XmlElement[] => within(book.page(path));
const named = (all: readonly XmlElement[], ...names: string[]): XmlElement[] =>
  all.filter(({ name }) => names.includes(name));

/** `count` words, each of which stands nowhere else. */
const words = (name: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${name}${index}x`).join(' ');

/** Blocks of some 320 kB each: a list with notes, a table whose cells reach down, a list in a list, a quotation. */
function longMarkdown(): string {
  const items = Array.from({ length: 800 }, (_, index) => {
    const note = index % 100 === 0 ? `[^n${index}]` : '';
    return `${index + 5}. ${words(`item${index}w`, 36)}${note}`;
  });
  const rows = Array.from({ length: 900 }, (_, index) => `| ${index} | ${words(`row${index}w`, 46)} |`);
  const inner = Array.from({ length: 800 }, (_, index) => `   - ${words(`inner${index}w`, 34)}`);
  const quoted = Array.from({ length: 800 }, (_, index) => `> ${words(`quote${index}w`, 34)}`);
  const notes = Array.from({ length: 8 }, (_, index) => `[^n${index * 100}]: Note ${index}.`);
  return [
    '# Long',
    '## List',
    items.join('\n'),
    '## Table\n\nWords before it, [to its last row](#x).',
    `| Number | Words |\n| ---: | --- |\n${rows.join('\n')}`,
    '## Nested',
    `1. before\n2. outer\n\n${inner.join('\n')}\n3. after`,
    '## Quotation',
    quoted.join('\n>\n'),
    ...notes,
  ].join('\n\n');
}

/** The last row can be led to, the second column of every third row reaches into the next, pages begin in rows. */
function prepared(edition: Edition): PageStart[] {
  const [document] = edition.documents;
  const pages: PageStart[] = [];
  visit(document?.tree as Nodes, (node) => {
    if (node.type === 'link') node.data = { target: { document: 'long', id: 'last-row' } };
    if (node.type === 'table') for (const start of preparedRows(node)) pages.push(start);
  });
  return pages;
}

function preparedRows({ children }: Table): PageStart[] {
  for (const [index, row] of children.entries()) {
    const [, cell] = row.children;
    if (!cell) continue;
    if (index % 3 === 1 && index + 1 < children.length) cell.data = { rowSpan: 2 };
    if (index % 3 === 2) row.children.pop();
  }
  const last = children.at(-1);
  if (last) last.data = { id: 'last-row' };
  return children.flatMap((row, index): PageStart[] => {
    const node = row.children[0]?.children[0] as Text;
    return index % 90 === 1 ? [{ label: String(index), part: 'text', document: 'long', place: { node, at: 0 } }] : [];
  });
}

describe('blocks too long for a file', () => {
  const edition = sampleEdition('en', { long: longMarkdown() });
  let made: Made;
  beforeAll(async () => {
    made = await make(edition, prepared(edition));
  });

  it('are divided over files of a book that is right', async () => {
    const { bytes, book, pieces, diagnostics } = made;
    expect(diagnostics).toEqual([]);
    expect(pieces).toHaveLength(8);
    for (const path of pieces) {
      expect([path, book.bytes(path).length < longest, book.bytes(path).length > longest / 3]).toEqual([
        path,
        true,
        true,
      ]);
      expect(nestingFaults(book.page(path))).toEqual([]);
    }
    expect(bookFaults(book)).toEqual([]);
    expect(await checkBook(bytes)).toEqual([]);
  });

  it('keep every word, in its order, and say the head of a table again', () => {
    const { book, pieces } = made;
    const isHead = (element: XmlElement) => element.name === 'thead';
    const said = pieces.flatMap((path) =>
      wordsOf(textIn(book.page(path), (each) => isFurniture(each) || isHead(each))),
    );
    // Notes stand at the end of their piece instead of the document's: the same words, the text's own in order.
    const inText = (all: string[]) => all.filter((word) => /\dx$/.test(word));
    const expected = editionWords(edition);
    expect(inText(said)).toEqual(inText(expected));
    expect([...said, 'Number', 'Words'].sort()).toEqual([...expected].sort());
    const heads = pieces.flatMap((path) =>
      named(elements(book, path), 'table').map((table) => textIn(named(within(table), 'thead')[0] as XmlElement)),
    );
    expect(heads.map((head) => wordsOf(head))).toEqual([
      ['Number', 'Words'],
      ['Number', 'Words'],
    ]);
  });

  it('count on, with no number for the rest of an item', () => {
    const { book, pieces } = made;
    const numbers = pieces.flatMap((path) =>
      named(elements(book, path), 'ol').map(({ attributes, children }) => {
        const items = children.filter((child): child is XmlElement => typeof child !== 'string');
        return [Number(attributes.start ?? 1), items.length, items[0]?.attributes.class ?? ''];
      }),
    );
    const [[, first = 0] = []] = numbers;
    expect(numbers).toEqual([
      [5, first, ''],
      [5 + Number(first), 800 - Number(first), ''],
      [1, 2, ''],
      [2, 2, 'continues'],
    ]);
  });

  it('are parted where no cell reaches into the next row', () => {
    const { book, pieces } = made;
    const bodies = pieces.flatMap((path) => named(elements(book, path), 'tbody'));
    expect(bodies).toHaveLength(2);
    for (const body of bodies) {
      const rows = named(within(body), 'tr');
      const last = named(
        rows.at(-1)?.children.filter((child): child is XmlElement => typeof child !== 'string') ?? [],
        'td',
        'th',
      );
      expect(last.map(({ attributes }) => attributes.rowspan ?? '1')).not.toContain('2');
    }
  });

  it('keep their notes, anchors, links and the marks of printed pages', () => {
    const { book, pieces } = made;
    const all = pieces.flatMap((path) => elements(book, path).map((element) => ({ path: path.slice(6), element })));
    const link = all.find(({ element }) => textIn(element) === 'to its last row' && element.name === 'a');
    const [file, id] = String(link?.element.attributes.href).split('#');
    expect(all.filter(({ element }) => element.attributes.id === id).map(({ path }) => path)).toEqual([file]);
    expect(file).not.toBe(link?.path);
    const calls = all.filter(({ element }) => element.attributes['epub:type'] === 'noteref');
    expect(calls).toHaveLength(8);
    for (const { path, element } of calls) {
      const note = all.find((each) => `#${each.element.attributes.id}` === element.attributes.href);
      expect(note?.path).toBe(path);
    }
    const list = elements(book, 'OEBPS/toc.xhtml').find(({ attributes }) => attributes['epub:type'] === 'page-list');
    const listed = named(within(list as XmlElement), 'a');
    const marks = all.filter(({ element }) => element.attributes.role === 'doc-pagebreak');
    expect(listed.map((each) => textIn(each))).toEqual([
      '1',
      '91',
      '181',
      '271',
      '361',
      '451',
      '541',
      '631',
      '721',
      '811',
    ]);
    expect(listed.map(({ attributes }) => attributes.href)).toEqual(
      marks.map(({ path, element }) => `${path}#${element.attributes.id}`),
    );
  });
});

describe('blocks that cannot be divided', () => {
  const fixture = new URL('../../fixtures/epub/blocks-too-long/', import.meta.url);
  const read = (name: string): string => readFileSync(new URL(name, fixture), 'utf8');

  const told = (diagnostic: Diagnostic): string => {
    const { path, position, severity, rule } = diagnostic;
    const said = languages.map((language) => sentencesOf(diagnostic, strings(language)).message);
    const place = `${path}:${position?.start.line}:${position?.start.column} ${severity} ${rule}`;
    return [place, ...said.map((sentence) => `  ${sentence}`), ''].join('\n');
  };

  it('are told by their places, and published whole', async () => {
    const edition = sampleEdition('en', { long: read('source.md').replaceAll('LONG', words('w', 48_000)) });
    const { book, pieces, diagnostics } = await make(edition);
    expect(diagnostics.map(told).join('')).toBe(read('expected.diagnostics.txt'));
    expect(pieces.filter((path) => book.bytes(path).length > longest)).toHaveLength(3);
    expect(
      pieces.flatMap((path) => wordsOf(textIn(book.page(path), isFurniture))).filter((word) => word === 'w47999x'),
    ).toHaveLength(3);
  });
});
