import type { Edition } from './edition.ts';
import { otherLanguage } from './language.ts';
import type { Target } from './nodes.ts';

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
