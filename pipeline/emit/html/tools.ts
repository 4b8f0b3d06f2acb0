import type { Edition } from '../../model/index.ts';
import { addressFrom, changesPath, contentsPath, helpPath, searchPath } from './address.ts';
import { feedIn } from './feed.ts';
import type { Tool, Tools } from './frame.ts';
import { absoluteIn, type Site, wordsOf } from './site.ts';

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
      tool(edition, 'page.changes', changesPath(edition)),
      ...(feedIn(edition) ? [tool(edition, 'page.feed', feedIn(edition) ?? '')] : []),
      tool(edition, 'page.help', helpPath(edition)),
    ]),
    ...(address !== undefined && { share: mailTo(title, word('page.share-body', { title, address })) }),
    script: JSON.stringify({
      words: Object.fromEntries(['copy', 'copied', 'enlarge', 'close'].map((key) => [key, word(`page.${key}`)])),
    }),
  };
}

function mailTo(subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
