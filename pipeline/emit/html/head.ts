import type { Edition } from '../../model/index.ts';
import { addressFrom } from './address.ts';
import type { Site } from './site.ts';

export interface HeadOptions {
  /** Path of the page in the site. */
  readonly path: string;
  readonly title: string;
  readonly description?: string | undefined;
  /** ISO date. */
  readonly modified?: string | undefined;
  /** Pages that say the same in another language, by tag, itself included. */
  readonly alternates: readonly { readonly tag: string; readonly path: string }[];
}

export interface Head {
  readonly title: string;
  readonly metas: readonly { readonly name: string; readonly content: string }[];
  readonly links: readonly { readonly rel: string; readonly href: string; readonly hreflang?: string }[];
  readonly style: string;
  readonly script: string;
}

/** What a page's head says: Dublin Core, and addresses of its own where the publication states where it will stand. */
export function headOf(site: Site, edition: Edition, options: HeadOptions): Head {
  const { path, title, description, modified } = options;
  const metas = [
    ['description', description],
    ['robots', edition.draft ? 'noindex' : undefined],
    ['generator', site.options.generator],
    ['dcterms.title', title],
    ['dcterms.description', description],
    ['dcterms.creator', edition.authors.join('; ') || edition.publisher],
    ['dcterms.publisher', edition.publisher],
    ['dcterms.language', edition.tag],
    ['dcterms.subject', edition.subjects.join('; ')],
    ['dcterms.issued', edition.issued?.iso],
    ['dcterms.modified', modified ?? edition.modified?.iso],
  ].flatMap(([name, content]) => (name && content ? [{ name, content }] : []));
  return {
    title,
    metas,
    links: linksOf(edition.settings.url, options),
    style: addressFrom(path, 'assets/style.css'),
    script: addressFrom(path, 'assets/site.js'),
  };
}

/** Canonical address and alternates: they must be absolute, so without `url` there are none. */
function linksOf(url: string | undefined, options: HeadOptions): Head['links'] {
  if (url === undefined) return [];
  const absolute = (path: string): string => new URL(path, url.endsWith('/') ? url : `${url}/`).href;
  const alternates = options.alternates.map(({ tag, path }) => ({
    rel: 'alternate',
    href: absolute(path),
    hreflang: tag,
  }));
  return [
    { rel: 'canonical', href: absolute(options.path) },
    ...alternates,
    ...(alternates.length > 1 ? [{ rel: 'alternate', href: absolute('index.html'), hreflang: 'x-default' }] : []),
  ];
}
