import type { FootnoteReference } from 'mdast';
import { fill } from '../../../model/index.ts';
import type { Handle } from '../context.ts';
import { element, text } from '../element.ts';
import { epubType } from '../identify.ts';
import type { MarkupOptions } from '../options.ts';

/** A raised number that leads to its note. */
export const footnoteReference: Handle<FootnoteReference> = (_state, node, context) => {
  const { number, call = 1 } = node.data ?? {};
  if (number === undefined) throw new Error(`Note “${node.identifier}” has no number`);
  const anchor = {
    id: callAnchor(number, call, context),
    href: `#${noteAnchor(number, context)}`,
    role: 'doc-noteref',
    ariaLabel: fill(context.edition.strings, 'edition.notes.call', { number }),
    ...epubType('noteref', context),
  };
  return element('sup', { className: ['note-call'] }, [element('a', anchor, [text(String(number))])]);
};

type Suffixed = Pick<MarkupOptions, 'suffix'>;

export function noteAnchor(number: number, { suffix = '' }: Suffixed): string {
  return `fn-${number}${suffix}`;
}

export function callAnchor(number: number, call: number, { suffix = '' }: Suffixed): string {
  return `fnref-${number}${call === 1 ? '' : `-${call}`}${suffix}`;
}
