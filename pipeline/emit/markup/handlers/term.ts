import type { Term } from 'mdast';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';
import { epubType } from '../identify.ts';

/** A use of a concept that leads to its entry; without a target, its words. */
export const term: Handle<Term> = (state, node, context) => {
  const target = node.data?.target;
  if (!target) return state.all(node);
  const defined = target.id !== undefined && context.definitions?.has(target.id) && `_${target.id}`;
  const properties = {
    className: ['term'],
    href: context.href(target),
    role: 'doc-glossref',
    ...epubType('glossref', context),
    ...(defined && { ariaDescribedBy: [defined] }),
  };
  return element('a', properties, state.all(node));
};
