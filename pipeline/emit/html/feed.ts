import { toXml } from 'xast-util-to-xml';
import type { Edition, EditionChange, EditionDocument } from '../../model/index.ts';
import { changesPath, feedPath, pagePath } from './address.ts';
import { absoluteIn, wordsOf } from './site.ts';
import { tag, words, xmlFile } from './xml.ts';

interface Announced extends EditionChange {
  readonly document: EditionDocument;
  /** Of the change on its page: the same whatever is announced later. */
  readonly id: string;
}

/** What has changed in any document, newest first; of one day, in the order of the documents. */
export function changesIn(edition: Edition): readonly Announced[] {
  const all = edition.documents.flatMap((document) => {
    const counts = new Map<string, number>(); // of each day
    return (document.changes ?? []).map((change) => {
      const { iso } = change.date;
      const count = (counts.get(iso) ?? 0) + 1;
      counts.set(iso, count);
      return { ...change, document, id: `${document.id}-${iso}${count > 1 ? `-${count}` : ''}` };
    });
  });
  return all.sort((one, other) => (one.date.iso < other.date.iso ? 1 : one.date.iso > other.date.iso ? -1 : 0));
}

/** A feed needs addresses of its own, and something to tell. */
export function hasFeed({ settings, documents }: Edition): boolean {
  return settings.url !== undefined && documents.some(({ changes = [] }) => changes.length > 0);
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
    ...changes.slice(0, 1).map((newest) => words('updated', instantOf(newest))),
    tag('author', {}, [words('name', author)]),
    ...changes.map((change) =>
      tag('entry', {}, [
        words('title', `${change.document.title}, ${change.date.formatted}`),
        words('id', `${at(changesPath(edition))}#${change.id}`),
        tag('link', { rel: 'alternate', type: 'text/html', href: at(pagePath(edition, change.document)) }),
        words('updated', instantOf(change)),
        words('content', change.text, { type: 'text' }),
      ]),
    ),
  ]);
  return xmlFile(toXml(feed));
}

function instantOf({ date }: EditionChange): string {
  return `${date.iso}T00:00:00Z`;
}
