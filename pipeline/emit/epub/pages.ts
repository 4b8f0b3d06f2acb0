import type { Element, ElementContent, Root } from 'hast';
import type { PageStart } from '../../layout/index.ts';
import { pageMark } from '../markup/index.ts';
import { isElement } from './hast.ts';
import type { Part } from './parts.ts';

/** Where a page of the printed edition begins in the book. */
interface PageMark {
  /** As printed: `iv`, `12`. */
  readonly label: string;
  /** Of the mark, in its document. */
  readonly id: string;
  readonly document: string;
}

export interface PageMarks {
  readonly text: readonly PageMark[];
  /** Labels of the pages that begin where the book's own pages do. */
  readonly contents: readonly string[];
  readonly colophon: readonly string[];
}

/**
 * Lists the marks of printed pages that the trees have, in the order of the pages. Where none of a page is found, as
 * where nothing of the text begins on it, its mark stands with that of the next page.
 *
 * @param parts - Before links are led. Marks go out of what begins with them. Changed.
 * @param starts - Every page that is to be listed, in its order.
 */
export function markPages(parts: readonly Part[], starts: readonly PageStart[]): PageMarks {
  const labelsOf = (part: PageStart['part']) => starts.filter((start) => start.part === part).map(({ label }) => label);
  const labels = labelsOf('text');
  const text: PageMark[] = [];
  for (const { document, tree } of parts) {
    const holders = holdersOf(tree);
    keepMarks(tree, holders, (label) => {
      const index = labels.indexOf(label);
      if (index < text.length) return []; // of another page's place, or met before
      const reached = labels.slice(text.length, index + 1);
      text.push(
        ...reached.map((each) => ({ label: each, id: String(pageMark(each).properties.id), document: document.id })),
      );
      return reached.map(pageMark);
    });
    leadOut(tree, holders, 'div');
  }
  return { text, contents: labelsOf('contents'), colophon: [...labels.slice(text.length), ...labelsOf('colophon')] };
}

type Parent = Root | Element;

/** The elements that have marks in them: most have none, and are left alone. */
function holdersOf(parent: Parent, found = new Set<Parent>()): Set<Parent> {
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    holdersOf(child, found);
    if (labelOf(child) !== undefined || found.has(child)) found.add(parent);
  }
  return found;
}

/** Puts in the place of each mark, in their order, what is said of its label. */
function keepMarks(parent: Parent, holders: ReadonlySet<Parent>, marksFor: (label: string) => Element[]): void {
  setChildren(parent, (child) => {
    const label = labelOf(child);
    if (label !== undefined) return marksFor(label);
    if (isElement(child) && holders.has(child)) keepMarks(child, holders, marksFor);
    return [child];
  });
}

function setChildren(parent: Parent, change: (child: ElementContent) => ElementContent[]): void {
  (parent as { children: ElementContent[] }).children = (parent.children as ElementContent[]).flatMap(change);
}

/** Of a mark. */
function labelOf(node: ElementContent): string | undefined {
  return isElement(node) ? node.data?.page : undefined;
}

/** What may stand beside an element's children: a mark as a block, as a phrase, or none. */
const rooms: Readonly<Record<string, 'div' | 'span'>> = {
  ...Object.fromEntries(
    'div section article header footer address aside blockquote dd li td th'.split(' ').map((name) => [name, 'div']),
  ),
  ...Object.fromEntries(['dt', 'p'].map((name) => [name, 'span'])),
};

const isPhrase = /^(?:a|abbr|b|cite|code|del|dfn|em|i|img|math|q|s|span|strong|su[bp])$/;

/** A mark at the beginning of a block stands before it: it is no part of the name of a heading, nor of a link's. */
function leadOut(parent: Parent, holders: ReadonlySet<Parent>, room: 'div' | 'span' | undefined): void {
  setChildren(parent, (child) => {
    if (!isElement(child) || !holders.has(child)) return [child];
    leadOut(child, holders, rooms[child.tagName]);
    if (!room) return [child];
    const tagName = isPhrase.test(child.tagName) ? 'span' : room;
    return [...takeFirst(child).map((mark): Element => ({ ...mark, tagName })), child];
  });
}

/** Takes out the marks before the first words of an element. */
function takeFirst(element: Element): Element[] {
  const at = element.children.findIndex((child) => child.type !== 'text' || child.value.trim() !== '');
  const first = element.children[at];
  if (!first || !isElement(first)) return [];
  if (labelOf(first) === undefined) return takeFirst(first);
  element.children.splice(at, 1);
  return [first, ...takeFirst(element)];
}
