import type { Root } from 'hast';
import type { BilingualEdition, Edition, EditionDocument } from '../../model/index.ts';
import { documentToHast } from '../markup/index.ts';
import { cutTree } from './cut.ts';
import { type BookSources, markupOptions } from './markup.ts';
import { rowsToHast } from './rows.ts';
import { plainly, sidesOf } from './said.ts';
import { titlesIn } from './titles.ts';

/** One file of the book: a document, or a piece of one that is too long for a file. */
export interface Part {
  readonly id: string;
  readonly filename: string;
  readonly document: Pick<EditionDocument, 'id' | 'kind' | 'title' | 'path'>;
  readonly tree: Root;
}

/** Every document as the children of one or more bodies; its links name places in the edition, not yet in files. */
export function partsOf(edition: Edition | BilingualEdition, sources: BookSources): Part[] {
  const titles = titlesOf(edition, sources);
  return treesOf(edition, sources).flatMap(({ document: { id, kind, path }, tree: whole }, index) => {
    const document = { id, kind, title: titles.get(id) ?? '', ...(path !== undefined && { path }) };
    const number = String(index + 1).padStart(2, '0');
    return cutTree(whole).map((tree, piece) => {
      const suffix = piece === 0 ? '' : `-${piece + 1}`;
      const filename = `${number}-${plain(id)}${suffix}.xhtml`;
      return { id: `chapter-${number}${suffix}`, filename, document, tree };
    });
  });
}

/** Of each document, as the contents call it; its formulae in words. */
function titlesOf(edition: Edition | BilingualEdition, sources: BookSources): Map<string, string> {
  const titles = titlesIn(edition, sources);
  return new Map(edition.contents.map((entry) => [entry.target.document, plainly(titles(entry))]));
}

function treesOf(
  edition: Edition | BilingualEdition,
  sources: BookSources,
): readonly { readonly document: Pick<EditionDocument, 'id' | 'kind' | 'path'>; readonly tree: Root }[] {
  const startsIn = ({ id }: { readonly id: string }) => ({
    pageStarts: sources.starts.filter(({ document }) => document === id),
  });
  if (!('sides' in edition)) {
    const options = markupOptions(edition, sources);
    return edition.documents.map((document) => ({
      document,
      tree: documentToHast(document, { ...options, ...startsIn(document) }),
    }));
  }
  return edition.documents.map((document) => {
    const tree = rowsToHast(document, edition, (language) => ({
      ...markupOptions(edition.sides[language], sources),
      ...startsIn(document),
    }));
    const [first] = sidesOf(edition);
    const { path } = document.sides[first.language];
    return { document: { id: document.id, kind: document.kind, ...(path !== undefined && { path }) }, tree };
  });
}

/** The packager takes ASCII letters, digits, `-`, `_` and `.` in file names. */
export function plain(name: string): string {
  const ascii = name.normalize('NFD').replace(/\p{M}/gu, '');
  return ascii.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'document';
}
