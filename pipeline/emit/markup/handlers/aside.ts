import type { Aside } from 'mdast';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';
import { epubType } from '../identify.ts';

/** Role `note`: a bare `aside` would be a landmark inside the landmark of the main text. */
export const aside: Handle<Aside> = (state, node, context) =>
  element('aside', { role: 'note', ...epubType('sidebar', context) }, state.wrap(state.all(node), true));
