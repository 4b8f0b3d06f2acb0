import { approve } from '../../pipeline/edit/index.ts';
import type { Publication, Review, Staged } from '../../pipeline/model/index.ts';
import { checkFreshness } from '../../pipeline/parity/index.ts';
import { readApprovals } from '../../pipeline/read/approvals.ts';
import { type PublicationParts, samplePublication } from './assembled.ts';

/** Markdown of documents by name, and the text of `source/approvals.yaml`. */
export interface Sources {
  readonly documents: Readonly<Record<string, string>>;
  readonly approvals?: string;
}

/** A publication of these sources, its approvals read. */
export function publicationOf({ documents, approvals }: Sources, parts: PublicationParts = {}): Publication {
  const publication = samplePublication(documents, parts);
  if (approvals === undefined) return publication;
  return { ...publication, approvals: readApprovals(approvals, 'source/approvals.yaml').value };
}

export function reviewOf(sources: Sources, parts: PublicationParts = {}): Staged<Review> {
  return checkFreshness(publicationOf(sources, parts));
}

/** The sources after everything in them was approved. */
export function approved(sources: Sources, parts: PublicationParts = {}): Sources {
  const publication = publicationOf(sources, parts);
  const { units } = checkFreshness(publication).value;
  const changes = approve(units, { documents: publication.documents, approvals: sources.approvals });
  const documents = { ...sources.documents };
  let approvals = sources.approvals;
  for (const { path, after } of changes) {
    const name = /^source\/(.*)\.md$/.exec(path)?.[1];
    if (name === undefined) approvals = after;
    else documents[name] = after;
  }
  return { documents, ...(approvals !== undefined && { approvals }) };
}
