import type { Element, Root } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { Edition, EditionDocument } from '../../model/index.ts';
import { element, isElement, text } from './hast.ts';
import { wordsOf } from './site.ts';

export interface HeadingLinks {
  readonly edition: Edition;
  /** The same document in the other language: its page's address as seen from this one, and its edition. */
  readonly other?: { readonly edition: Edition; readonly document: EditionDocument; readonly href: string } | undefined;
}

/**
 * Put beside every heading of the text its own address and, for readers without script, the same heading in the
 * other language. They stand outside the heading, so that its name stays its own. Changes the tree.
 */
export function linkHeadings(tree: Root, links: HeadingLinks): void {
  const word = wordsOf(links.edition);
  const otherTitles = links.other && titlesOf(links.other.document);
  visit(tree, 'element', (node, index, parent) => {
    if (!/^h[2-6]$/.test(node.tagName) || !parent || index === undefined) return undefined;
    const id = String(node.properties.id ?? '');
    if (id === '') return undefined;
    const permalink = element(
      'a',
      { className: ['permalink'], href: `#${id}`, ariaLabel: word('page.permalink', { title: hastText(node) }) },
      [text('#')],
    );
    const children = [node, text(' '), permalink];
    const title = otherTitles?.get(id);
    if (links.other && title !== undefined) children.push(text(' '), crossing(links.other, id, title));
    parent.children.splice(index, 1, element('div', { className: ['heading', `heading-${node.tagName}`] }, children));
    return [SKIP, index + 1];
  });
}

function crossing(other: NonNullable<HeadingLinks['other']>, id: string, title: string): Element {
  const word = wordsOf(other.edition);
  const { tag } = other.edition;
  const label = word('page.same-section', { title });
  const link = { lang: tag, hrefLang: tag, href: `${other.href}#${id}`, ariaLabel: label };
  return element('noscript', {}, [element('a', link, [text(word('language'))])]);
}

function titlesOf(document: EditionDocument): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  visit(document.tree, 'heading', (heading) => {
    if (heading.data?.id) titles.set(heading.data.id, textOf(heading));
  });
  return titles;
}

/** The words of a finished element, without those of note calls. */
function hastText(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      return isElement(child) && child.properties.role !== 'doc-noteref' ? hastText(child) : '';
    })
    .join('')
    .trim();
}
