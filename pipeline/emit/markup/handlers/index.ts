import type { Nodes } from 'mdast';
import { defaultHandlers } from 'mdast-util-to-hast';
import type { Context, Handle, Handler } from '../context.ts';
import { identify } from '../identify.ts';
import { abbreviation } from './abbreviation.ts';
import { admonition } from './admonition.ts';
import { aside } from './aside.ts';
import { code } from './code.ts';
import { definitionList } from './definition-list.ts';
import { figure } from './figure.ts';
import { footnoteReference } from './footnote-reference.ts';
import { inlineMath, math } from './formula.ts';
import { group } from './group.ts';
import { image, imageReference } from './image.ts';
import { link, linkReference } from './link.ts';
import { list, listItem } from './list.ts';
import { footnoteDefinition, noteSection } from './note-section.ts';
import { pageBreak } from './page-break.ts';
import { withPageMarks } from './page-marks.ts';
import { paragraph } from './paragraph.ts';
import { label, pageReference, span, subscript, superscript } from './phrasing.ts';
import { table } from './table.ts';
import { term } from './term.ts';

/** `never`: each takes its own node type, which is the key it stands under. */
const own: Readonly<Record<string, Handle<never>>> = {
  abbreviation,
  admonition,
  aside,
  code,
  definitionList,
  figure,
  footnoteDefinition,
  footnoteReference,
  group,
  image,
  imageReference,
  inlineMath,
  label,
  link,
  linkReference,
  list,
  listItem,
  math,
  noteSection,
  pageBreak,
  pageReference,
  paragraph,
  span,
  subscript,
  superscript,
  table,
  term,
};

/** Nodes whose default element only lacks its id and language. */
const plain = [
  'blockquote',
  'break',
  'delete',
  'emphasis',
  'heading',
  'inlineCode',
  'strong',
  'thematicBreak',
] as const;

/** Every handler of the room, bound to its context. Raw HTML has none: it is dropped. */
export function handlersFor(context: Context): Record<string, Handler> {
  const handlers: Record<string, Handler> = {};
  for (const name of plain) {
    const handle: Handler = defaultHandlers[name];
    handlers[name] = (state, node: Nodes, parent) => identify(node, handle(state, node, parent) ?? [], context);
  }
  for (const [name, handle] of Object.entries(own)) {
    handlers[name] = (state, node: Nodes) => identify(node, (handle as Handle<Nodes>)(state, node, context), context);
  }
  const { pageStarts = [] } = context;
  return pageStarts.length > 0 ? withPageMarks({ text: defaultHandlers.text, ...handlers }, pageStarts) : handlers;
}
