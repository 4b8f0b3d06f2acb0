/** How PDF writes numbers, colours and lines of text. */
export { number, numbers, rgb } from './number.ts';
export { showWords } from './text.ts';
