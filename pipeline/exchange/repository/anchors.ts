import type { Heading, Nodes } from 'mdast';
import { copyTree, nameParts, textIn, walk } from '../../align/index.ts';
import { type Language, languages, type SourceDocument, type SourceFile } from '../../model/index.ts';
import { rangesIn } from '../ranges.ts';
import { emptyAnchor } from '../stretches.ts';
import type { EmptyAnchor } from './emptyAnchors.ts';
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
 * @param before - `paths` are those of the old files.
 * @param anchors - Of HTML, in the old files: each leads to the heading that it stands before, in or below.
 */
export function movedAnchors(
  before: {
    readonly tree: Nodes;
    readonly paths: Partial<Record<Language, string>>;
    readonly files: ReadonlyMap<string, SourceFile>;
  },
  after: SourceDocument,
  anchors: ReadonlyMap<string, readonly EmptyAnchor[]>,
): { readonly moved: ReadonlyMap<string, string>; readonly ids: ReadonlySet<string> } {
  const tree = copyTree(after.tree);
  nameParts(tree, after);
  const ids = new Set<string>();
  walk(tree, (node) => node.data?.id !== undefined && ids.add(node.data.id));
  const moved = new Map<string, string>();
  const places: PlacedHeading[] = [];
  const rangeOf = rangesIn(before.files);
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
      const position = old[index]?.position;
      if (id !== undefined && position) places.push({ path, id, ...rangeOf({ ...position, path }) });
    }
  }
  for (const [path, own] of anchors) {
    for (const anchor of own) {
      const key = `${path}#${plain(anchor.name)}`;
      const id = headingOf(
        anchor,
        before.files.get(path)?.text ?? '',
        places.filter((each) => each.path === path),
      );
      if (id !== undefined && !moved.has(key) && !namesLanguage.test(anchor.name)) moved.set(key, id);
    }
  }
  return { moved, ids };
}

interface PlacedHeading {
  readonly path: string;
  /** In the new document. */
  readonly id: string;
  /** Offsets in the old file. */
  readonly start: number;
  readonly end: number;
}

/** What leads from one language to the other has nowhere to lead to any more. */
const namesLanguage = /^(?:en|fr|eng|fra|english|french|anglais|fran[cç]ais|top|haut)$/i;

function headingOf(anchor: EmptyAnchor, text: string, headings: readonly PlacedHeading[]): string | undefined {
  const behind = headings.filter(({ end }) => end > anchor.start).sort((a, b) => a.start - b.start)[0];
  const between = behind && text.slice(anchor.end, behind.start).replace(emptyAnchor, '');
  if (behind && between?.trim() === '') return behind.id;
  return headings.filter(({ start }) => start <= anchor.start).sort((a, b) => b.start - a.start)[0]?.id;
}

function withoutAccents(anchor: string): string {
  return anchor
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/-{2,}/g, '-');
}
