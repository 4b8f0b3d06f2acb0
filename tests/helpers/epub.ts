import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { unzipSync } from 'fflate';
import type { TestContext } from 'vitest';
import { parseXml, type XmlElement } from './xml.ts';

/** An unzipped book. */
export interface Book {
  /** Paths in the order of the archive. */
  readonly names: readonly string[];
  readonly text: (path: string) => string;
  readonly bytes: (path: string) => Uint8Array;
  /** Paths of the chapters in reading order, the contents page among them. */
  readonly spine: readonly string[];
  readonly package: XmlElement;
  /** A page, read strictly. */
  readonly page: (path: string) => XmlElement;
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
  const page = (path: string): XmlElement => parseXml(text(path));
  return { names: Object.keys(files), text, bytes, spine, package: parseXml(opf), page };
}

/** What epubcheck-ts says of a book, of every severity but usage; nothing when the book is right. */
export async function checkBook(epub: Uint8Array): Promise<string[]> {
  const result = await EpubCheck.validate(epub, { includeInfo: true }, 'book.epub');
  return result.messages.map(({ severity, id, message, location }) => {
    return `${severity} ${id} ${location?.path ?? ''}:${location?.line ?? ''} ${message}`;
  });
}

const jar = '/usr/share/java/epubcheck.jar';

/** Half the processor time for a run of seconds: no second compiler, one collector. */
const frugal = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** What Debian's epubcheck 4.2.6 says of a book. Skips the test, aloud, where it is not installed; in CI it must be. */
export async function checkBookInJava(epub: Uint8Array, context: TestContext): Promise<string[]> {
  if (!existsSync(jar)) {
    if (process.env.CI) throw new Error(`CI needs ${jar}`);
    console.warn(`skipped: no ${jar}`);
    context.skip();
  }
  const dir = mkdtempSync(join(tmpdir(), 'diptych-epub-'));
  try {
    const file = join(dir, 'book.epub');
    writeFileSync(file, epub);
    const run = promisify(execFile)('java', [...frugal, '-jar', jar, file, '-q', '-j', '-'], { maxBuffer: 1 << 26 });
    // It leaves with 1 when it has something to say; what it says is what counts.
    const { stdout } = await run.catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
    const report = JSON.parse(stdout) as JavaReport;
    if (report.items.length === 0) throw new Error('epubcheck looked at nothing');
    // 4.2.6 knows EPUB 3.2; the property came with EPUB Accessibility 1.1.
    const known = report.messages.filter(
      ({ ID, message }) => ID === 'OPF-027' && message.includes('"pageBreakSource"'),
    );
    if (known.length > 1) throw new Error('pageBreakSource is stated more than once');
    const messages = report.messages.filter((each) => !known.includes(each));
    return messages.map(({ severity, ID, message }) => `${severity} ${ID} ${message}`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

interface JavaReport {
  readonly items: readonly unknown[];
  readonly messages: readonly { readonly severity: string; readonly ID: string; readonly message: string }[];
}
