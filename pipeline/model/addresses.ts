import type { Edition } from './edition.ts';
import { otherLanguage } from './language.ts';
import type { Target } from './nodes.ts';

/** Schemes of addresses that lead a reader somewhere and do nothing else. */
const safeSchemes: ReadonlySet<string> = new Set('http https mailto tel sms geo ftp urn doi'.split(' '));

/**
 * The scheme of an address, in lower case; undefined where it has none and is relative. A browser passes over control
 * characters and white space in a scheme, so we do too.
 */
export function schemeOf(url: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what hides a scheme
  const plain = url.replace(/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/g, '');
  return /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
}

/** Whether following the address can only lead somewhere. */
export function isSafeAddress(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme === undefined || safeSchemes.has(scheme);
}

/** Pages that an edition of the site has besides its documents: the contents, the search, the changes, the help. */
const ownPages = ['index', 'search', 'changes', 'help'];

/** File name of a document's page in the site. A document of the name of one of the site's own pages steps aside. */
export function pageName(slug: string): string {
  return `${ownPages.includes(slug) ? `${slug}-1` : slug}.html`;
}

/**
 * Where the site has a place of the other language's edition, for formats that hold one language alone. Undefined
 * where the publication does not say where its site stands.
 */
export function otherEditionAddress({ language, documents, settings }: Edition, target: Target): string | undefined {
  const document = documents.find(({ id }) => id === target.document);
  if (settings.url === undefined || !document) return undefined;
  const path = `${otherLanguage(language)}/${pageName(document.otherSlug)}`;
  const base = settings.url.endsWith('/') ? settings.url : `${settings.url}/`;
  return new URL(target.id === undefined ? path : `${path}#${encodeURIComponent(target.id)}`, base).href;
}
