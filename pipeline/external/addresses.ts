import type { Nodes } from 'mdast';
import { walk } from '../align/index.ts';
import type { Position, Publication } from '../model/index.ts';

/** Where an address is written. */
export interface Place {
  readonly path: string;
  readonly position?: Position | undefined;
}

/** Every web address that documents link to, without its fragment, and the places that do. */
export function addressesIn({ documents }: Publication): ReadonlyMap<string, readonly Place[]> {
  const addresses = new Map<string, Place[]>();
  for (const { tree, path } of documents) {
    walk(tree, (node) => {
      const address = addressOf(node);
      if (address === undefined) return;
      const places = addresses.get(address) ?? [];
      addresses.set(address, [...places, { path, position: node.position }]);
    });
  }
  return addresses;
}

/** A link by label is found where its label is defined. */
function addressOf(node: Nodes): string | undefined {
  if (node.type !== 'link' && node.type !== 'definition' && node.type !== 'image') return undefined;
  if (!/^https?:\/\//i.test(node.url) || !URL.canParse(node.url)) return undefined;
  const url = new URL(node.url);
  url.hash = '';
  return url.href;
}
