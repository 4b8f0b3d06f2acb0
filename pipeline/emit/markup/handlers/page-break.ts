import type { PageBreak } from 'mdast';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';

/** Nothing to see on a screen; style sheets for paper break the page after it. */
export const pageBreak: Handle<PageBreak> = () => element('div', { className: ['page-break'] });
