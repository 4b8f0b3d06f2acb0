import type { Nodes, Pair } from 'mdast';
import { walk } from '../../align/index.ts';
import { addTo, type SourceFile } from '../../model/index.ts';
import { rangesIn } from '../ranges.ts';
import { emptyAnchor } from '../stretches.ts';

/** A place to lead to, without words. */
export interface EmptyAnchor {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Those of a document's files, by path; what stands in code is none. */
export function emptyAnchors(
  pairs: readonly Pair[],
  files: ReadonlyMap<string, SourceFile>,
): ReadonlyMap<string, readonly EmptyAnchor[]> {
  const code = codeIn(pairs, files);
  return new Map(
    [...files].map(([path, { text }]) => {
      const own = code.get(path) ?? [];
      const found = [...text.matchAll(emptyAnchor)].flatMap((match): EmptyAnchor[] => {
        const start = match.index;
        if (own.some((each) => each.start <= start && start < each.end)) return [];
        return [{ name: match[1] ?? match[2] ?? match[3] ?? '', start, end: start + match[0].length }];
      });
      return [path, found];
    }),
  );
}

function codeIn(pairs: readonly Pair[], files: ReadonlyMap<string, SourceFile>) {
  const rangeOf = rangesIn(files);
  const found = new Map<string, { readonly start: number; readonly end: number }[]>();
  for (const pair of pairs) {
    walk(pair, (node: Nodes, { variant }) => {
      const path = node.position?.path ?? variant?.position?.path;
      if ((node.type !== 'code' && node.type !== 'inlineCode') || !node.position || path === undefined) return;
      addTo(found, path, rangeOf({ ...node.position, path }));
    });
  }
  return found;
}
