import {
  type Edition,
  type Language,
  type LanguageMap,
  type Memory,
  noMemory,
  type Publication,
  type Staged,
  type Strings,
} from '../model/index.ts';
import { assembleAgain } from './again.ts';
import { assembleWhole } from './whole.ts';

export { assembleBilingual } from './bilingual.ts';

/**
 * Documents → the publication as one reader gets it.
 *
 * @param publication - As `plugins` gives it; not changed.
 * @param memory - Of the build before: what has not changed since is the same object as then.
 * @returns Findings too. One that is the same for both editions is equal in both, so that a build can drop the second.
 */
export function assembleEdition(
  publication: Publication,
  id: Language,
  { strings, memory = noMemory }: { readonly strings: LanguageMap<Strings>; readonly memory?: Memory | undefined },
): Staged<Edition> {
  if (memory === noMemory) return assembleWhole(publication, id, strings);
  return assembleAgain(publication, id, { strings, memory: memory.part(`assemble ${id}`) });
}
