import type { Edition, EmitOptions, OutputFile, Staged, Templates } from '../../model/index.ts';
import { bilingualContents, bilingualPath, contentsPath, feedPath, pagePath } from './address.ts';
import { assetFiles } from './assets.ts';
import { bilingualContentsPage, bilingualPage } from './bilingual.ts';
import { contentsPage } from './contents-page.ts';
import { documentPage } from './document-page.ts';
import { entryPage, missingPage } from './entry-page.ts';
import { feedText, hasFeed } from './feed.ts';
import { ownPages } from './own-pages.ts';
import { type AnyEdition, leavesIn, type Site, siteOf } from './site.ts';
import { robotsText, sitemapText } from './sitemap.ts';

/** Options of the entry page: it states the sizes of everything else. */
export interface EntryOptions extends EmitOptions {
  readonly downloads: readonly OutputFile[];
}

/** The site: a page for each document and language, contents pages, style sheet, scripts, fonts and pictures. */
export function emitHtml(
  editions: readonly AnyEdition[],
  templates: Templates,
  options: EmitOptions,
): Staged<readonly OutputFile[]> {
  const site = siteOf(editions, templates, options);
  const files = [
    ...site.editions.flatMap((edition) => editionPages(site, edition)),
    ...bilingualPages(site),
    sharedFile(site, '404.html', missingPage(site)),
    ...machineFiles(site),
    ...assetFiles(site, templates),
  ];
  return { value: files, diagnostics: [] };
}

/** The bilingual entry page `index.html`; written last, since it states the sizes of the downloads. */
export function emitEntry(
  editions: readonly AnyEdition[],
  templates: Templates,
  options: EntryOptions,
): readonly OutputFile[] {
  const site = siteOf(editions, templates, options);
  return [sharedFile(site, 'index.html', entryPage(site, options.downloads))];
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
    ...ownPages(site, edition).map(([path, html]) => page(path, html)),
    ...(hasFeed(edition) ? [page(feedPath(edition), feedText(edition))] : []),
  ];
}

function bilingualPages(site: Site): readonly OutputFile[] {
  const edition = site.bilingual;
  if (!edition) return [];
  const page = (path: string, html: string): OutputFile => ({
    path,
    format: 'html',
    edition: edition.id,
    languages: edition.order.map((language) => edition.sides[language].tag),
    bytes: new TextEncoder().encode(html),
  });
  return [
    page(bilingualContents, bilingualContentsPage(site, edition)),
    ...edition.documents.map((document) => page(bilingualPath(document), bilingualPage(site, edition, document))),
  ];
}

/** What programs that read sites look for. */
function machineFiles(site: Site): readonly OutputFile[] {
  const sitemap = sitemapText(site);
  return [
    { ...sharedFile(site, 'robots.txt', robotsText(site)), format: 'asset' },
    ...(sitemap === undefined ? [] : [{ ...sharedFile(site, 'sitemap.xml', sitemap), format: 'asset' as const }]),
  ];
}

/** A page that belongs to every edition. */
function sharedFile(site: Site, path: string, html: string): OutputFile {
  return {
    path,
    format: 'html',
    languages: leavesIn(site).map(({ tag }) => tag),
    bytes: new TextEncoder().encode(html),
  };
}
