import {
  type Edition,
  type Memory,
  noMemory,
  type OutputFile,
  type RememberingOptions,
  type Staged,
  type Templates,
} from '../../model/index.ts';
import {
  bilingualContents,
  bilingualPath,
  contentsPath,
  excerptsPath,
  feedPath,
  pagePath,
  searchIndexPath,
} from './address.ts';
import { assetFiles } from './assets.ts';
import { bilingualContentsPage, bilingualPage } from './bilingual.ts';
import { contentsPage } from './contents-page.ts';
import { documentPage, markupOptions } from './document-page.ts';
import { entryPage, missingPage } from './entry-page.ts';
import { excerptsText, referredIn } from './excerpts.ts';
import { feedText, hasFeed } from './feed.ts';
import { filesOf, nothingWaits, type Wanted, waiting } from './files.ts';
import { baseOf, type Inputs, inputsOf } from './inputs.ts';
import { ownPages } from './own-pages.ts';
import { searchIndex } from './search-index.ts';
import { type AnyEdition, leavesIn, type Site, siteOf } from './site.ts';
import { robotsText, sitemapText } from './sitemap.ts';

/** Options of the entry page: it states the sizes of everything else. */
export interface EntryOptions extends RememberingOptions {
  readonly downloads: readonly OutputFile[];
}

/** The site: a page for each document and language, contents pages, style sheet, scripts, fonts and pictures. */
export function emitHtml(
  editions: readonly AnyEdition[],
  templates: Templates,
  options: RememberingOptions,
): Staged<readonly OutputFile[]> {
  const { memory = noMemory } = options;
  const own = memory.part('html');
  const site = siteOf(editions, templates, { ...options, memory: own });
  const inputs = inputsOf(site, own);
  const pages = [
    ...site.editions.flatMap((edition) => editionPages(site, edition, inputs)),
    ...site.editions.flatMap((edition) => excerptFiles(site, edition, { inputs, memory: own })),
    ...bilingualPages(site, inputs),
    sharedFile(site, '404.html', { inputs: inputs.base, make: () => missingPage(site) }),
    ...machineFiles(site, inputs),
  ];
  const waits = memory === noMemory ? nothingWaits : waiting(options.isLookedAt);
  const indexes = filesOf(site.editions.map(searchFile), own, waits);
  return { value: [...filesOf(pages, own, waits), ...assetFiles(site, indexes, own)], diagnostics: [] };
}

/** The bilingual entry page `index.html`; written last, since it states the sizes of the downloads. */
export function emitEntry(
  editions: readonly AnyEdition[],
  templates: Templates,
  options: EntryOptions,
): readonly OutputFile[] {
  const { memory = noMemory, downloads } = options;
  const own = memory.part('html');
  const site = siteOf(editions, templates, { ...options, memory: own });
  const sizes = downloads.map(({ path, bytes }) => `${path} ${bytes.length}`).join();
  const page = sharedFile(site, 'index.html', {
    inputs: [...baseOf(site), sizes],
    make: () => entryPage(site, downloads),
  });
  return filesOf([page], own, nothingWaits);
}

function editionPages(site: Site, edition: Edition, inputs: Inputs): readonly Wanted[] {
  const page = (path: string, from: readonly unknown[], make: () => string): Wanted => ({
    path,
    format: 'html',
    edition: edition.id,
    languages: [edition.tag],
    inputs: from,
    make,
  });
  const { base } = inputs;
  const news = edition.documents.flatMap(({ id, changes }) => (changes ? [id, JSON.stringify(changes)] : []));
  const told = [...base, inputs.cards(edition), ...news];
  return [
    page(contentsPath(edition), [...base, edition.contents, inputs.cards(edition)], () => contentsPage(site, edition)),
    ...edition.documents.map((document) =>
      page(pagePath(edition, document), inputs.of(edition, document), () => documentPage(site, edition, document)),
    ),
    ...ownPages(site, edition).map(([path, make]) => page(path, told, make)),
    ...(hasFeed(edition) ? [page(feedPath(edition), told, () => feedText(edition))] : []),
  ];
}

/** For each document that others refer to. */
function excerptFiles(
  site: Site,
  edition: Edition,
  { inputs, memory }: { readonly inputs: Inputs; readonly memory: Memory },
): readonly Wanted[] {
  const referred = referredIn(edition, memory.part(`references ${edition.id}`));
  const markup = (path: string) => markupOptions(site, edition, path);
  return edition.documents.flatMap((document): Wanted[] => {
    const ids = referred.get(document.id);
    if (!ids) return [];
    return [
      {
        path: excerptsPath(edition, document),
        format: 'asset',
        edition: edition.id,
        languages: [edition.tag],
        inputs: [...inputs.of(edition, document), ids.join(' ')],
        make: () => excerptsText(edition, document, { ids, markup }),
        isLate: true,
      },
    ];
  });
}

function bilingualPages(site: Site, inputs: Inputs): readonly Wanted[] {
  const edition = site.bilingual;
  if (!edition) return [];
  const page = (path: string, from: readonly unknown[], make: () => string): Wanted => ({
    path,
    format: 'html',
    edition: edition.id,
    languages: edition.order.map((language) => edition.sides[language].tag),
    inputs: from,
    make,
  });
  const contents = [...inputs.base, inputs.cards(edition), ...edition.contents];
  return [
    page(bilingualContents, contents, () => bilingualContentsPage(site, edition)),
    ...edition.documents.map((document) =>
      page(bilingualPath(document), inputs.ofBoth(edition, document), () => bilingualPage(site, edition, document)),
    ),
  ];
}

/** What programs that read sites look for. */
function machineFiles(site: Site, { base, cards }: Inputs): readonly Wanted[] {
  const all = [...site.editions, ...(site.bilingual ? [site.bilingual] : [])];
  const dates = leavesIn(site).flatMap(({ documents }) => documents.map(({ modified }) => modified?.iso));
  const listed = [...base, ...all.map(cards), dates.join()];
  const hasMap = leavesIn(site)[0]?.settings.url !== undefined;
  const robots = sharedFile(site, 'robots.txt', { inputs: base, make: () => robotsText(site) });
  const map = sharedFile(site, 'sitemap.xml', { inputs: listed, make: () => sitemapText(site) ?? '' });
  return [{ ...robots, format: 'asset' }, ...(hasMap ? [{ ...map, format: 'asset' as const }] : [])];
}

/** The words of an edition, for its search page. */
function searchFile(edition: Edition): Wanted {
  return {
    path: searchIndexPath(edition),
    format: 'asset',
    edition: edition.id,
    languages: [edition.tag],
    inputs: [...edition.documents, edition.strings],
    make: () => searchIndex(edition),
    isLate: true,
  };
}

/** A page that belongs to every edition. */
function sharedFile(site: Site, path: string, from: Pick<Wanted, 'inputs' | 'make'>): Wanted {
  return { path, format: 'html', languages: leavesIn(site).map(({ tag }) => tag), ...from };
}
