import type { Edition } from '../../model/index.ts';
import { addressFrom, changesPath, contentsPath, feedPath, helpPath, searchPath } from './address.ts';
import { hasFeed } from './feed.ts';
import { absoluteIn, type Site, wordsOf } from './site.ts';

/** What every page offers besides its text. */
export interface Tools {
  /** The publication's name in the bar, and where it begins. */
  readonly home: { readonly title: string; readonly href: string };
  /** Search pages: one for each of the page's languages. A page in one language has a box in the bar instead. */
  readonly searches: readonly Tool[];
  /** At the page's foot. */
  readonly services: readonly Tool[];
  /** `mailto:` with title and address. */
  readonly share: string;
  /** The publication does not state its address: where the page stands on the web, the script adds its own. */
  readonly isAddressOpen: boolean;
  /** What the script needs, as JSON: words. */
  readonly script: string;
}

interface Tool {
  readonly title: string;
  readonly href: string;
  /** Where the page is in both languages: which this one is in. */
  readonly lang?: string;
  /** It is the page itself. */
  readonly current?: boolean;
}

interface ToolOptions {
  /** In the order of the page's languages. */
  readonly editions: readonly Edition[];
  /** The page's. */
  readonly title: string;
  /** Where the publication begins, on a page in both languages. */
  readonly home?: string;
}

/** What a page offers besides its text. @param path - The page's. */
export function toolsOf(site: Site, path: string, { editions, title, home }: ToolOptions): Tools {
  const [first] = editions;
  if (!first) throw new Error('A page is in one language at least');
  const published = editions.filter((edition) => site.editions.includes(edition));
  const both = editions.length > 1;
  const tool = (edition: Edition, key: string, to: string): Tool => ({
    title: wordsOf(edition)(key),
    href: addressFrom(path, to),
    ...(both && { lang: edition.tag }),
    ...(to === path && { current: true }),
  });
  const address = absoluteIn(first, path);
  const word = wordsOf(first);
  return {
    home: { title: first.title, href: addressFrom(path, home ?? contentsPath(first)) },
    searches: published.map((edition) => tool(edition, 'page.search', searchPath(edition))),
    services: published.flatMap((edition) => [
      tool(edition, 'contents', contentsPath(edition)),
      tool(edition, 'page.search', searchPath(edition)),
      tool(edition, 'page.changes', changesPath(edition)),
      ...(hasFeed(edition) ? [tool(edition, 'page.feed', feedPath(edition))] : []),
      tool(edition, 'page.help', helpPath(edition)),
    ]),
    share: mailTo(title, word('page.share-body', { title, address: address ?? '' })),
    isAddressOpen: address === undefined,
    script: JSON.stringify({
      words: Object.fromEntries(['copy', 'copied', 'enlarge', 'close'].map((key) => [key, word(`page.${key}`)])),
    }),
  };
}

function mailTo(subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
