import type { Heading, Nodes } from 'mdast';
import { copyTree, nameParts, textIn, walk } from '../../align/index.ts';
import { type Language, languages, type SourceDocument } from '../../model/index.ts';
import { plain } from './links.ts';

/** The headings that readers of one language see, in their order. */
export function headingsIn(tree: Nodes, language: Language): readonly Heading[] {
  const headings: Heading[] = [];
  walk(tree, (node, place) => {
    if (node.type === 'heading' && place.languages.includes(language)) headings.push(node);
  });
  return headings;
}

/** Anchors as code hosts make them: lower case, blanks to hyphens, signs dropped, a number behind the second of a kind. */
function hostAnchors(headings: readonly Heading[], language: Language): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const slug = textIn(heading, language)
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

/**
 * Where the anchors of each language's old file are in the new document: by the order of headings, which nothing changes.
 *
 * @param paths - Of the old files.
 */
export function movedAnchors(
  before: { readonly tree: Nodes; readonly paths: Partial<Record<Language, string>> },
  after: SourceDocument,
): { readonly moved: ReadonlyMap<string, string>; readonly ids: ReadonlySet<string> } {
  const tree = copyTree(after.tree);
  nameParts(tree, after);
  const ids = new Set<string>();
  walk(tree, (node) => node.data?.id !== undefined && ids.add(node.data.id));
  const moved = new Map<string, string>();
  for (const language of languages) {
    const path = before.paths[language];
    if (path === undefined) continue;
    const [old, now] = [headingsIn(before.tree, language), headingsIn(tree, language)];
    if (old.length !== now.length) continue;
    for (const [index, anchor] of hostAnchors(old, language).entries()) {
      const id = now[index]?.data?.id;
      const key = `${path}#${plain(anchor)}`;
      if (id !== undefined && !moved.has(key)) moved.set(key, id);
      const bare = `${path}#${withoutAccents(plain(anchor))}`; // as site generators make it
      if (id !== undefined && !moved.has(bare)) moved.set(bare, id);
      const own = old[index]?.data?.id;
      if (id !== undefined && own !== undefined) moved.set(`${path}#${plain(own)}`, id);
    }
  }
  return { moved, ids };
}

function withoutAccents(anchor: string): string {
  return anchor
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/-{2,}/g, '-');
}
