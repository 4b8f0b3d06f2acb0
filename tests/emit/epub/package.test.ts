import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageEpub } from '../../../pipeline/emit/epub/index.ts';
import { checkBook, readBook } from '../../helpers/epub.ts';
import { elementsIn, textIn } from '../../helpers/xml.ts';
import { chapter, smallPublication } from './publication.ts';

describe('packageEpub', () => {
  it('packs a book that epubcheck-ts finds right', async () => {
    expect(await checkBook(await packageEpub(smallPublication()))).toEqual([]);
  });

  it('keeps content as it is, to the letter', async () => {
    const content =
      '<ol start="3"><li value="5"><span data-x="1" aria-current="true"></span>é &amp; 𝒟 <img src="x.png" alt=""/></li></ol>';
    const file = { id: 'x', path: 'x.png', mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
    const book = readBook(await packageEpub(smallPublication({ chapters: [chapter('one', content)], files: [file] })));
    expect(book.text('OEBPS/one.xhtml')).toContain(`\n${content}\n`);
    expect([...book.bytes('OEBPS/x.png')]).toEqual([1, 2, 3]);
  });

  it('puts mimetype first and stored, container and package next, the rest by name', async () => {
    const bytes = Buffer.from(await packageEpub(smallPublication()));
    // Local header of the first entry: method at 8, extra field's length at 28, name at 30 (APPNOTE 4.3.7).
    expect(bytes.readUInt16LE(8)).toBe(0);
    expect(bytes.readUInt16LE(28)).toBe(0);
    expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
    const { names } = readBook(bytes);
    expect(names.slice(0, 3)).toEqual(['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf']);
    expect(names.slice(3)).toEqual([...names.slice(3)].sort());
    expect(names.filter((name) => name.endsWith('/'))).toEqual([]);
  });

  it('dates every entry by the book, not by the clock', async () => {
    const bytes = Buffer.from(await packageEpub(smallPublication()));
    const dates = new Set<number>();
    for (let at = bytes.indexOf('PK\x03\x04'); at !== -1; at = bytes.indexOf('PK\x03\x04', at + 4)) {
      dates.add(bytes.readUInt32LE(at + 10));
    }
    // MS-DOS date: years since 1980, month, day; time: hours, minutes, pairs of seconds.
    const date = ((2005 - 1980) << 25) | (4 << 21) | (19 << 16) | (12 << 11) | (34 << 5) | (56 / 2);
    expect([...dates]).toEqual([date]);
  });

  it('gives the same bytes every time', async () => {
    const [first, second] = [await packageEpub(smallPublication()), await packageEpub(smallPublication())];
    expect(Buffer.from(first).equals(second)).toBe(true);
  });

  it('fetches nothing, whatever the content names', async () => {
    const hits: string[] = [];
    const server = createServer((request, response) => {
      hits.push(request.url ?? '');
      response.end('here');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const local = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      // A witness that the server would have seen a visit.
      await fetch(`${local}witness`);
      const sources = [
        `${local}a.png`,
        'file:///etc/hostname',
        `file://${import.meta.filename}`,
        'data:image/png;base64,iVBORw0K',
      ];
      const content = `<p>${sources.map((source) => `<img src="${source}" alt=""/>`).join('')}</p>`;
      const plain = readBook(await packageEpub(smallPublication()));
      const book = readBook(
        await packageEpub(smallPublication({ chapters: [chapter('one', content)], css: `@import "${local}b.css";` })),
      );
      expect(hits).toEqual(['/witness']);
      expect(book.names).toEqual(plain.names);
      expect(book.text('OEBPS/one.xhtml')).toContain(content);
    } finally {
      server.close();
    }
  });

  it('stays well-formed with any words in any place', async () => {
    const words = fc.string({
      unit: fc.oneof(
        fc.constantFrom('<', '&', '"', "'", ']]>', '\0', '\u0085', '\ufffe', '\ud800', '<%= 1 %>', '😀', ' ', 'é'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const small = smallPublication();
        const book = readBook(
          await packageEpub({
            ...small,
            metadata: {
              ...small.metadata,
              titles: [{ text, tag: 'en-CA', subtitle: text, filedAs: text }],
              creators: [{ text, tag: 'en-CA' }],
              publishers: [{ text, tag: 'en-CA' }],
              descriptions: [{ text, tag: 'en-CA' }],
              rights: [{ text, tag: 'en-CA' }],
              subjects: [{ text, tag: 'en-CA' }],
              generator: text,
              accessibility: { ...small.metadata.accessibility, summary: text },
            },
            chapters: [{ ...chapter('one', '<p>One.</p>'), title: text }],
            contents: [{ text, content: 'One', href: 'one.xhtml', children: [] }],
            labels: { ...small.labels, contents: text },
          }),
        );
        for (const path of [...book.spine, 'OEBPS/toc.ncx']) book.page(path);
        // Word for word, but for what XML cannot hold and for the ends of lines, which XML makes one kind.
        const expected = text.replace(/(?![\t\n\r])\p{Control}|\p{Surrogate}|[\ufffe\uffff]/gu, '');
        const title = [...elementsIn(book.package)].find(({ element }) => element.name === 'dc:title')?.element;
        expect(title && textIn(title)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses two files of one name, and a name that the packager would change', async () => {
    const twice = smallPublication({
      chapters: [chapter('one', '<p/>'), { ...chapter('two', '<p/>'), filename: 'ONE.xhtml' }],
    });
    await expect(packageEpub(twice)).rejects.toThrow('one.xhtml');
    const reserved = smallPublication({ chapters: [chapter('toc', '<p/>')] });
    await expect(packageEpub(reserved)).rejects.toThrow('toc.xhtml');
    const renamed = smallPublication({ chapters: [{ ...chapter('one', '<p/>'), filename: 'é ?.xhtml' }] });
    await expect(packageEpub(renamed)).rejects.toThrow('renames');
  });
});
