import type { SourceDocument, Staged } from '../model/index.ts';
import { readDocuments } from './documents.ts';
import { openFolder } from './files.ts';

/**
 * Other people's bilingual repository, which is no publication yet: every `.md` under a folder, files that belong
 * together set against each other. Paths begin with `source/`, as those of a publication do.
 */
export async function readRepository(dir: string): Promise<Staged<readonly SourceDocument[]>> {
  return readDocuments({ ...(await openFolder(dir)), bare: true }, undefined);
}
