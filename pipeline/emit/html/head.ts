import type { Edition } from '../../model/index.ts';
import { addressFrom, feedPath } from './address.ts';
import { hasFeed } from './feed.ts';
import { absoluteIn, type Site } from './site.ts';

export interface HeadOptions {
  /** Path of the page in the site. */
  readonly path: string;
  readonly title: string;
  readonly description?: string | undefined;
  /** Of a page in both languages: both, in its order. Absent on a page in the edition's own. */
  readonly tags?: readonly string[];
  /** ISO date. */
  readonly modified?: string | undefined;
  /** Pages that say the same in another language, by tag, itself included. */
  readonly alternates: readonly { readonly tag: string; readonly path: string }[];
  /** The page that says the same to who reads in none of these languages; it may be this one. */
  readonly otherwise?: string | undefined;
}

export interface Head {
  readonly title: string;
  readonly metas: readonly { readonly name: string; readonly content: string }[];
  readonly links: readonly {
    readonly rel: string;
    readonly href: string;
    readonly hreflang?: string;
    readonly type?: string;
  }[];
  /** Open Graph. */
  readonly properties: readonly { readonly property: string; readonly content: string }[];
  /** JSON of schema.org; absent on a page that has no address of its own. */
  readonly data?: string;
  readonly style: string;
  readonly icon: string;
  readonly theme: string;
  readonly scripts: readonly string[];
}

/** What a page's head says: Dublin Core, and addresses of its own where the publication states where it will stand. */
export function headOf(site: Site, edition: Edition, options: HeadOptions): Head {
  const { path, title, description, modified, tags = [edition.tag] } = options;
  const metas = [
    ['description', description],
    ['robots', edition.draft ? 'noindex' : undefined],
    ['generator', site.options.generator],
    ['dcterms.title', title],
    ['dcterms.description', description],
    ['dcterms.creator', edition.authors.join('; ') || edition.publisher],
    ['dcterms.publisher', edition.publisher],
    ...tags.map((tag) => ['dcterms.language', tag]),
    ['dcterms.subject', edition.subjects.join('; ')],
    ['dcterms.issued', edition.issued?.iso],
    ['dcterms.modified', modified ?? edition.modified?.iso],
  ].flatMap(([name, content]) => (name && content ? [{ name, content }] : []));
  return {
    title,
    metas,
    links: linksOf(edition, options),
    style: addressFrom(path, 'assets/style.css'),
    icon: addressFrom(path, 'assets/icon.svg'),
    theme: addressFrom(path, 'assets/theme.js'),
    scripts: ['site.js', 'popovers.js'].map((name) => addressFrom(path, `assets/${name}`)),
    properties: openGraphOf(edition, options),
    data: structuredData(edition, options),
  };
}

/** What a link to the page looks like elsewhere (ogp.me). */
function openGraphOf(edition: Edition, options: HeadOptions): Head['properties'] {
  const { path, title, description, alternates, tags = [] } = options;
  const others = new Set([...tags, ...alternates.map(({ tag }) => tag)].filter((tag) => tag !== edition.tag));
  const locale = (tag: string): string => tag.replace('-', '_');
  const entries = [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:description', description],
    ['og:site_name', edition.title],
    ['og:url', absoluteIn(edition, path)],
    ['og:locale', locale(edition.tag)],
    ...[...others].map((tag) => ['og:locale:alternate', locale(tag)]),
  ];
  return entries.flatMap(([property, content]) => (property && content ? [{ property, content }] : []));
}

/** The page, and which pages are its translations (schema.org). Data, not script; safe inside the element `script`. */
function structuredData(edition: Edition, options: HeadOptions): string {
  const { path, title, description, modified, alternates, tags } = options;
  const inLanguage = tags ?? edition.tag;
  const own = absoluteIn(edition, path);
  const translations = alternates
    .filter(({ tag, path: other }) => tag !== edition.tag && other !== path)
    .map(({ tag, path: other }) => ({ '@type': 'WebPage', '@id': absoluteIn(edition, other), inLanguage: tag }));
  const data = {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': own,
    url: own,
    name: title,
    description,
    inLanguage,
    datePublished: edition.issued?.iso,
    dateModified: modified ?? edition.modified?.iso,
    publisher: edition.publisher && { '@type': 'Organization', name: edition.publisher },
    isPartOf: { '@type': 'CreativeWork', name: edition.title, inLanguage },
    workTranslation: own !== undefined && translations.length > 0 ? translations : undefined,
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/**
 * Canonical address and alternates: they must be absolute, so without `url` there are none. Pages name only those that name
 * them back, as search engines ask: those in one language, and the one for all other readers (`x-default`).
 */
function linksOf(edition: Edition, { path, alternates, otherwise }: HeadOptions): Head['links'] {
  if (edition.settings.url === undefined) return [];
  const absolute = (page: string): string => absoluteIn(edition, page) ?? '';
  const equivalents = [...alternates, ...(otherwise === undefined ? [] : [{ tag: 'x-default', path: otherwise }])];
  const isOneOfThem = alternates.length > 1 && equivalents.some((each) => each.path === path);
  return [
    { rel: 'canonical', href: absolute(path) },
    ...(isOneOfThem ? equivalents : []).map((each) => ({
      rel: 'alternate',
      href: absolute(each.path),
      hreflang: each.tag,
    })),
    ...(hasFeed(edition)
      ? [{ rel: 'alternate', type: 'application/atom+xml', href: absolute(feedPath(edition)) }]
      : []),
  ];
}
