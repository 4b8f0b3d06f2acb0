import type { Data, Paragraph } from 'mdast';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';

const classes: Partial<Record<NonNullable<Data['role']>, string>> = {
  'admonition-title': 'admonition-title',
  'not-yet': 'not-yet',
  'glossary-equivalent': 'equivalent',
  backlinks: 'backlinks',
};

export const paragraph: Handle<Paragraph> = (state, node) => {
  const name = node.data?.role && classes[node.data.role];
  return element('p', name ? { className: [name] } : {}, state.all(node));
};
