/** Pages of placed fragments → pages, structure tree and navigation of a PDF document. */
export { nothingBefore, type PaintedBefore } from './again.ts';
export { paintEdition } from './edition.ts';
