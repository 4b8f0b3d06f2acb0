import type { Edition } from '../../model/index.ts';
import {
  addressFrom,
  changesPath,
  contentsPath,
  feedPath,
  helpPath,
  pagePath,
  searchIndexPath,
  searchPath,
} from './address.ts';
import { changesIn, hasFeed } from './feed.ts';
import { frameOf, type OwnPage } from './frame.ts';
import { type Site, wordsOf } from './site.ts';

/** Pages of an edition that are not of its text, with their paths. */
export function ownPages(site: Site, edition: Edition): readonly (readonly [path: string, make: () => string])[] {
  return [
    [searchPath(edition), () => searchPage(site, edition)],
    [changesPath(edition), () => changesPage(site, edition)],
    [helpPath(edition), () => helpPage(site, edition)],
  ];
}

function named(pathIn: (edition: Edition) => string, key: string): OwnPage {
  return { pathIn, titleIn: (edition) => wordsOf(edition)(key) };
}

/** Where one searches. The words are in a script of their own, so that no other page carries them. */
function searchPage(site: Site, edition: Edition): string {
  const path = searchPath(edition);
  return site.render('search', {
    ...frameOf(site, edition, named(searchPath, 'page.search')),
    engine: addressFrom(path, 'assets/minisearch.js'),
    index: addressFrom(path, searchIndexPath(edition)),
    runner: addressFrom(path, 'assets/search.js'),
    contents: addressFrom(path, contentsPath(edition)),
  });
}

function changesPage(site: Site, edition: Edition): string {
  const path = changesPath(edition);
  return site.render('changes', {
    ...frameOf(site, edition, named(changesPath, 'page.changes')),
    changes: changesIn(edition).map(({ id, date, text, document }) => ({
      id,
      date,
      text,
      title: document.title,
      href: addressFrom(path, pagePath(edition, document)),
    })),
    feed: hasFeed(edition) ? addressFrom(path, feedPath(edition)) : undefined,
  });
}

const topics = ['languages', 'search', 'terms', 'links', 'print', 'display'] as const;

function helpPage(site: Site, edition: Edition): string {
  const word = wordsOf(edition);
  return site.render('help', {
    ...frameOf(site, edition, named(helpPath, 'page.help')),
    topics: topics.map((name) => ({
      title: word(`page.help-topics.${name}.title`),
      text: word(`page.help-topics.${name}.text`),
    })),
  });
}
