/** How PDF writes numbers, colours and lines of text. */
export { nameOf, number, numbers, rgb } from './number.ts';
export { showWords } from './text.ts';
