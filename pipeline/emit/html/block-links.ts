import type { Element, ElementContent, Root } from 'hast';
import { element, isElement, text } from './hast.ts';
import type { Crossing } from './headings.ts';

type Children = Root['children'] | ElementContent[];

/** Blocks that hold others, among which the links stand. */
const holders = /^(?:section|div|blockquote|aside|details|article|header|footer|main)$/;

/** Classes of blocks that hold others and yet are one, and of what is no block of the text. */
const wholes = /^(?:table-scroll|formula)$/;
const others = /^(?:notes|backlinks|admonition-title|page-break|definition)$/;

/**
 * Put at the end of each block, for readers without script, links to the same block on other pages. A block
 * that another page does not have leads to the last one before it that it has, as the toggle in the bar does. To browsers
 * that run scripts, what is in `noscript` is text that is neither shown nor read out. A half of a row leads to the page in its
 * own language. Headings have links of their own. Changes the tree.
 */
export function linkBlocks({ children }: Pick<Root, 'children'>, crossings: readonly Crossing[]): void {
  const reached = new Map<Crossing, string>();

  const pass = ({ properties: { id }, children: [first] }: Element): void => {
    for (const crossing of typeof id === 'string' ? crossings : []) {
      const href = crossing.hrefOf(String(id));
      if (href !== undefined) reached.set(crossing, href);
    }
    if (first && isElement(first) && first.tagName === 'dfn') pass(first);
  };

  const links = (tagName: 'span' | 'p', among: readonly Crossing[]): Element[] => {
    const made = among.flatMap((crossing) => {
      const href = reached.get(crossing);
      const language = crossing.tag === undefined ? {} : { lang: crossing.tag, hrefLang: crossing.tag };
      return href === undefined ? [] : [element('a', { ...language, href }, [text(crossing.name)]), text(' ')];
    });
    if (made.length === 0) return [];
    return [element('noscript', {}, [text(' '), element(tagName, { className: ['pair'] }, made)])];
  };

  const linkList = (list: Element, among: readonly Crossing[]): void => {
    const items = list.children.filter(isElement);
    for (const [at, item] of items.entries()) {
      pass(item);
      const isLast = at === items.length - 1 || (item.tagName === 'dd' && items[at + 1]?.tagName === 'dt');
      if (isLast || (item.tagName === 'li' && item.properties.id !== undefined))
        item.children.push(...links('span', among));
    }
  };

  const linkAll = (blocks: Children, among: readonly Crossing[]): void => {
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at];
      if (!block || !isElement(block) || hasClass(block, others)) continue;
      pass(block);
      const { tagName, properties } = block;
      if (/^(?:h[1-6]|a|li|noscript)$/.test(tagName)) continue;
      const own = hasClass(block, /^half$/) ? crossings.filter(({ tag }) => tag === properties.lang) : among;
      if (tagName === 'p') block.children.push(...links('span', own));
      else if (/^[uod]l$/.test(tagName)) linkList(block, own);
      else if (holders.test(tagName) && !hasClass(block, wholes)) linkAll(block.children, own);
      else blocks.splice(at + 1, 0, ...links('p', own));
    }
  };
  linkAll(children, crossings);
}

function hasClass({ properties: { className } }: Element, among: RegExp): boolean {
  return Array.isArray(className) && className.some((name) => among.test(String(name)));
}
