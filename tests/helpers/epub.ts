import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Templates } from '../../pipeline/model/index.ts';
import { strings } from './strings.ts';

/** An unzipped book. */
export interface Book {
  /** Paths in the order of the archive. */
  readonly names: readonly string[];
  readonly text: (path: string) => string;
  readonly bytes: (path: string) => Uint8Array;
  /** Paths of the chapters in reading order, the contents page among them. */
  readonly spine: readonly string[];
  readonly package: string;
}

export function readBook(epub: Uint8Array): Book {
  const files = unzipSync(epub);
  const bytes = (path: string): Uint8Array => {
    const file = files[path];
    if (!file) throw new Error(`The book has no “${path}”`);
    return file;
  };
  const text = (path: string): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes(path));
  const opf = text('OEBPS/content.opf');
  const hrefs = new Map([...opf.matchAll(/<item id="([^"]*)" href="([^"]*)"/g)].map(([, id, href]) => [id, href]));
  const spine = [...opf.matchAll(/<itemref idref="([^"]*)"/g)].map(([, id]) => `OEBPS/${hrefs.get(id)}`);
  return { names: Object.keys(files), text, bytes, spine, package: opf };
}

/** The package's own templates, straight from the folder. */
export function shippedTemplates(): Templates {
  const file = (path: string): URL => new URL(`../../templates/${path}`, import.meta.url);
  return {
    text: (path) => readFileSync(file(path), 'utf8'),
    bytes: (path) => readFileSync(file(path)),
    strings: { en: strings('en'), fr: strings('fr') },
  };
}
