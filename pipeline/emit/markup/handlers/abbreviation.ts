import type { Abbreviation } from 'mdast';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';

export const abbreviation: Handle<Abbreviation> = (state, node) =>
  element('abbr', { title: node.expansion }, state.all(node));
