import type { Nodes } from 'mdast';
import { walk } from './walk.ts';

/** Anchors of notes and of their calls. */
const reserved = /^fn(?:ref)?-\d/;

export function idsOf(tree: Nodes): Set<string> {
  const ids = new Set<string>();
  walk(tree, (node) => node.data?.id !== undefined && ids.add(node.data.id));
  return ids;
}

/**
 * An id like the one wanted that nothing else has; it is then taken.
 *
 * It begins with a letter, because EPUB's ids are XML names.
 */
export function takeId(wanted: string, taken: Set<string>): string {
  const start = /^[a-z]/i.test(wanted) ? wanted : `s-${wanted}`;
  const base = reserved.test(start) ? `s-${start}` : start;
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return id;
}
