import { type Edition, fill } from '../../model/index.ts';
import { said, spansOf, textNodes } from './said.ts';
import { xhtmlOf } from './xml.ts';

/** XHTML that stands at the head of every file of a draft; empty otherwise. */
export function draftMark(sides: readonly Edition[]): string {
  const words = said(sides, ({ draft, strings }) =>
    draft ? `${fill(strings, 'edition.draft.mark')}. ${fill(strings, 'edition.draft.notice')}` : undefined,
  );
  if (words.length === 0) return '';
  const children = spansOf(textNodes(words));
  return xhtmlOf({ type: 'element', tagName: 'p', properties: { className: ['draft'] }, children });
}

/** One word for it. */
export function markOf({ draft, strings }: Edition): string | undefined {
  return draft ? fill(strings, 'edition.draft.mark') : undefined;
}

/** The book's title as its package has it: that of a draft says so. */
export function titled({ draft, strings }: Edition, title: string): string {
  return draft ? fill(strings, 'edition.draft.title', { title }) : title;
}
