import { toXml } from 'xast-util-to-xml';
import { bilingualContents, documentIn, pagePath } from './address.ts';
import { equivalentsOf } from './frame.ts';
import { absoluteIn, leavesIn, type Site } from './site.ts';
import { tag, words, xmlFile } from './xml.ts';

/** Every page of the text with those that say the same (sitemaps.org); undefined where the publication states no address. */
export function sitemapText(site: Site): string | undefined {
  const leaves = leavesIn(site);
  const [first] = leaves;
  if (!first || absoluteIn(first, '') === undefined) return undefined;
  const at = (path: string): string => absoluteIn(first, path) ?? '';
  const documents = new Set(leaves.flatMap((edition) => edition.documents.map(({ id }) => id)));
  const entries = [undefined, ...documents].flatMap((document) => {
    const { alternates, otherwise } = equivalentsOf(site, document);
    const others = otherwise === undefined ? [] : [{ tag: 'x-default', path: otherwise }];
    const equivalents = alternates.length > 1 ? [...alternates, ...others] : [];
    const links = equivalents.map(({ tag: hreflang, path }) =>
      tag('xhtml:link', { rel: 'alternate', hreflang, href: at(path) }),
    );
    const paths = new Set([...alternates, ...others].map(({ path }) => path));
    return [...paths].map((path) => {
      const modified = modifiedAt(site, document, path);
      return tag('url', {}, [words('loc', at(path)), ...(modified ? [words('lastmod', modified)] : []), ...links]);
    });
  });
  const both = site.bilingual ? [tag('url', {}, [words('loc', at(bilingualContents))])] : [];
  const namespaces = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  };
  return xmlFile(toXml(tag('urlset', namespaces, [...entries, ...both])));
}

/** When the page of a document was changed; of one in both languages, the later day. ISO dates. */
function modifiedAt(site: Site, id: string | undefined, path: string): string | undefined {
  if (id === undefined) return undefined;
  const documents = leavesIn(site).flatMap((edition) => {
    const document = documentIn(edition, { document: id });
    return document ? [{ own: pagePath(edition, document), modified: document.modified?.iso ?? '' }] : [];
  });
  const own = documents.filter((each) => each.own === path);
  const dates = (own.length > 0 ? own : documents).map(({ modified }) => modified).sort();
  return dates.at(-1) || undefined;
}

/** What programs that read sites may read: all, but not a draft. */
export function robotsText(site: Site): string {
  const [first] = leavesIn(site);
  const sitemap = first && absoluteIn(first, 'sitemap.xml');
  if (first?.draft) return 'User-agent: *\nDisallow: /\n';
  return `User-agent: *\nDisallow:\n${sitemap === undefined ? '' : `Sitemap: ${sitemap}\n`}`;
}
