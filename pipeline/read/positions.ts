import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { pointsIn } from './source.ts';

/**
 * Give a position to the nodes that the parser left without: bare addresses that it finds in text afterwards, and
 * the words around them. They lie between their neighbours; their own words say where.
 */
export function fillPositions(root: Root, text: string): void {
  const pointAt = pointsIn(text);
  const place = (start: number, end: number) => ({
    start: { ...pointAt(start), offset: start },
    end: { ...pointAt(end), offset: end },
  });
  const walk = (parent: Nodes): void => {
    if (!('children' in parent)) return;
    let cursor = parent.position?.start.offset ?? 0;
    for (const [index, child] of parent.children.entries()) {
      if (!child.position) {
        const next = parent.children.slice(index + 1).find(({ position }) => position);
        const limit = next?.position?.start.offset ?? parent.position?.end.offset ?? text.length;
        const words = textOf(child);
        const found = words === '' ? -1 : text.slice(cursor, limit).indexOf(words);
        const start = found < 0 ? Math.min(cursor, limit) : cursor + found;
        child.position = place(start, found < 0 ? limit : start + words.length);
      }
      cursor = child.position.end.offset ?? cursor;
      walk(child);
    }
  };
  walk(root);
}
