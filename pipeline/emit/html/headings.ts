import type { Element, Root } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { EditionDocument } from '../../model/index.ts';
import { element, isElement, text } from './hast.ts';
import type { Word } from './site.ts';

export interface HeadingLinks {
  readonly word: Word;
  /** For readers without script: the same section elsewhere. */
  readonly crossings: readonly Crossing[];
}

/** A page that says the same: in the other language, or in both. */
export interface Crossing {
  /** Absent on a page in both languages. */
  readonly tag?: string;
  readonly name: string;
  /** What the link says to those who hear it. */
  readonly label: (title: string) => string;
  /** Address of the block with this id; undefined where the page has none. */
  readonly hrefOf: (id: string) => string | undefined;
  /** What the section is called there, where that is in another language. */
  readonly titles?: ReadonlyMap<string, string>;
}

/**
 * Put beside every heading of the text its own address and, for readers without script, the same heading on the pages
 * that say the same. They stand outside the heading, so that its name stays its own. Changes the tree.
 */
export function linkHeadings(tree: Root, { word, crossings }: HeadingLinks): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'p') return SKIP; // most of what there is, and none of it a heading
    if (!/^h[2-6]$/.test(node.tagName) || !parent || index === undefined) return undefined;
    const id = String(node.properties.id ?? '');
    if (id === '') return undefined;
    const title = hastText(node).trim();
    const label = word('page.permalink', { title });
    const permalink = element('a', { className: ['permalink'], href: `#${id}`, ariaLabel: label }, [text('#')]);
    const links = crossings.flatMap((crossing) => linkTo(crossing, id, title) ?? []);
    const noscript =
      links.length > 0
        ? [
            text(' '),
            element(
              'noscript',
              {},
              links.flatMap((link) => [link, text(' ')]),
            ),
          ]
        : [];
    const children = [node, text(' '), permalink, ...noscript];
    parent.children.splice(index, 1, element('div', { className: ['heading', `heading-${node.tagName}`] }, children));
    return [SKIP, index + 1];
  });
}

function linkTo(crossing: Crossing, id: string, title: string): Element | undefined {
  const { tag, name, label, hrefOf, titles } = crossing;
  const href = hrefOf(id);
  if (href === undefined) return undefined;
  const language = tag === undefined ? {} : { lang: tag, hrefLang: tag };
  return element('a', { ...language, href, ariaLabel: label(titles?.get(id) ?? title) }, [text(name)]);
}

export function titlesOf(document: EditionDocument): ReadonlyMap<string, string> {
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
    .join('');
}
