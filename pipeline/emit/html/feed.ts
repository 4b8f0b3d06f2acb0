import { toXml } from 'xast-util-to-xml';
import type { Edition, EditionChange, EditionDocument } from '../../model/index.ts';
import { changesPath, feedPath, pagePath } from './address.ts';
import { absoluteIn, wordsOf } from './site.ts';
import { tag, words, xmlFile } from './xml.ts';

export interface Announced extends EditionChange {
  readonly document: EditionDocument;
}

/** What has changed in any document, newest first; of one day, in the order of the documents. */
export function changesIn(edition: Edition): readonly Announced[] {
  const all = edition.documents.flatMap((document) =>
    (document.changes ?? []).map((change) => ({ ...change, document })),
  );
  return all.sort((one, other) => (one.date.iso < other.date.iso ? 1 : one.date.iso > other.date.iso ? -1 : 0));
}

/** Path of the feed, where there is one: it needs addresses of its own, and something to tell. */
export function feedIn(edition: Edition): string | undefined {
  return edition.settings.url !== undefined && changesIn(edition).length > 0 ? feedPath(edition) : undefined;
}

/** The changes for programs that follow them: Atom (RFC 4287). */
export function feedText(edition: Edition): string {
  const changes = changesIn(edition);
  const at = (path: string): string => absoluteIn(edition, path) ?? '';
  const author = edition.authors.join(', ') || (edition.publisher ?? edition.title);
  const feed = tag('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': edition.tag }, [
    words('title', `${edition.title} – ${wordsOf(edition)('page.changes')}`),
    words('id', at(feedPath(edition))),
    tag('link', { rel: 'self', type: 'application/atom+xml', href: at(feedPath(edition)) }),
    tag('link', { rel: 'alternate', type: 'text/html', hreflang: edition.tag, href: at(changesPath(edition)) }),
    words('updated', instantOf(changes[0])),
    tag('author', {}, [words('name', author)]),
    ...changes.map((change, index) =>
      tag('entry', {}, [
        words('title', `${change.document.title}, ${change.date.formatted}`),
        words('id', `${at(changesPath(edition))}#${anchorOf(change, changes.slice(0, index))}`),
        tag('link', { rel: 'alternate', type: 'text/html', href: at(pagePath(edition, change.document)) }),
        words('updated', instantOf(change)),
        words('content', change.text, { type: 'text' }),
      ]),
    ),
  ]);
  return xmlFile(toXml(feed));
}

/** Of a change on its page: the same whatever is announced later. @param newer - Those before it. */
export function anchorOf({ document, date }: Announced, newer: readonly Announced[]): string {
  const same = newer.filter((each) => each.document === document && each.date.iso === date.iso).length;
  return `${document.id}-${date.iso}${same > 0 ? `-${same + 1}` : ''}`;
}

function instantOf(change: Announced | undefined): string {
  return `${change?.date.iso ?? '2000-01-01'}T00:00:00Z`;
}
