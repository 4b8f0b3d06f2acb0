import type { Position } from './diagnostic.ts';
import type { SourceDocument, SourceFile } from './publication.ts';

/**
 * The file that a place of a document is in: its own, that of its other language, or one that it includes.
 *
 * @throws when the document was not read from it: that is our mistake.
 */
export function fileOf(document: SourceDocument, position: Position | undefined): SourceFile {
  const path = position?.path;
  if (path === undefined || path === document.path) return document;
  const file = document.files?.find((each) => each.path === path);
  if (!file) throw new Error(`“${document.path}” was not read from “${path}”`);
  return file;
}
