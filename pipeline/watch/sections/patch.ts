import { anchorsIn } from './anchors.ts';
import { type Element, elementsOf } from './elements.ts';

/** Elements that others take the place of. */
export interface Splice {
  /** From the page's root: which child element of which, counted from 0; the last number is the first one that goes. */
  readonly path: readonly number[];
  /** How many go. */
  readonly remove: number;
  /** Markup of each one that comes. */
  readonly html: readonly string[];
}

/** How deep the changed sections are looked for: the text below is compared again at each level. */
const deepest = 10;

interface Side {
  readonly text: string;
  readonly element: Element;
}

/**
 * What must be done to one state of a page to make another of it, in document order: the smallest changed elements. In
 * time linear in the page.
 *
 * @returns Undefined when the page must be taken as a whole: its root changed, or its markup cannot be followed.
 */
export function patchBetween(before: string, after: string): readonly Splice[] | undefined {
  const [a, b] = [elementsOf(before), elementsOf(after)];
  if (!a || !b || a.children.length !== 1 || b.children.length !== 1) return undefined;
  const [from, to] = [a.children[0], b.children[0]];
  if (!from || !to) return undefined;
  const sides: Sides = { before: { text: before, element: from }, after: { text: after, element: to } };
  return isSameFrame(sides) ? childSplices(sides, []) : undefined;
}

interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** Of elements that differ only in their children. */
function childSplices({ before, after }: Sides, path: readonly number[]): Splice[] {
  const [from, to] = [outerOf(before), outerOf(after)];
  const splices: Splice[] = [];
  const anchors = [...anchorsIn(from, to), { from: from.length, to: to.length }];
  let done = { from: 0, to: 0 };
  for (const anchor of anchors) {
    splices.push(...gapSplices({ before, after }, { path, ...done, upFrom: anchor.from, upTo: anchor.to }));
    done = { from: anchor.from + 1, to: anchor.to + 1 };
  }
  return splices;
}

interface Gap {
  readonly path: readonly number[];
  readonly from: number;
  readonly upFrom: number;
  readonly to: number;
  readonly upTo: number;
}

/** As many that go as come are taken one for the other. */
function gapSplices({ before, after }: Sides, { path, from, upFrom, to, upTo }: Gap): Splice[] {
  const coming = after.element.children.slice(to, upTo);
  const going = before.element.children.slice(from, upFrom);
  const textOf = (element: Element): string => after.text.slice(element.start, element.end);
  if (going.length !== coming.length)
    return [{ path: [...path, from], remove: going.length, html: coming.map(textOf) }];
  return going.flatMap((element, index) => {
    const other = coming[index];
    if (!other) return [];
    const sides = { before: { ...before, element }, after: { ...after, element: other } };
    const here = [...path, from + index];
    if (here.length < deepest && element.children.length > 0 && isSameFrame(sides)) return childSplices(sides, here);
    return [{ path: here, remove: 1, html: [textOf(other)] }];
  });
}

/** The same but for their child elements: start tag, and the words between the children. */
function isSameFrame({ before, after }: Sides): boolean {
  return before.element.name === after.element.name && frameOf(before) === frameOf(after);
}

function frameOf({ text, element }: Side): string {
  const { start, inner, end, children } = element;
  const parts = [text.slice(start, inner)];
  let at = inner;
  for (const child of children) {
    parts.push(text.slice(at, child.start));
    at = child.end;
  }
  const words = [...parts.slice(1), text.slice(at, end)].join('').replace(/\s+/g, ' ').trim();
  return `${parts[0]}\n${words}`;
}

function outerOf({ text, element }: Side): readonly string[] {
  return element.children.map(({ start, end }) => text.slice(start, end));
}
