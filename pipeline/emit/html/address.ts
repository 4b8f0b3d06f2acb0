import {
  type BilingualDocument,
  type BilingualEdition,
  type Edition,
  type EditionDocument,
  pageName,
  type Target,
} from '../../model/index.ts';

/** Folder of the bilingual edition's pages. */
const bilingualFolder = 'bilingual';

export function bilingualPath(document: Pick<BilingualDocument, 'slug'>): string {
  return `${bilingualFolder}/${pageName(document.slug)}`;
}

export const bilingualContents = `${bilingualFolder}/index.html`;

/** Path and, after `#`, anchor of a place in the bilingual edition. @throws when it has no such document. */
export function bilingualPlace(edition: BilingualEdition, target: Target): string {
  const document = edition.documents.find(({ id }) => id === target.document);
  if (!document) throw new Error(`No document “${target.document}” in the bilingual edition`);
  return bilingualPath(document) + (target.id === undefined ? '' : `#${target.id}`);
}

/** Path of a document's page in the site. */
export function pagePath(edition: Edition, document: EditionDocument): string {
  return `${edition.language}/${pageName(document.slug)}`;
}

/** What other pages show of a document; beside its page, so that addresses in it are those of pages. */
export function excerptsPath(edition: Edition, document: EditionDocument): string {
  return pagePath(edition, document).replace(/\.html$/, '.excerpts.js');
}

export function searchPath(edition: Edition): string {
  return `${edition.language}/search.html`;
}

export function helpPath(edition: Edition): string {
  return `${edition.language}/help.html`;
}

export function changesPath(edition: Edition): string {
  return `${edition.language}/changes.html`;
}

export function feedPath(edition: Edition): string {
  return `${edition.language}/changes.xml`;
}

/** The words of an edition, for its search page. */
export function searchIndexPath(edition: Edition): string {
  return `assets/search-${edition.language}.js`;
}

export function contentsPath(edition: Edition): string {
  return `${edition.language}/index.html`;
}

/** Where a picture of the publication stands in the site. @param path - Key of `Edition.assets`. */
export function picturePath(path: string): string {
  return `assets/media/${path}`;
}

/** Path and, after `#`, anchor of a place in the publication. @throws when the edition has no such document. */
export function placePath(edition: Edition, target: Target): string {
  const document = documentIn(edition, target);
  if (!document) throw new Error(`No document “${target.document}” in the edition “${edition.id}”`);
  return pagePath(edition, document) + (target.id === undefined ? '' : `#${target.id}`);
}

/** Pages link to many places: an edition's documents are not searched for each. */
const byId = new WeakMap<Edition, ReadonlyMap<string, EditionDocument>>();

export function documentIn(edition: Edition, { document }: Target): EditionDocument | undefined {
  const known = byId.get(edition) ?? new Map(edition.documents.map((each) => [each.id, each]));
  byId.set(edition, known);
  return known.get(document);
}

/**
 * The relative address that leads from one file of the site to another, so that the site can stand in any folder.
 *
 * @param from - Path of the page, relative to the site's root.
 * @param to - Path of the goal, likewise; may end in an anchor.
 */
export function addressFrom(from: string, to: string): string {
  const [goal = '', anchor] = to.split('#');
  if (goal === from && anchor !== undefined) return `#${encodeURI(anchor)}`;
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const end = (goal.startsWith(folder) ? goal.slice(folder.length) : goal).split('/'); // most stand beside it
  const start = goal.startsWith(folder) ? [] : folder.split('/').slice(0, -1);
  while (start.length > 0 && start[0] === end[0]) {
    start.shift();
    end.shift();
  }
  const path =
    start.length + end.length === 1 ? encodeURIComponent(end[0] ?? '') : pathOf([...start.map(() => '..'), ...end]);
  return anchor === undefined ? path : `${path}#${encodeURI(anchor)}`;
}

function pathOf(names: readonly string[]): string {
  return names.map(encodeURIComponent).join('/');
}
