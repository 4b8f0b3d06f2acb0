import { type Edition, fill } from '../../model/index.ts';
import { xhtmlOf } from './xml.ts';

/** XHTML that stands at the head of every file of a draft; empty otherwise. */
export function draftMark({ draft, strings }: Edition): string {
  if (!draft) return '';
  const text = `${fill(strings, 'edition.draft.mark')}. ${fill(strings, 'edition.draft.notice')}`;
  return xhtmlOf({
    type: 'element',
    tagName: 'p',
    properties: { className: ['draft'] },
    children: [{ type: 'text', value: text }],
  });
}

/** One word for it. */
export function markOf({ draft, strings }: Edition): string | undefined {
  return draft ? fill(strings, 'edition.draft.mark') : undefined;
}

/** The book's title as its package has it: that of a draft says so. */
export function titled({ draft, strings }: Edition, title: string): string {
  return draft ? fill(strings, 'edition.draft.title', { title }) : title;
}
