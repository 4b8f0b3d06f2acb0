import type { ElementContent } from 'hast';
import type { BilingualEdition, Edition, LanguageTag } from '../../model/index.ts';
import { xhtmlOf } from './xml.ts';

/** Words, and their language. */
export interface Said {
  readonly text: string;
  readonly tag: LanguageTag;
}

/** The editions in one language that a book is made from, in its order: one, or both. */
export function sidesOf(edition: Edition | BilingualEdition): readonly [Edition, ...Edition[]] {
  if (!('sides' in edition)) return [edition];
  const [first, second] = edition.order;
  return [edition.sides[first], edition.sides[second]];
}

/** What each side says; once where they say the same, and nothing where they say nothing. */
export function said(sides: readonly Edition[], words: (side: Edition) => string | undefined): readonly Said[] {
  const all = sides.flatMap((side) => {
    const text = words(side);
    return text === undefined || text === '' ? [] : [{ text, tag: side.tag }];
  });
  return all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index);
}

/** In one line, for what takes no markup. */
export function plainly(words: readonly Said[]): string {
  return words.map(({ text }) => text).join(' / ');
}

/** The same words as phrasing: where there are two, each in its language. */
export function spansOf(
  words: readonly { readonly tag: LanguageTag; readonly nodes: readonly ElementContent[] }[],
): ElementContent[] {
  if (words.length < 2) return words.flatMap(({ nodes }) => nodes);
  return words.flatMap(({ tag, nodes }, index): ElementContent[] => [
    ...(index > 0 ? [{ type: 'text' as const, value: ' / ' }] : []),
    { type: 'element', tagName: 'span', properties: { lang: tag, xmlLang: tag }, children: [...nodes] },
  ]);
}

export function textNodes(words: readonly Said[]): { tag: LanguageTag; nodes: ElementContent[] }[] {
  return words.map(({ text, tag }) => ({ tag, nodes: [{ type: 'text', value: text }] }));
}

/** Where there are two, each in its language, as XHTML. */
export function xhtmlOfSaid(words: readonly Said[]): string {
  return xhtmlOfAll(spansOf(textNodes(words)));
}

export function xhtmlOfAll(nodes: readonly ElementContent[]): string {
  return nodes.map(xhtmlOf).join('');
}
