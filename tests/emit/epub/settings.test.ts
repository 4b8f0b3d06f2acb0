import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
async function booksWith(settings: string, options: BuildOptions & { own?: readonly string[] } = {}) {
  const { own = [], ...asked } = options;
  const dir = mkdtempSync(join(tmpdir(), 'diptych-settings-'));
  folders.push(dir);
  cpSync(specimen, dir, { recursive: true });
  const path = join(dir, 'source/publication.yaml');
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n${settings}\n`);
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
});
