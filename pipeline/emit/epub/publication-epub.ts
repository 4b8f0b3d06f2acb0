import { EPub, type Options } from 'epub-gen-memory';
import JSZip from 'jszip';
import { ncxOf } from './ncx.ts';
import type { EpubPublication } from './publication.ts';
import { plainly } from './said.ts';

/** Where the library puts everything but the container's own files. */
const folder = 'OEBPS';

/** Entries whose place in the archive readers expect; the rest follows by name. */
const first = ['META-INF/container.xml', `${folder}/content.opf`];

/** The least instant that a ZIP archive can state. */
const earliest = Date.UTC(1980, 0, 1);

/**
 * The packaging library with our own templates, identifier, dates and files. Its normaliser of HTML, which loses
 * attributes, sees empty chapters only; what it would download is given as bytes.
 */
export class PublicationEpub extends EPub {
  readonly #publication: EpubPublication;

  constructor(publication: EpubPublication) {
    super(
      optionsOf(publication),
      publication.chapters.map(({ filename, title, place }) => ({ filename, title, content: '', place })),
    );
    assertDistinct(publication);
    this.#publication = publication;
    this.uuid = publication.metadata.identifier;
    for (const [index, chapter] of publication.chapters.entries()) {
      const ours = this.content[index];
      if (ours?.filename !== chapter.filename) throw new Error(`The packager renames “${chapter.filename}”`);
      ours.content = chapter.content;
    }
  }

  protected override async downloadAllImages(): Promise<void> {
    for (const { path, bytes } of this.#publication.files) {
      this.zip.file(`${folder}/${path}`, bytes, { createFolders: false });
    }
  }

  protected override async downloadAllFonts(): Promise<void> {}

  protected override async makeCover(): Promise<void> {}

  /** `mimetype` first and stored, then the rest in a fixed order, under one date, without entries for folders. */
  override async genEpub(): Promise<Buffer> {
    await this.render();
    const archive = new JSZip();
    const date = new Date(Math.max(Date.parse(this.#publication.metadata.modified), earliest));
    const entry = { date, createFolders: false };
    archive.file('mimetype', 'application/epub+zip', { ...entry, compression: 'STORE' });
    for (const name of entryNames(this.zip)) {
      const bytes = await this.zip.files[name]?.async('uint8array');
      if (bytes) archive.file(name, bytes, entry);
    }
    return archive.generateAsync({
      type: 'nodebuffer',
      platform: 'DOS',
      compression: 'DEFLATE',
      compressionOptions: { level: 9 },
    });
  }
}

/** The library checks the members it knows and hands all of them to the templates. */
function optionsOf(publication: EpubPublication): Options {
  const { metadata, templates, labels, css } = publication;
  const options: Options & Record<string, unknown> = {
    version: 3,
    verbose: false,
    title: plainly(metadata.titles),
    author: metadata.creators.map(({ text }) => text),
    lang: metadata.languages[0] ?? 'und',
    tocTitle: labels.contents,
    prependChapterTitles: false,
    numberChaptersInTOC: false,
    css,
    contentOPF: templates.package,
    tocXHTML: templates.navigation,
    tocNCX: templates.ncx,
    chapterXHTML: templates.chapter,
    publication,
    ncx: ncxOf(publication.contents, publication.pages),
  };
  return options;
}

function entryNames(zip: JSZip): string[] {
  const names = Object.keys(zip.files).filter((name) => !zip.files[name]?.dir && name !== 'mimetype');
  return [...first, ...names.filter((name) => !first.includes(name)).sort()];
}

/** Names are compared without case, as some readers' disks do. */
function assertDistinct({ chapters, files }: EpubPublication): void {
  const reserved = ['content.opf', 'toc.ncx', 'toc.xhtml', 'style.css'];
  const names = [...reserved, ...chapters.map((chapter) => chapter.filename), ...files.map((file) => file.path)];
  const ids = ['nav', 'ncx', 'css', ...chapters.map((chapter) => chapter.id), ...files.map((file) => file.id)];
  for (const list of [names.map((name) => name.toLowerCase()), ids]) {
    const twice = list.find((name, index) => list.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`Two files of the book are called “${twice}”`);
  }
}
