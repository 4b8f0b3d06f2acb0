import type { Formulae, PageStart } from '../../layout/index.ts';
import {
  type BilingualEdition,
  type Edition,
  type EmitOptions,
  fill,
  type OutputFile,
  type Staged,
  type Templates,
} from '../../model/index.ts';
import { pageMark } from '../markup/index.ts';
import { accessibilityOf } from './accessibility.ts';
import { chapterOf } from './chapters.ts';
import { coverOf, ownCover } from './cover/index.ts';
import { draftMark, markOf } from './draft.ts';
import { embeddedFonts, noFonts } from './fonts.ts';
import { ownPagesOf } from './front.ts';
import { linkParts } from './links.ts';
import { captionedIn, listsOf } from './lists.ts';
import { metadataOf } from './metadata.ts';
import { contentsOf, landmarksOf, pagesOf } from './navigation.ts';
import { packageEpub } from './package.ts';
import { markPages } from './pages.ts';
import { partsOf } from './parts.ts';
import { picturesOf } from './pictures.ts';
import { placesIn } from './places.ts';
import type { EpubEntry, EpubFile, EpubPublication } from './publication.ts';
import { plainly, said, sidesOf, xhtmlOfAll, xhtmlOfSaid } from './said.ts';
import { tooLong } from './tooLong.ts';
import { xhtmlOf } from './xml.ts';

export interface EpubOptions extends EmitOptions {
  /** Where the pages of the printed edition begin; absent, none are listed. */
  readonly pages?: readonly PageStart[];
  /** What formulae say; absent, their TeX. */
  readonly formulae?: Formulae;
}

/**
 * One EPUB 3 book in the edition's language, or in both, each passage in one and then in the other:
 * `<publication id>-<edition>.epub`.
 */
export async function emitEpub(
  edition: Edition | BilingualEdition,
  templates: Templates,
  options: EpubOptions,
): Promise<Staged<readonly OutputFile[]>> {
  const { value: book, diagnostics } = await bookOf(edition, templates, options);
  const bytes = await packageEpub(book);
  const path = `${edition.settings.id}-${edition.id}.epub`;
  return {
    value: [{ path, format: 'epub', edition: edition.id, languages: sidesOf(edition).map(({ tag }) => tag), bytes }],
    diagnostics,
  };
}

/** The whole book as plain data, before anything is packed. */
async function bookOf(
  edition: Edition | BilingualEdition,
  templates: Templates,
  options: EpubOptions,
): Promise<Staged<EpubPublication>> {
  const sides = sidesOf(edition);
  const cover = await coverFile(edition, templates); // first: its pixels are gone before there are trees
  const pictures = picturesOf(edition.assets);
  const sources = { asset: pictures.address, starts: options.pages ?? [], formulae: options.formulae };
  const parts = partsOf(edition, sources); // documents → trees, each short enough for a file
  const diagnostics = tooLong(parts);
  const marks = markPages(parts, sources.starts); // where printed pages begin
  const places = placesIn(parts); // index, lists
  const captioned = captionedIn(parts); // figures and tables
  const locate = linkParts(parts); // ids unique in the book, links lead to files
  const pages = ownPagesOf(edition, templates, { ...options, cover: cover.path });
  const contents = [...contentsOf(edition, locate, sources), entryOf(pages.colophon)];
  const draft = draftMark(sides);
  const sayAll = (name: string): string => xhtmlOfSaid(said(sides, ({ strings }) => fill(strings, name)));
  const sayPlainly = (name: string): string => plainly(said(sides, ({ strings }) => fill(strings, name)));
  const colophon = { ...pages.colophon, content: xhtmlOfMarks(marks.colophon) + pages.colophon.content };
  const chapters = [pages.cover, pages.titlePage, ...parts.map(chapterOf), colophon].map((chapter) => ({
    ...chapter,
    content: draft + chapter.content,
  }));
  const lists = listsOf(
    captioned,
    { figures: sayAll('edition.epub.figures'), tables: sayAll('edition.epub.tables') },
    locate,
  );
  const labels = {
    contents: sayPlainly('edition.contents'),
    heading: sayAll('edition.contents'),
    landmarks: sayAll('edition.epub.landmarks'),
    pages: sayAll('edition.epub.pages'),
    before: draft + xhtmlOfMarks(marks.contents),
  };
  const shown = [...chapters.map(({ content }) => content), JSON.stringify([contents, lists, labels])];
  const fonts = edition.settings.epub?.fonts === 'embedded' ? await embeddedFonts(shown, templates) : noFonts;
  const css = templates.text('epub/style.css') + fonts.css;
  const printed = pagesOf(marks, pages, locate);
  const evidence = { trees: parts.map((part) => part.tree), contents, pictures: pictures.files(), css, pages: printed };
  const book: EpubPublication = {
    metadata: metadataOf(
      edition,
      accessibilityOf(
        evidence,
        sides.map(({ strings }) => strings),
      ),
      { ...options, listsPages: printed.length > 0 },
    ),
    chapters,
    contents,
    landmarks: landmarksOf(edition, { own: pages, places, lists }, locate),
    lists,
    pages: printed,
    files: [cover, ...evidence.pictures, ...fonts.files],
    css,
    labels,
    templates: {
      package: templates.text('epub/package.ejs'),
      navigation: templates.text('epub/navigation.ejs'),
      ncx: templates.text('epub/ncx.ejs'),
      chapter: templates.text('epub/chapter.ejs'),
    },
  };
  return { value: book, diagnostics };
}

/**
 * The publisher's own where there is one, `epub/cover-<edition>.jpg` or `.png`; else made from the title. Of a book in both
 * languages: the first title stands on the hinge, the second hangs under it.
 */
async function coverFile(edition: Edition | BilingualEdition, templates: Templates): Promise<EpubFile> {
  const own = ownCover(edition.id, templates);
  if (own) return { id: 'cover-image', ...own, cover: true };
  const [first, second] = sidesOf(edition);
  const words = { ...first, ...(second && { subtitle: undefined, below: second.title }), mark: markOf(first) };
  const bytes = await coverOf(words, templates);
  return { id: 'cover-image', path: 'images/cover.png', mediaType: 'image/png', bytes, cover: true };
}

function xhtmlOfMarks(labels: readonly string[]): string {
  return xhtmlOfAll(labels.map((label) => ({ ...pageMark(label), tagName: 'div' })));
}

function entryOf({ title, filename }: { title: string; filename: string }): EpubEntry {
  return { text: title, content: xhtmlOf({ type: 'text', value: title }), href: filename, children: [] };
}
