import { type BilingualEntry, fill } from '../../model/index.ts';
import { joined } from '../bothLanguages.ts';
import { colophonAnchor } from '../colophon.ts';
import { contentsAnchor } from '../contents.ts';
import type { Destination, OutlineEntry } from '../display.ts';
import { destinationAt, saidTitle } from '../pageReferences.ts';
import type { Press } from './press.ts';

/** Each entry with its titles in both languages. */
export function outlineOf({ edition, tools }: Press, destinations: ReadonlyMap<string, Destination>): OutlineEntry[] {
  const entry = ({ target, titles, children }: BilingualEntry): OutlineEntry => {
    const destination = destinationAt(target);
    return {
      title: joined(
        edition.order.flatMap((language) => {
          const title = titles[language];
          return title ? [saidTitle(title, tools[language])] : [];
        }),
      ),
      destination: destinations.has(destination) ? destination : target.document,
      children: children.map(entry),
    };
  };
  const own = (key: string, destination: string): OutlineEntry[] => {
    const title = joined(edition.order.map((language) => fill(edition.sides[language].strings, key)));
    return destinations.has(destination) ? [{ title, destination, children: [] }] : [];
  };
  return [
    ...own('edition.contents', contentsAnchor),
    ...edition.contents.map(entry),
    ...own('edition.print.colophon', colophonAnchor),
  ];
}
