import { toXml } from 'xast-util-to-xml';
import type { EditionDocument } from '../../model/index.ts';
import { bilingualPath, contentsPath, pagePath } from './address.ts';
import { absoluteIn, leavesIn, type Site } from './site.ts';
import { tag, words, xmlFile } from './xml.ts';

/** Every page of the text with its other languages (sitemaps.org); undefined where the publication states no address. */
export function sitemapText(site: Site): string | undefined {
  const [first] = leavesIn(site);
  if (!first || absoluteIn(first, '') === undefined) return undefined;
  const at = (path: string): string => absoluteIn(first, path) ?? '';
  const inEach = (id: string | undefined) =>
    site.editions.map((edition) => {
      const document = edition.documents.find((each) => each.id === id);
      return { tag: edition.tag, path: document ? pagePath(edition, document) : contentsPath(edition), document };
    });
  const entry = (path: string, others: ReturnType<typeof inEach>, document?: EditionDocument) =>
    tag('url', {}, [
      words('loc', at(path)),
      ...(document?.modified ? [words('lastmod', document.modified.iso)] : []),
      ...others.map((other) => tag('xhtml:link', { rel: 'alternate', hreflang: other.tag, href: at(other.path) })),
    ]);
  const pages = [undefined, ...first.documents.map(({ id }) => id)].flatMap((id) => {
    const each = inEach(id);
    return each.map(({ path, document }) => entry(path, each, document));
  });
  const both = (site.bilingual?.documents ?? []).map((document) => entry(bilingualPath(document), []));
  const namespaces = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  };
  return xmlFile(toXml(tag('urlset', namespaces, [entry('index.html', []), ...pages, ...both])));
}

/** What programs that read sites may read: all, but not a draft. */
export function robotsText(site: Site): string {
  const [first] = leavesIn(site);
  const sitemap = first && absoluteIn(first, 'sitemap.xml');
  if (first?.draft) return 'User-agent: *\nDisallow: /\n';
  return `User-agent: *\nDisallow:\n${sitemap === undefined ? '' : `Sitemap: ${sitemap}\n`}`;
}
