import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { create, type FontkitFont } from 'fontkit';
import { afterAll, describe, expect, it } from 'vitest';
import { type BuildOptions, build } from '../../../pipeline/build.ts';
import { bookFaults } from '../../helpers/book-faults.ts';
import { type Book, checkBook, checkBookInJava, readBook } from '../../helpers/epub.ts';
import { elementsIn, textIn, type XmlElement } from '../../helpers/xml.ts';

const specimen = new URL('../../publications/specimen', import.meta.url).pathname;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The specimen's books with more settings, and files of its own among the templates. */
async function booksWith(
  settings: string,
  options: BuildOptions & { own?: readonly string[]; edits?: readonly [string, string] } = {},
) {
  const { own = [], edits = ['', ''], ...asked } = options;
  const dir = mkdtempSync(join(tmpdir(), 'diptych-settings-'));
  folders.push(dir);
  cpSync(specimen, dir, { recursive: true });
  const path = join(dir, 'source/publication.yaml');
  writeFileSync(path, `${readFileSync(path, 'utf8').replace(...edits)}\n${settings}\n`);
  mkdirSync(join(dir, 'templates/epub'), { recursive: true });
  for (const name of own) cpSync(join(specimen, 'source/pictures/ramp.png'), join(dir, 'templates/epub', name));
  const { files } = await build(dir, { formats: ['epub'], to: 'memory', ...asked });
  return new Map(files.map(({ edition = '', bytes }) => [edition, { bytes, book: readBook(bytes) }]));
}

const claims = ({ package: root }: Book): [string, string][] =>
  [...elementsIn(root)].flatMap(({ element }): [string, string][] =>
    /conformsTo|certifiedBy/.test(element.attributes.property ?? '')
      ? [[String(element.attributes.property), textIn(element)]]
      : [],
  );

const wholeFiles: Readonly<Record<string, string>> = {
  serif: 'SourceSerif4-Regular.ttf',
  'serif-italic': 'SourceSerif4-It.ttf',
  'serif-bold': 'SourceSerif4-Bold.ttf',
  'serif-bold-italic': 'SourceSerif4-BoldIt.ttf',
  'sans-bold': 'SourceSans3-Bold.ttf',
  code: 'SourceCodePro-Regular.ttf',
};

function sha(bytes: Uint8Array = Buffer.of()): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What fontkit tells besides what we use of it. */
type WholeFont = FontkitFont & { readonly characterSet: readonly number[]; readonly copyright: string };

function fontOf(bytes: Uint8Array): WholeFont {
  return create(bytes) as WholeFont;
}

function widthOf(words: string, font: FontkitFont): number {
  return font.layout(words).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
}

function fontsIn(book: Book) {
  const paths = book.names.filter((path) => path.endsWith('.ttf')).sort();
  return paths.map((path) => {
    const bytes = Buffer.from(book.bytes(path));
    return { name: basename(path, '.ttf'), font: fontOf(bytes), size: bytes.length };
  });
}

describe('settings of the books', () => {
  it('claim that they conform where the publisher says so, and who says it', async (context) => {
    const made = await booksWith('epub: {conformsTo: WCAG 2.2 AA}', { editions: ['fr', 'columns'] });
    const standard = ['dcterms:conformsTo', 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'];
    const [french, both] = [made.get('fr'), made.get('columns')];
    expect(french && claims(french.book)).toEqual([standard, ['a11y:certifiedBy', 'Projet Diptych']]);
    expect(both && claims(both.book)).toEqual([
      standard,
      ['a11y:certifiedBy', 'Projet Diptych'],
      ['a11y:certifiedBy', 'The Diptych project'],
    ]);
    for (const { bytes } of made.values()) {
      expect(await checkBook(bytes)).toEqual([]);
      expect(await checkBookInJava(bytes, context)).toEqual([]);
    }
    const draft = await booksWith('epub: {conformsTo: WCAG 2.2 AA}', { editions: ['fr'], draft: true });
    expect([...draft.values()].flatMap(({ book }) => claims(book))).toEqual([]);
  });

  it('make asides of notes, which some readers hide', async () => {
    const notesIn = (book: Book): XmlElement[] =>
      book.spine.flatMap((path) =>
        [...elementsIn(book.page(path))]
          .map(({ element }) => element)
          .filter(({ attributes }) => attributes['epub:type'] === 'footnote'),
      );
    for (const [setting, name] of [
      ['epub: {notes: aside}', 'aside'],
      ['epub: {notes: block}', 'div'],
      ['', 'div'],
    ] as const) {
      for (const { book, bytes } of (await booksWith(setting, { editions: ['en', 'stacked'] })).values()) {
        expect(notesIn(book).length).toBeGreaterThan(1);
        expect(new Set(notesIn(book).map((note) => note.name))).toEqual(new Set([name]));
        expect(await checkBook(bytes)).toEqual([]);
        expect(bookFaults(book)).toEqual([]);
      }
    }
  });

  it('give a book in both languages the number that it has of its own', async () => {
    const numbers = 'identifiers:\n  columns: {epub: {isbn: 978-0-13-110362-7}}';
    const made = await booksWith('', { editions: ['columns', 'stacked'], edits: ['identifiers:', numbers] });
    const said = [...made].map(([edition, { book }]) => {
      const stated = [...elementsIn(book.package)].filter(({ element }) => element.name === 'dc:identifier');
      const colophon = textIn(book.page('OEBPS/colophon.xhtml'));
      return [edition, stated.map(({ element }) => textIn(element)).slice(1), colophon.includes('978-0-13-110362-7')];
    });
    expect(said).toEqual([
      ['columns', ['urn:isbn:9780131103627'], true],
      ['stacked', [], false],
    ]);
    for (const { bytes } of made.values()) expect(await checkBook(bytes)).toEqual([]);
  });

  it('name the PDF whose pages are listed by its ISBN, or by its file where it has none', async () => {
    const made = await booksWith('', { editions: ['en', 'columns', 'stacked'] });
    const said = [...made].map(([edition, { book }]) => {
      const elements = [...elementsIn(book.package)].map(({ element }) => element);
      const sources = elements.filter(
        ({ name, attributes }) => name === 'dc:source' || attributes.property === 'pageBreakSource',
      );
      return [edition, sources.map((element) => textIn(element))];
    });
    const urn = 'urn:isbn:9780306406157'; // of the specimen's English PDF; its PDF in both languages has none
    expect(said).toEqual([
      ['en', [urn, urn]],
      ['columns', Array(2).fill('specimen-columns.pdf')],
      ['stacked', Array(2).fill('specimen-stacked.pdf')],
    ]);
    for (const { bytes } of made.values()) expect(await checkBook(bytes)).toEqual([]);
  });

  it('take a cover of the publisher’s own for the edition that it is named after', async () => {
    const made = await booksWith('', { editions: ['en', 'fr', 'columns'], own: ['cover-fr.png', 'cover-columns.png'] });
    const own = readFileSync(join(specimen, 'source/pictures/ramp.png'));
    for (const [edition, { book, bytes }] of made) {
      expect([edition, Buffer.from(book.bytes('OEBPS/images/cover.png')).equals(own)]).toEqual([
        edition,
        edition !== 'en',
      ]);
      expect(await checkBook(bytes)).toEqual([]);
      expect(bookFaults(book)).toEqual([]);
    }
  });

  it('embed the faces of print, cut down to what the book shows, with their licence', async (context) => {
    const made = await booksWith('epub: {fonts: embedded}', { editions: ['fr', 'columns'] });
    const again = await booksWith('epub: {fonts: embedded}', { editions: ['fr'] });
    expect(sha(again.get('fr')?.bytes)).toBe(sha(made.get('fr')?.bytes));
    for (const { book, bytes } of made.values()) {
      const shown = book.spine.map((path) => textIn(book.page(path))).join('');
      const fonts = fontsIn(book);
      expect(fonts.map(({ name }) => name)).toEqual([
        'code',
        'sans-bold',
        'serif-bold-italic',
        'serif-bold',
        'serif-italic',
        'serif',
      ]);
      for (const { name, font, size } of fonts) {
        const whole = fontOf(readFileSync(join('templates/fonts', wholeFiles[name] ?? '')));
        const known = whole.characterSet.filter((point) => shown.includes(String.fromCodePoint(point)));
        expect(known.length).toBeGreaterThan(60);
        expect(known.filter((point) => !font.hasGlyphForCodePoint(point))).toEqual([]);
        expect(font.characterSet.length).toBeLessThan(whole.characterSet.length / 4);
        const words = shown.replace(/[^\p{Script=Latin} ]/gu, '').slice(0, 400);
        expect([name, widthOf(words, font)]).toEqual([name, widthOf(words, whole)]); // kerning is there
        expect(font.copyright).toBe(whole.copyright);
        expect(size).toBeLessThan(60_000);
      }
      const style = book.text('OEBPS/style.css');
      for (const [, address = ''] of style.matchAll(/url\("([^"]+)"\)/g))
        expect(book.names).toContain(`OEBPS/${address}`);
      expect([...style.matchAll(/@font-face/g)]).toHaveLength(fonts.length);
      expect(await checkBook(bytes)).toEqual([]);
      expect(await checkBookInJava(bytes, context)).toEqual([]);
    }
    for (const { book } of (await booksWith('epub: {fonts: reader}', { editions: ['en'] })).values()) {
      expect(fontsIn(book)).toEqual([]);
      expect(book.text('OEBPS/style.css')).not.toContain('@font-face');
    }
  });
});
