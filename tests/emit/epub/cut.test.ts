import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { emitEpub } from '../../../pipeline/emit/epub/index.ts';
import type { Edition } from '../../../pipeline/model/index.ts';
import { sampleEdition } from '../../helpers/edition.ts';
import { type Book, checkBook, readBook } from '../../helpers/epub.ts';
import { nestingFaults } from '../../helpers/nesting.ts';
import { folderOf } from '../../helpers/publication.ts';
import { elementsIn, textIn, type XmlElement } from '../../helpers/xml.ts';
import { options, shipped } from './sample.ts';
import { editionWords, isFurniture, wordsOf } from './words.ts';

const limit = 300_000;
const sentence = 'One sentence of many that make a long document longer still. ';

/** Sections of about 40 kB, each with a note of its own, a shared note, and links to the first and last sections. */
function longMarkdown(sections: number, depth = 2): string {
  const made = Array.from({ length: sections }, (_, index) => {
    const body = Array.from({ length: 13 }, () => sentence.repeat(50)).join('\n\n');
    return `${'#'.repeat(depth)} Section ${index}\n\nNote[^n${index}] shared[^s], [first](#x) and [last](#x).\n\n${body}`;
  });
  const notes = Array.from({ length: sections }, (_, index) => `[^n${index}]: Note ${index} of its section.`);
  return ['# Long', ...made, ...notes, '[^s]: Shared note.'].join('\n\n');
}

function withTargets(edition: Edition, last: number): Edition {
  const lead = (node: Nodes): void => {
    if (node.type === 'link') {
      const id = textOf(node) === 'first' ? 'section-0' : `section-${last}`;
      node.data = { target: { document: 'long', id } };
    }
    if ('children' in node) for (const child of node.children) lead(child);
  };
  for (const document of edition.documents) lead(document.tree);
  return edition;
}

async function bookOf(edition: Edition): Promise<{ bytes: Uint8Array; book: Book; pieces: string[] }> {
  const { value } = await emitEpub(edition, shipped, options);
  const bytes = value[0]?.bytes ?? new Uint8Array();
  const book = readBook(bytes);
  return { bytes, book, pieces: book.spine.filter((path) => /OEBPS\/\d\d-/.test(path)) };
}

describe('a document too long for a file', () => {
  it('is cut at its headings; links, notes and words survive', async () => {
    const edition = withTargets(sampleEdition('en', { long: longMarkdown(20), after: '# After' }), 19);
    const { bytes, book, pieces } = await bookOf(edition);
    expect(await checkBook(bytes)).toEqual([]);
    expect(pieces.length).toBeGreaterThan(3);
    for (const path of pieces) {
      expect(book.bytes(path).length).toBeLessThan(limit);
      expect(nestingFaults(book.page(path))).toEqual([]);
    }
    const words = pieces.flatMap((path) => wordsOf(textIn(book.page(path), isFurniture)));
    // Notes stand at the end of their piece instead of the document's: the same words, the text's own in order.
    expect([...words].sort()).toEqual([...editionWords(edition)].sort());
    const second = [...elementsIn(book.page(pieces[1] ?? ''))].map(({ element }) => element);
    expect(second.find((element) => /^h[1-6]$/.test(element.name))?.name).toBe('h2');
    const links = second.filter((element) => element.name === 'a' && ['first', 'last'].includes(textIn(element)));
    expect(new Set(links.map((link) => link.attributes.href))).toEqual(
      new Set(['01-long.xhtml#section-0', `${pieces.at(-2)?.slice(6)}#section-19`]),
    );
  });

  it('is cut by the length of its notes too', async () => {
    const blocks = Array.from({ length: 600 }, (_, at) => `Called here.[^n${at}]\n\n[^n${at}]: ${sentence.repeat(10)}`);
    const { book, pieces } = await bookOf(sampleEdition('en', { notes: ['# Notes', ...blocks].join('\n\n') }));
    expect(pieces.length).toBeGreaterThan(1);
    for (const path of pieces) expect(book.bytes(path).length).toBeLessThan(limit);
  });

  it('keeps each note in the piece that calls it first', async () => {
    const { book, pieces } = await bookOf(withTargets(sampleEdition('en', { long: longMarkdown(20) }), 19));
    const seen: string[] = [];
    for (const path of pieces) {
      const elements = [...elementsIn(book.page(path))].map(({ element }) => element);
      const calls = elements.filter((element) => element.attributes['epub:type'] === 'noteref');
      const notes = elements.filter((element) => element.attributes['epub:type'] === 'footnote');
      const own = new Set(calls.map((call) => call.attributes.href).filter((href) => href?.startsWith('#')));
      expect(notes.map((note) => `#${note.attributes.id}`)).toEqual(
        [...own].sort((a, b) => Number(a?.slice(4)) - Number(b?.slice(4))),
      );
      seen.push(...notes.map((note) => String(note.attributes.id)));
    }
    expect(new Set(seen).size).toBe(21);
    expect(seen).toHaveLength(21);
  });

  it('is cut at deeper headings, and between blocks, where there are no others', async () => {
    for (const depth of [3, 6]) {
      const { book, pieces } = await bookOf(withTargets(sampleEdition('en', { long: longMarkdown(16, depth) }), 15));
      expect(pieces.length).toBeGreaterThan(2);
      for (const path of pieces) expect(book.bytes(path).length).toBeLessThan(limit * 1.02);
    }
    const blocks = Array.from({ length: 20 }, () => sentence.repeat(500)).join('\n\n');
    const edition = sampleEdition('en', { long: `# Long\n\n## Part\n\n${blocks}` });
    const { bytes, book, pieces } = await bookOf(edition);
    expect(await checkBook(bytes)).toEqual([]);
    expect(pieces.length).toBe(3);
    expect(textIn(book.page(pieces[0] ?? ''), isFurniture).trim()).toMatch(/^Long\s+Part\s+One sentence/);
    expect(pieces.flatMap((path) => wordsOf(textIn(book.page(path), isFurniture)))).toEqual(editionWords(edition));
  });

  it('is left whole when it fits', async () => {
    const { pieces } = await bookOf(withTargets(sampleEdition('en', { long: longMarkdown(5) }), 4));
    expect(pieces).toEqual(['OEBPS/01-long.xhtml']);
  });
});

/** Sections in both languages of about 70 kB, each of many passages, in a folder of their own. */
function longPublication(sections: number): string {
  const settings = 'id: long\ntitle: {en: Long, fr: Long}\nlanguages: [en-CA, fr-CA]\ndate: 2024-05-01\n';
  const phrase = 'Une phrase parmi bien des autres, qui font un long document plus long encore. ';
  const passage = `:::en\n${sentence.repeat(50)}\n:::\n\n:::fr\n${phrase.repeat(50)}\n:::`;
  const made = Array.from({ length: sections }, (_, index) => {
    const heading = `## :en[Section ${index}]:fr[Partie ${index}] {#s${index}}`;
    return [heading, ...Array.from({ length: 10 }, () => passage)].join('\n\n');
  });
  const long = `${['# :en[Long]:fr[Long] {#long}', ...made].join('\n\n')}\n`;
  return folderOf({ 'source/publication.yaml': settings, 'source/long.md': long });
}

describe('a document in both languages too long for a file', () => {
  it.each(['columns', 'stacked'] as const)('is cut at its headings (%s)', async (edition) => {
    const { files } = await build(longPublication(9), { formats: ['epub'], editions: [edition], to: 'memory' });
    const book = readBook(files[0]?.bytes ?? new Uint8Array());
    const pieces = book.spine.filter((path) => /OEBPS\/\d\d-/.test(path));
    expect(pieces.length).toBeGreaterThan(2);
    for (const path of pieces) expect(book.bytes(path).length).toBeLessThan(limit);
    const beginnings = pieces.map((path) => {
      const pair = [...elementsIn(book.page(path))].find(({ element }) => element.attributes.class === 'pair');
      const halves = pair?.element.children.filter((child): child is XmlElement => typeof child !== 'string') ?? [];
      return halves.flatMap((half) => [...elementsIn(half)].slice(1).map(({ element }) => element.name));
    });
    expect(beginnings).toEqual([['h1', 'h1'], ...pieces.slice(1).map(() => ['h2', 'h2'])]);
  });
});
