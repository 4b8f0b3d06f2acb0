import type { Edition, EditionId, LanguageMap, Publication, Staged, Strings } from '../model/index.ts';

/** Documents → the publication as one reader gets it. */
export function assembleEdition(
  _publication: Publication,
  _id: EditionId,
  _strings: LanguageMap<Strings>,
): Staged<Edition> {
  throw new Error('not yet');
}
