import { toXml } from 'xast-util-to-xml';
import type { Edition, LanguageTag } from '../../model/index.ts';
import { bilingualPath, contentsPath, pagePath } from './address.ts';
import { absoluteIn, leavesIn, type Site } from './site.ts';
import { tag, words, xmlFile } from './xml.ts';

interface Page {
  readonly path: string;
  /** ISO date. */
  readonly modified?: string | undefined;
}

interface PageInLanguage extends Page {
  readonly tag: LanguageTag;
}

/** The page of a document in one language. */
function pageOf(edition: Edition, id: string): PageInLanguage[] {
  return edition.documents
    .filter((document) => document.id === id)
    .map((document) => ({ path: pagePath(edition, document), tag: edition.tag, modified: document.modified?.iso }));
}

/** Every page of the text with its other languages (sitemaps.org); undefined where the publication states no address. */
export function sitemapText(site: Site): string | undefined {
  const [first] = leavesIn(site);
  if (!first || absoluteIn(first, '') === undefined) return undefined;
  const at = (path: string): string => absoluteIn(first, path) ?? '';
  const entry = ({ path, modified }: Page, inEach: readonly PageInLanguage[] = []) =>
    tag('url', {}, [
      words('loc', at(path)),
      ...(modified ? [words('lastmod', modified)] : []),
      ...inEach.map(({ tag: hreflang, path }) => tag('xhtml:link', { rel: 'alternate', hreflang, href: at(path) })),
    ]);
  const contents = site.editions.map((edition): PageInLanguage => ({ tag: edition.tag, path: contentsPath(edition) }));
  const documents = first.documents.map(({ id }) => site.editions.flatMap((edition) => pageOf(edition, id)));
  const pages = [contents, ...documents].flatMap((inEach) => inEach.map((page) => entry(page, inEach)));
  const both = (site.bilingual?.documents ?? []).map((document) => entry({ path: bilingualPath(document) }));
  const namespaces = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  };
  return xmlFile(toXml(tag('urlset', namespaces, [entry({ path: 'index.html' }), ...pages, ...both])));
}

/** What programs that read sites may read: all, but not a draft. */
export function robotsText(site: Site): string {
  const [first] = leavesIn(site);
  const sitemap = first && absoluteIn(first, 'sitemap.xml');
  if (first?.draft) return 'User-agent: *\nDisallow: /\n';
  return `User-agent: *\nDisallow:\n${sitemap === undefined ? '' : `Sitemap: ${sitemap}\n`}`;
}
