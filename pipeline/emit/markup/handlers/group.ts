import type { Element, ElementContent } from 'hast';
import type { Group } from 'mdast';
import { fill } from '../../../model/index.ts';
import type { Context, Handle } from '../context.ts';
import { element } from '../element.ts';
import { epubType } from '../identify.ts';
import { passedThrough } from './passed.ts';

/** Blocks that share one anchor; with role `glossary`, the glossary itself; or an element of raw HTML. */
export const group: Handle<Group> = (state, node, context) => {
  const children = state.wrap(state.all(node), true);
  const passed = passedThrough(node, 'block', children);
  if (passed) return passed;
  if (node.data?.role === 'glossary') return glossarySection(children, context);
  return element('div', {}, children);
};

/** Without `epub:type`: a book's `index` may not have its entries under letters (EPUB Indexes 1.0). */
export function indexSection(children: ElementContent[], context: Context): Element {
  const key = context.suffix === undefined ? 'edition.index.name' : 'edition.index.of';
  const name = fill(context.edition.strings, key); // on a page of both languages the two have names of their own
  const made = element('section', { className: ['index'], role: 'doc-index', ariaLabel: name }, children);
  return { ...made, data: { landmark: 'backmatter' } };
}

export function glossarySection(children: ElementContent[], context: Context): Element {
  const name = fill(context.edition.strings, 'edition.glossary');
  const properties = { className: ['glossary'], role: 'doc-glossary', ariaLabel: name };
  return element('section', { ...properties, ...epubType('glossary', context) }, children);
}
