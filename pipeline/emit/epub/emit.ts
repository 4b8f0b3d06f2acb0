import {
  type Edition,
  type EmitOptions,
  fill,
  type OutputFile,
  type Staged,
  type Templates,
} from '../../model/index.ts';
import { accessibilityOf } from './accessibility.ts';
import { chapterOf } from './chapters.ts';
import { coverOf } from './cover/index.ts';
import { draftMark, markOf } from './draft.ts';
import { ownPagesOf } from './front.ts';
import { linkParts } from './links.ts';
import { metadataOf } from './metadata.ts';
import { contentsOf, landmarksOf } from './navigation.ts';
import { packageEpub } from './package.ts';
import { partsOf } from './parts.ts';
import { picturesOf } from './pictures.ts';
import type { EpubEntry, EpubFile, EpubPublication } from './publication.ts';
import { xhtmlOf } from './xml.ts';

/** One EPUB 3 book in the edition's language: `<publication id>-<edition>.epub`. */
export async function emitEpub(
  edition: Edition,
  templates: Templates,
  options: EmitOptions,
): Promise<Staged<readonly OutputFile[]>> {
  const bytes = await packageEpub(await bookOf(edition, templates, options));
  const path = `${edition.settings.id}-${edition.id}.epub`;
  return {
    value: [{ path, format: 'epub', edition: edition.id, languages: [edition.tag], bytes }],
    diagnostics: [],
  };
}

/** The whole book as plain data, before anything is packed. */
async function bookOf(edition: Edition, templates: Templates, options: EmitOptions): Promise<EpubPublication> {
  const pictures = picturesOf(edition.assets);
  const parts = partsOf(edition, pictures.address); // documents → trees, each short enough for a file
  const locate = linkParts(parts); // ids unique in the book, links lead to files
  const cover = await coverFile(edition, templates);
  const pages = ownPagesOf(edition, templates, { ...options, cover: cover.path });
  const contents = [...contentsOf(edition, locate), entryOf(pages.colophon)];
  const css = templates.text('epub/style.css');
  const draft = draftMark(edition);
  const evidence = { trees: parts.map((part) => part.tree), contents, pictures: pictures.files(), css };
  return {
    metadata: metadataOf(edition, accessibilityOf(evidence, edition.strings), options),
    chapters: [pages.cover, pages.titlePage, ...parts.map(chapterOf), pages.colophon].map((chapter) => ({
      ...chapter,
      content: draft + chapter.content,
    })),
    contents,
    landmarks: landmarksOf(edition, pages, locate),
    files: [cover, ...evidence.pictures],
    css,
    labels: {
      contents: fill(edition.strings, 'edition.contents'),
      landmarks: fill(edition.strings, 'edition.epub.landmarks'),
      draft,
    },
    templates: {
      package: templates.text('epub/package.ejs'),
      navigation: templates.text('epub/navigation.ejs'),
      ncx: templates.text('epub/ncx.ejs'),
      chapter: templates.text('epub/chapter.ejs'),
    },
  };
}

async function coverFile(edition: Edition, templates: Templates): Promise<EpubFile> {
  const bytes = await coverOf({ ...edition, mark: markOf(edition) }, templates);
  return { id: 'cover-image', path: 'images/cover.png', mediaType: 'image/png', bytes, cover: true };
}

function entryOf({ title, filename }: { title: string; filename: string }): EpubEntry {
  return { text: title, content: xhtmlOf({ type: 'text', value: title }), href: filename, children: [] };
}
