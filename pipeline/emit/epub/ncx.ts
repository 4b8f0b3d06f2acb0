import type { EpubEntry, EpubPage } from './publication.ts';

/** The contents for the readers of EPUB 2, as the NCX wants them: numbered by place, one number for each address. */
export interface Ncx {
  /** Depth of the deepest entry; at least 1, as the format asks. */
  readonly depth: number;
  readonly points: readonly NcxPoint[];
  /** Number of each printed page's place, in the same count. */
  readonly pageOrders: readonly number[];
}

interface NcxPoint {
  readonly id: string;
  readonly order: number;
  readonly text: string;
  readonly href: string;
  readonly children: readonly NcxPoint[];
}

export function ncxOf(contents: readonly EpubEntry[], pages: readonly EpubPage[]): Ncx {
  const orders = new Map<string, number>();
  const orderOf = (href: string): number => {
    const order = orders.get(href) ?? orders.size + 1;
    orders.set(href, order);
    return order;
  };
  const pointsOf = (entries: readonly EpubEntry[], parent: string): NcxPoint[] =>
    entries.map(({ text, href, children }, index) => {
      const id = `${parent}-${index + 1}`;
      return { id, order: orderOf(href), text, href, children: pointsOf(children, id) };
    });
  const points = pointsOf(contents, 'point');
  return { depth: Math.max(1, depthOf(contents)), points, pageOrders: pages.map(({ href }) => orderOf(href)) };
}

function depthOf(entries: readonly EpubEntry[]): number {
  return entries.reduce((depth, entry) => Math.max(depth, 1 + depthOf(entry.children)), 0);
}
