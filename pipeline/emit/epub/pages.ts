import type { Element, ElementContent, Root } from 'hast';
import { isElement } from './hast.ts';
import type { Part } from './parts.ts';

/** Where a page of the printed edition begins in the book. */
export interface PageMark {
  /** As printed: `iv`, `12`. */
  readonly label: string;
  /** Of the mark, in its document. */
  readonly id: string;
  readonly document: string;
}

/** Boxes that blocks stand in; between their children there is room for a mark. */
const boxes: ReadonlySet<string> = new Set(['div', 'section', 'aside', 'article', 'blockquote']);

/**
 * Puts a mark before the first block that begins on each page of the printed edition, and lists the marks. A page on
 * which no named block begins has none.
 *
 * @param parts - Before links are led: ids are those of the edition. Changed.
 * @param labels - Label of the page on which each place is, by `document#id` or `document`.
 */
export function markPages(parts: readonly Part[], labels: ReadonlyMap<string, string>): PageMark[] {
  const marks: PageMark[] = [];
  const known = new Set<string>();
  const mark = (label: string | undefined, document: string): Element[] => {
    if (label === undefined || known.has(label)) return [];
    known.add(label);
    const id = `page-${label}`;
    marks.push({ label, id, document });
    return [markOf(id, label)];
  };
  for (const { document, tree } of parts) {
    const first = mark(labels.get(document.id), document.id);
    const within = (parent: Root | Element): void => {
      const children = parent.children as ElementContent[];
      (parent as { children: ElementContent[] }).children = children.flatMap((child): ElementContent[] => {
        if (!isElement(child)) return [child];
        const { id } = child.properties;
        const made = id === undefined ? [] : mark(labels.get(`${document.id}#${id}`), document.id);
        if (boxes.has(child.tagName)) within(child);
        return [...made, child];
      });
    };
    within(tree);
    tree.children.unshift(...first);
  }
  return marks;
}

function markOf(id: string, label: string): Element {
  const properties = { id, role: 'doc-pagebreak', ariaLabel: label, 'epub:type': 'pagebreak' };
  return { type: 'element', tagName: 'div', properties, children: [] };
}
