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

/** What may stand beside an element's children: a mark as a block, as a phrase, or none. */
const rooms: Readonly<Record<string, 'div' | 'span'>> = {
  ...Object.fromEntries(
    'div section article header footer address aside blockquote dd li td th'.split(' ').map((name) => [name, 'div']),
  ),
  ...Object.fromEntries(['dt', 'p'].map((name) => [name, 'span'])),
};

/**
 * Puts a mark before the first passage that begins on each page of the printed edition, and lists the marks. A page on
 * which nothing with a name begins has none.
 *
 * @param parts - Before links are led: ids are those of the edition. Changed.
 * @param labels - Label of the page on which each place is, by `document#id` or `document`.
 */
export function markPages(parts: readonly Part[], labels: ReadonlyMap<string, string>): PageMark[] {
  const marks: PageMark[] = [];
  const known = new Set<string>();
  const mark = (label: string | undefined, document: string, tagName: 'div' | 'span'): Element[] => {
    if (label === undefined || known.has(label)) return [];
    known.add(label);
    const id = `page-${label}`;
    marks.push({ label, id, document });
    return [markOf(id, label, tagName)];
  };
  for (const { document, tree } of parts) {
    const first = mark(labels.get(document.id), document.id, 'div');
    const within = (parent: Root | Element, room: 'div' | 'span' | undefined): void => {
      const children = parent.children as ElementContent[];
      (parent as { children: ElementContent[] }).children = children.flatMap((child): ElementContent[] => {
        if (!isElement(child)) return [child];
        const label = labels.get(`${document.id}#${child.properties.id}`);
        const before = room && mark(label, document.id, room);
        const own = rooms[child.tagName];
        const inside = !room && own ? mark(label, document.id, own) : [];
        within(child, own);
        child.children.unshift(...inside);
        return [...(before ?? []), child];
      });
    };
    within(tree, 'div');
    tree.children.unshift(...first);
  }
  return marks;
}

function markOf(id: string, label: string, tagName: 'div' | 'span'): Element {
  const properties = { id, role: 'doc-pagebreak', ariaLabel: label, 'epub:type': 'pagebreak' };
  return { type: 'element', tagName, properties, children: [] };
}
