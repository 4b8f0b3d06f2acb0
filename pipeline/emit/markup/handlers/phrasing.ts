import type { Label, PageReference, Span, Subscript, Superscript } from 'mdast';
import type { Handle } from '../context.ts';
import { element } from '../element.ts';
import { passedThrough } from './passed.ts';

/** "Figure 1.", before the words of a caption. */
export const label: Handle<Label> = (state, node) => element('span', { className: ['label'] }, state.all(node));

/** Its language is what it says, and `identify` puts that on; the number of a section has a class; raw HTML is what it was. */
export const span: Handle<Span> = (state, node, context) => {
  const { half } = node.data ?? {};
  if (half !== undefined && half !== context.edition.language && context.otherHalf) return [...context.otherHalf(node)];
  const passed = passedThrough(node, 'phrasing', state.all(node));
  if (passed) return passed;
  const className = [
    ...(half !== undefined ? ['language'] : []),
    ...(node.data?.role === 'section-number' ? ['section-number'] : []),
  ];
  return element('span', className.length > 0 ? { className } : {}, state.all(node));
};

export const superscript: Handle<Superscript> = (state, node) => element('sup', {}, state.all(node));

export const subscript: Handle<Subscript> = (state, node) => element('sub', {}, state.all(node));

/** There are no pages here: what stands in the place of their numbers. */
export const pageReference: Handle<PageReference> = (state, node) => state.all(node);
