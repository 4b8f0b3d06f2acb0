import type { ElementContent, Root as HastRoot } from 'hast';
import type { PhrasingContent } from 'mdast';
import type { EditionDocument } from '../../model/index.ts';
import type { MarkupOptions } from './options.ts';

export type { MarkupOptions } from './options.ts';

/** A document's blocks and, after them, the section of its notes; no page around it. */
export function documentToHast(_document: EditionDocument, _options: MarkupOptions): HastRoot {
  throw new Error('not yet');
}

/** Phrasing alone, for titles and captions outside a document. */
export function phrasingToHast(_nodes: readonly PhrasingContent[], _options: MarkupOptions): ElementContent[] {
  throw new Error('not yet');
}
