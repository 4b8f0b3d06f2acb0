import type { Element, ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type { PageStart, Place } from '../../../layout/index.ts';
import { cutAtSign, printedLength } from '../../../model/index.ts';
import type { Handler } from '../context.ts';
import { element, text } from '../element.ts';

declare module 'hast' {
  interface ElementData {
    /** On the mark of a printed page: its label. */
    page?: string;
    /** What books call it among their landmarks. An index is `backmatter`: validators take `index` itself for that of EPUB Indexes 1.0. */
    landmark?: 'backmatter' | 'loi' | 'lot';
  }
}

/**
 * The mark of a page of the printed edition, empty: where a reader arrives who looks for that page. Named by `title`: of
 * the two attributes that Ace takes, axe-core allows `aria-label` on no element whose role it does not know from ARIA.
 */
export function pageMark(label: string): Element {
  const properties = { id: `page-${label}`, role: 'doc-pagebreak', title: label, 'epub:type': 'pagebreak' };
  return { ...element('span', properties), data: { page: label } };
}

type Mark = Pick<PageStart, 'label'> & Pick<Place, 'at'>;

/** The same handlers, which put the mark of each page before the word, picture, formula or line of code that begins it. */
export function withPageMarks(
  handlers: Readonly<Record<string, Handler>>,
  starts: readonly PageStart[],
): Record<string, Handler> {
  const marks = new Map<Nodes, Mark[]>();
  for (const { label, place } of starts) {
    if (place) marks.set(place.node, [...(marks.get(place.node) ?? []), { label, at: place.at }]);
  }
  const marking =
    (handle: Handler): Handler =>
    (state, node: Nodes, parent) => {
      const result = handle(state, node, parent);
      const own = marks.get(node);
      return own && result ? marked([result].flat(), own) : result;
    };
  return Object.fromEntries(Object.entries(handlers).map(([name, handle]) => [name, marking(handle)]));
}

function marked(made: readonly ElementContent[], marks: readonly Mark[]): ElementContent[] {
  const children = [...made];
  for (const { label, at } of marks) {
    const mark = pageMark(label);
    const inText = at > 0 || children.every(({ type }) => type === 'text');
    if (!inText || !insert(children, mark, { left: at })) children.unshift(mark);
  }
  return children;
}

/** Puts the mark before the sign that has so many before it. @returns false where there are not as many. */
function insert(children: ElementContent[], mark: Element, count: { left: number }): boolean {
  for (const [index, child] of children.entries()) {
    if (child.type === 'element' && child.tagName !== 'math' && insert(child.children, mark, count)) return true;
    if (child.type !== 'text') continue;
    const length = printedLength(child.value);
    if (count.left < length) {
      const [before, after] = cutAtSign(child.value, count.left);
      children.splice(index, 1, ...(before === '' ? [] : [text(before)]), mark, text(after));
      return true;
    }
    count.left -= length;
  }
  return false;
}
