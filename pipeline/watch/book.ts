import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import type { OutputFile } from '../model/index.ts';
import { elementsOf, parseXml, textOf, type XmlElement } from '../xml/index.ts';

/** What a reading system would show, one after another. */
interface Chapter {
  /** In the package: `OEBPS/01-overview.xhtml`. */
  readonly path: string;
  readonly title: string;
}

export interface Book {
  readonly entries: ReadonlyMap<string, Uint8Array>;
  readonly chapters: readonly Chapter[];
}

/** Unpacked when someone first looks into it. */
const books = new WeakMap<OutputFile, Book>();

/** An EPUB that a build made; it is in memory, and nothing is written. */
export function bookOf(file: OutputFile): Book {
  const known = books.get(file);
  if (known) return known;
  const entries = new Map(Object.entries(unzipSync(file.bytes)));
  const book = { entries, chapters: chaptersIn(entries) };
  books.set(file, book);
  return book;
}

/** In the order of the package's spine (EPUB 3.3, 5.7). */
function chaptersIn(entries: ReadonlyMap<string, Uint8Array>): readonly Chapter[] {
  const path = all(xmlAt(entries, 'META-INF/container.xml'), 'rootfile')[0]?.attributes.get('full-path') ?? '';
  const opf = xmlAt(entries, path);
  const items = new Map(all(opf, 'item').map(({ attributes }) => [attributes.get('id'), attributes.get('href')]));
  return all(opf, 'itemref').flatMap(({ attributes }) => {
    const href = items.get(attributes.get('idref'));
    const chapter = href && posix.join(posix.dirname(path), decodeURIComponent(href));
    return chapter && entries.has(chapter) ? [{ path: chapter, title: titleOf(entries, chapter) }] : [];
  });
}

/** All of a chapter need not be read for what stands in its head. */
function titleOf(entries: ReadonlyMap<string, Uint8Array>, path: string): string {
  const head = Buffer.from(entries.get(path)?.subarray(0, 4096) ?? []).toString();
  const title = /<title[^>]*>[^<]*<\/title>/.exec(head)?.[0];
  const element = title === undefined ? undefined : parseXml(title);
  return (element && textOf(element).trim()) || posix.basename(path);
}

function xmlAt(entries: ReadonlyMap<string, Uint8Array>, path: string): XmlElement | undefined {
  return parseXml(Buffer.from(entries.get(path) ?? []).toString());
}

function all(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  if (!element) return [];
  const inner = elementsOf(element).flatMap((child) => all(child, name));
  return element.name === name ? [element, ...inner] : inner;
}
