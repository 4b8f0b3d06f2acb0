import type { Admonition } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';

/** A note in the sense of ARIA, named by its own title (its first child, put there by `assemble`). */
export const admonition: Handle<Admonition> = (state, node) => {
  const title = node.children.find((child) => child.data?.role === 'admonition-title');
  const name = title && textOf(title);
  const properties = { className: ['admonition', node.kind], role: 'note', ...(name && { ariaLabel: name }) };
  return element('div', properties, state.wrap(state.all(node), true));
};
