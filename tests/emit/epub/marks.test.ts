import type { Paragraph, Text } from 'mdast';
import { expect, it } from 'vitest';
import { emitEpub } from '../../../pipeline/emit/epub/index.ts';
import type { PageStart } from '../../../pipeline/layout/index.ts';
import type { Edition, OutputFormat } from '../../../pipeline/model/index.ts';
import { sampleEdition } from '../../helpers/edition.ts';
import { readBook } from '../../helpers/epub.ts';
import { elementsIn, textIn, type XmlElement } from '../../helpers/xml.ts';
import { options, shipped } from './sample.ts';

const edition = sampleEdition('en', { one: 'Alpha  beta gamma.\n\nDelta *epsilon* zeta.' });

/** A page that begins so many signs into a text of a paragraph. */
function start(label: string, [paragraph, child, at]: readonly [number, number, number]): PageStart {
  const block = edition.documents[0]?.tree.children[paragraph] as Paragraph | undefined;
  const node = block?.children[child] as Text;
  return { label, part: 'text', document: 'one', place: { node, at } };
}

/** The text with the labels of pages where they begin, `[12]`; and the list of pages. */
async function marked(of: Edition, pages: readonly PageStart[]): Promise<{ text: string; listed: string[] }> {
  const { value } = await emitEpub(of, shipped, { ...options, pages });
  const book = readBook(value[0]?.bytes ?? new Uint8Array());
  const written = (node: XmlElement | string): string => {
    if (typeof node === 'string') return node;
    const { role, title: label } = node.attributes;
    return (role === 'doc-pagebreak' ? `[${label}]` : '') + node.children.map(written).join('');
  };
  const body = [...elementsIn(book.page('OEBPS/01-one.xhtml'))].find(({ element }) => element.name === 'body');
  const list = [...elementsIn(book.page('OEBPS/toc.xhtml'))].find(
    ({ element }) => element.attributes['epub:type'] === 'page-list',
  );
  const listed = [...elementsIn(list?.element as XmlElement)].filter(({ element }) => element.name === 'a');
  return {
    text: written(body?.element as XmlElement).trim(),
    listed: listed.map(({ element }) => textIn(element)),
  };
}

it('marks pages before the words that begin them, and outside of what begins with those', async () => {
  const pages = [start('1', [0, 0, 0]), start('2', [0, 0, 9]), start('3', [1, 1, 0])];
  const { text, listed } = await marked(edition, [...pages, { label: '4', part: 'colophon' }]);
  expect(text).toBe('[1]Alpha  beta [2]gamma.\nDelta [3]epsilon zeta.');
  expect(listed).toEqual(['1', '2', '3', '4']);
});

it('names the PDF as the source of its pages, whether it is made in the same build or not', async () => {
  const sources = async (formats?: readonly OutputFormat[]): Promise<string[]> => {
    const made = { ...options, pages: [start('1', [0, 0, 0])], ...(formats && { formats }) };
    const { value } = await emitEpub(edition, shipped, made);
    const opf = readBook(value[0]?.bytes ?? new Uint8Array()).text('OEBPS/content.opf');
    return [...opf.matchAll(/<(?:dc:source|meta property="pageBreakSource")>([^<]*)</g)].map(([, name = '']) => name);
  };
  expect(await sources()).toEqual(['sample-en.pdf', 'sample-en.pdf']);
  expect(await sources(['pdf', 'epub'])).toEqual(['sample-en.pdf', 'sample-en.pdf']);
  expect(await sources(['epub', 'html'])).toEqual(['sample-en.pdf', 'sample-en.pdf']);
});

it('marks a page on which no text begins where the next one begins', async () => {
  const none: PageStart = { label: '2', part: 'text', document: 'one' };
  const { text, listed } = await marked(edition, [start('1', [0, 0, 0]), none, start('3', [1, 2, 0])]);
  expect(text).toBe('[1]Alpha  beta gamma.\nDelta epsilon [2][3]zeta.');
  expect(listed).toEqual(['1', '2', '3']);
});

it('keeps the order of the pages where their beginnings stand in another', async () => {
  const pages = [start('1', [0, 0, 0]), start('2', [1, 2, 0]), start('3', [1, 0, 0])];
  const { text, listed } = await marked(edition, [...pages, { label: '4', part: 'colophon' }]);
  expect(text).toBe('[1]Alpha  beta gamma.\n[2][3]Delta epsilon zeta.');
  expect(listed).toEqual(['1', '2', '3', '4']);
});
