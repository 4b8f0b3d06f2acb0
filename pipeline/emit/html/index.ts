import type { Edition, EmitOptions, OutputFile, Staged, Templates } from '../../model/index.ts';
import { contentsPath, pagePath } from './address.ts';
import { assetFiles } from './assets.ts';
import { contentsPage } from './contents-page.ts';
import { documentPage } from './document-page.ts';
import { entryPage, missingPage } from './entry-page.ts';
import { type Site, siteOf } from './site.ts';

/** Options of the entry page: it states the sizes of everything else. */
export interface EntryOptions extends EmitOptions {
  readonly downloads: readonly OutputFile[];
}

/** The site: a page for each document and language, contents pages, style sheet, scripts, fonts and pictures. */
export function emitHtml(
  editions: readonly Edition[],
  templates: Templates,
  options: EmitOptions,
): Staged<readonly OutputFile[]> {
  const site = siteOf(editions, templates, options);
  const files = [
    ...site.editions.flatMap((edition) => editionPages(site, edition)),
    bilingualFile(site, '404.html', missingPage(site)),
    ...assetFiles(site.editions, templates),
  ];
  return { value: files, diagnostics: [] };
}

/** The bilingual entry page `index.html`; written last, since it states the sizes of the downloads. */
export function emitEntry(
  editions: readonly Edition[],
  templates: Templates,
  options: EntryOptions,
): readonly OutputFile[] {
  const site = siteOf(editions, templates, options);
  return [bilingualFile(site, 'index.html', entryPage(site, options.downloads))];
}

function editionPages(site: Site, edition: Edition): readonly OutputFile[] {
  const page = (path: string, html: string): OutputFile => ({
    path,
    format: 'html',
    edition: edition.id,
    languages: [edition.tag],
    bytes: new TextEncoder().encode(html),
  });
  return [
    page(contentsPath(edition), contentsPage(site, edition)),
    ...edition.documents.map((document) => page(pagePath(edition, document), documentPage(site, edition, document))),
  ];
}

function bilingualFile(site: Site, path: string, html: string): OutputFile {
  return {
    path,
    format: 'html',
    languages: site.editions.map(({ tag }) => tag),
    bytes: new TextEncoder().encode(html),
  };
}
