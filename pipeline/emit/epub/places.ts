import type { Element, Nodes } from 'hast';
import type { Target } from '../../model/index.ts';
import { isElement } from './hast.ts';
import type { Part } from './parts.ts';
import type { EpubLandmark } from './publication.ts';

/** What the text has of what readers look for at once. */
export type Places = ReadonlyMap<EpubLandmark['type'], Required<Target>>;

/**
 * The index, and the lists of figures and of tables, where the text has them; of several, the first. The place is the
 * heading right before it, else the list itself, which is given an anchor where it has none.
 *
 * @param parts - Before links are led. Changed.
 */
export function placesIn(parts: readonly Part[]): Places {
  const places = new Map<EpubLandmark['type'], Required<Target>>();
  for (const { document, tree } of parts) {
    let heading: Element | undefined;
    const walk = (node: Nodes): void => {
      if (heading && node.type === 'text' && node.value.trim() !== '') heading = undefined;
      if (isElement(node)) {
        const type = node.data?.landmark;
        if (type && !places.has(type)) {
          node.properties.id ??= `landmark-${type}`;
          places.set(type, { document: document.id, id: String(heading?.properties.id ?? node.properties.id) });
        }
        if (/^h[1-6]$/.test(node.tagName)) {
          if (heading?.tagName !== node.tagName) heading = node; // of two languages, the first
          return;
        }
      }
      if ('children' in node) for (const child of node.children) walk(child);
    };
    walk(tree);
  }
  return places;
}
