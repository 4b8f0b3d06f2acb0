import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { documentToHast, type MarkupOptions } from '../../../pipeline/emit/markup/index.ts';
import type { Edition, EditionDocument } from '../../../pipeline/model/index.ts';

/** Options under which addresses say what was asked for. */
export function plainOptions(edition: Edition, flavour: MarkupOptions['flavour']): MarkupOptions {
  return {
    edition,
    href: (target, language) => `${language ?? 'here'}:${target.document}${target.id ? `#${target.id}` : ''}`,
    asset: (path) => `asset:${path}`,
    flavour,
  };
}

export function documentHtml(document: EditionDocument, edition: Edition, flavour: MarkupOptions['flavour']): string {
  return `${unified()
    .use(rehypeStringify)
    .stringify(documentToHast(document, plainOptions(edition, flavour)))}\n`;
}
