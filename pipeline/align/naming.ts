import type { Root } from 'mdast';
import type { Diagnostic, SourceDocument } from '../model/index.ts';
import { nameBlocks } from './blockIds.ts';
import { nameHeadings } from './headingIds.ts';
import { holdIdsUnique } from './uniqueIds.ts';

/**
 * Gives everything in a document that has an address its id: what the author wrote, else one derived. Links, outputs
 * and approvals go by the same ids because all of them are given here.
 *
 * @param tree - Changed in place.
 */
export function nameParts(tree: Root, { id, path }: Pick<SourceDocument, 'id' | 'path'>): readonly Diagnostic[] {
  const diagnostics = [
    ...holdIdsUnique(tree, path), // first: what the author named, no derived id may take
    ...nameHeadings(tree, path), // before the blocks: a derived id is called after the section it stands in
  ];
  nameBlocks(tree, id);
  return diagnostics;
}
