import type { Root } from 'hast';
import type { PageStart } from '../../layout/index.ts';
import { type BilingualEdition, type Edition, type EditionDocument, otherEditionAddress } from '../../model/index.ts';
import { documentToHast, type MarkupOptions } from '../markup/index.ts';
import { cutTree } from './cut.ts';
import { addressOf, elsewhere } from './links.ts';
import { rowsToHast } from './rows.ts';
import { plainly, said, sidesOf } from './said.ts';

/** One file of the book: a document, or a piece of one that is too long for a file. */
export interface Part {
  readonly id: string;
  readonly filename: string;
  readonly document: Pick<EditionDocument, 'id' | 'kind' | 'title'>;
  readonly tree: Root;
}

/** Every document as the children of one or more bodies; its links name places in the edition, not yet in files. */
export function partsOf(
  edition: Edition | BilingualEdition,
  asset: MarkupOptions['asset'],
  starts: readonly PageStart[],
): Part[] {
  return treesOf(edition, asset, starts).flatMap(({ document, tree: whole }, index) => {
    const number = String(index + 1).padStart(2, '0');
    return cutTree(whole).map((tree, piece) => {
      const suffix = piece === 0 ? '' : `-${piece + 1}`;
      const filename = `${number}-${plain(document.id)}${suffix}.xhtml`;
      return { id: `chapter-${number}${suffix}`, filename, document, tree };
    });
  });
}

function treesOf(
  edition: Edition | BilingualEdition,
  asset: MarkupOptions['asset'],
  starts: readonly PageStart[],
): readonly Pick<Part, 'document' | 'tree'>[] {
  const startsIn = ({ id }: { readonly id: string }) => ({
    pageStarts: starts.filter(({ document }) => document === id),
  });
  if (!('sides' in edition)) {
    const options = markupOptions(edition, asset);
    return edition.documents.map((document) => ({
      document,
      tree: documentToHast(document, { ...options, ...startsIn(document) }),
    }));
  }
  return edition.documents.map((document) => {
    const title = plainly(said(sidesOf(edition), ({ language }) => document.sides[language].title));
    const tree = rowsToHast(document, edition, (language) => ({
      ...markupOptions(edition.sides[language], asset),
      ...startsIn(document),
    }));
    return { document: { id: document.id, kind: document.kind, title }, tree };
  });
}

export function markupOptions(edition: Edition, asset: MarkupOptions['asset']): MarkupOptions {
  return {
    edition,
    href: (target, language) =>
      language && language !== edition.language
        ? (otherEditionAddress(edition, target) ?? elsewhere)
        : addressOf(target),
    asset,
    flavour: 'epub',
  };
}

/** The packager takes ASCII letters, digits, `-`, `_` and `.` in file names. */
export function plain(name: string): string {
  const ascii = name.normalize('NFD').replace(/\p{M}/gu, '');
  return ascii.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'document';
}
