import type { Language } from '../model/index.ts';
import type { Fragment, StructureElement, StructureTag } from './display.ts';

/**
 * A structure element while its text is being set. Its parts stand in the order of the document from the start; each
 * slot is filled when pages are made, in whatever order pages need them.
 */
export interface Draft {
  readonly element: StructureElement;
  /** Of which language its words are, in what stands once for both. */
  readonly half?: Language;
  readonly parts: (Draft | Slot)[];
}

/** The place in the tree of one run of text or one picture; its fragments, line by line. */
export interface Slot {
  readonly owner: StructureElement;
  readonly fragments: Fragment[];
}

export type Attributes = Omit<StructureElement, 'tag' | 'children'>;

/** Opens an element as the last child of `parent`. */
export function openElement(tag: StructureTag, parent?: Draft, attributes: Attributes = {}): Draft {
  const draft: Draft = { element: { tag, children: [], ...attributes }, parts: [] };
  parent?.parts.push(draft);
  return draft;
}

/** Opens a place for words or a picture as the last child of `parent`. */
export function openSlot(parent: Draft): Slot {
  const slot: Slot = { owner: parent.element, fragments: [] };
  parent.parts.push(slot);
  return slot;
}

/** Lets two elements name each other. */
export function relate(one: StructureElement, other: StructureElement): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    Object.assign(from, { counterparts: [...(from.counterparts ?? []), to] } satisfies Partial<StructureElement>);
  }
}

/** Takes out again what pages have put into a draft: it is as it was when its text was set. */
export function reopen(root: Draft): void {
  const drafts = [root];
  for (let at = 0; at < drafts.length; at++) {
    const { element, parts } = drafts[at] as Draft;
    element.children.length = 0;
    for (const part of parts) {
      if ('element' in part) drafts.push(part);
      else part.fragments.length = 0;
    }
  }
}

/** Cells and bodies of list items count even when they are empty; other elements without words are left out. */
const mayBeEmpty: ReadonlySet<StructureTag> = new Set(['Document', 'TD', 'TH', 'TR', 'LI', 'LBody']);

/** Gives every element of a draft its children. Call once, after all pages are made. */
export function closeElement(root: Draft): StructureElement {
  const drafts = [root];
  for (let at = 0; at < drafts.length; at++) {
    for (const part of (drafts[at] as Draft).parts) if ('element' in part) drafts.push(part);
  }
  for (const { element, parts } of drafts.reverse()) {
    for (const part of parts) {
      if (!('element' in part)) element.children.push(...part.fragments);
      else if (part.element.children.length > 0 || mayBeEmpty.has(part.element.tag))
        element.children.push(part.element);
    }
  }
  return root.element;
}
