import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { type EditionDocument, visit } from '../../model/index.ts';
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
export function linkHeadings(tree: Pick<Root, 'children'>, links: HeadingLinks): void {
  linkIn(tree.children, links);
}

function linkIn(blocks: (ElementContent | Root['children'][number])[], links: HeadingLinks): void {
  for (const [at, block] of blocks.entries()) {
    if (!isElement(block) || block.tagName === 'p') continue; // most of what there is, and none of it a heading
    const id = String(block.properties.id ?? '');
    if (!/^h[2-6]$/.test(block.tagName)) linkIn(block.children, links);
    else if (id !== '') blocks[at] = linked(block, id, links);
  }
}

function linked(heading: Element, id: string, { word, crossings }: HeadingLinks): Element {
  const title = hastText(heading).trim();
  const label = word('page.permalink', { title });
  const permalink = element('a', { className: ['permalink'], href: `#${id}`, ariaLabel: label }, [text('#')]);
  const others = crossings.flatMap((crossing) => linkTo(crossing, id, title) ?? []);
  const spaced = others.flatMap((link) => [link, text(' ')]);
  const noscript = spaced.length > 0 ? [text(' '), element('noscript', {}, spaced)] : [];
  const children = [heading, text(' '), permalink, ...noscript];
  return element('div', { className: ['heading', `heading-${heading.tagName}`] }, children);
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
