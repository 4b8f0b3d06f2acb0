import type { Element, Nodes } from 'hast';
import { classesOf, elementsOf, isElement, wordsOf } from './hast.ts';
import type { Locate } from './links.ts';
import type { Part } from './parts.ts';
import type { EpubList } from './publication.ts';

/** A figure or a table with a caption. */
interface Captioned {
  readonly kind: EpubList['kind'];
  readonly text: string;
  readonly tag: string | undefined;
  readonly id: string;
  readonly document: string;
}

/**
 * What the book shows under captions, as lists for the navigation: figures, and tables. In a book in both languages each
 * stands in each.
 *
 * @param parts - Before links are led: ids are those of the edition.
 */
export function captionedIn(parts: readonly Part[]): readonly Captioned[] {
  const found: Captioned[] = [];
  for (const { document, tree } of parts) {
    const walk = (node: Nodes, tag: string | undefined): void => {
      const own = isElement(node) && node.properties.lang ? String(node.properties.lang) : tag;
      if (isElement(node)) {
        const kind = kindOf(node);
        const caption = kind && captionOf(node);
        const { id } = node.properties;
        if (kind && caption && id !== undefined) {
          const entry = { kind, id: String(id), document: document.id };
          for (const half of halvesOf(caption)) {
            const { lang } = half.properties;
            found.push({ ...entry, text: titleOf(half), tag: lang === undefined ? own : String(lang) });
          }
        }
      }
      if ('children' in node) for (const child of node.children) walk(child, own);
    };
    walk(tree, undefined);
  }
  return found;
}

/** What a caption that both languages share says in each; the caption itself where it is of one. */
function halvesOf(caption: Element): readonly Element[] {
  const halves = elementsOf(caption).filter((element) => classesOf(element).includes('language'));
  return halves.length > 0 ? halves : [caption];
}

/** Its words, without the numbers of the notes that it calls. */
function titleOf(caption: Element): string {
  const words = (node: Nodes): string => {
    if (!isElement(node) || node.tagName === 'math') return wordsOf(node);
    return node.properties.role === 'doc-noteref' ? '' : node.children.map(words).join('');
  };
  return words(caption)
    .replace(/[ \t\n]+/g, ' ')
    .trim();
}

const captions: ReadonlySet<string> = new Set(['figcaption', 'caption']);

/** @param titles - Of each list, as XHTML. */
export function listsOf(
  captioned: readonly Captioned[],
  titles: Readonly<Record<EpubList['kind'], string>>,
  locate: Locate,
): EpubList[] {
  return (['figures', 'tables'] as const).flatMap((kind) => {
    const entries = captioned
      .filter((each) => each.kind === kind)
      .map(({ text, tag, id, document }) => {
        const place = locate({ document, id });
        return { text, ...(tag !== undefined && { tag }), href: `${place.filename}#${place.id}` };
      });
    return entries.length > 0 ? [{ kind, title: titles[kind], entries }] : [];
  });
}

/** Of a figure, a table, or the box that a wide table scrolls in. */
function captionOf({ children }: Element): Element | undefined {
  const elements = children.filter(isElement);
  const [only] = elements;
  const own = elements.length === 1 && only?.tagName === 'table' ? only.children.filter(isElement) : elements;
  return own.find(({ tagName }) => captions.has(tagName));
}

function kindOf(element: Element): EpubList['kind'] | undefined {
  const { tagName } = element;
  const classes = classesOf(element);
  if (tagName === 'table') return 'tables';
  if (tagName === 'section' && classes.includes('table-scroll')) return 'tables';
  if (tagName !== 'figure') return undefined;
  if (classes.includes('figure-table')) return 'tables';
  return classes.includes('figure-figure') ? 'figures' : undefined;
}
