import type { Nodes, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { ContentsEntry } from '../model/index.ts';
import { type Draft, titleOf } from './assembly.ts';
import { plainCopy, unplaced } from './words.ts';

/** Open for more entries below it. */
type Entry = Omit<ContentsEntry, 'children'> & { readonly children: Entry[] };

/** An entry for each document, and below it one for each of its headings. */
export function contentsOf(drafts: readonly Draft[]): ContentsEntry[] {
  return drafts.map((draft) => {
    const { children } = titleOf(draft);
    const title = plainCopy(children).map(unplaced);
    const top: Entry = { target: { document: draft.id }, depth: 1, title, text: wordsIn(title), children: [] };
    const open: Entry[] = [top];
    for (const child of draft.tree.children.slice(1)) addSections(child, draft, open);
    return top;
  });
}

/** Headings inside a quotation or a list are not sections. */
function addSections(node: Nodes, draft: Draft, open: Entry[]): void {
  if (node.type === 'group') for (const child of node.children) addSections(child, draft, open);
  if (node.type !== 'heading') return;
  const id = node.data?.id;
  const title = plainCopy(node.children).map(unplaced);
  const target = { document: draft.id, ...(id !== undefined && { id }) };
  const entry: Entry = { target, depth: node.depth, title, text: wordsIn(title), children: [] };
  while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
  open.at(-1)?.children.push(entry);
  open.push(entry);
}

export function wordsIn(phrasing: readonly PhrasingContent[]): string {
  return textOf(phrasing)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
