/** Pages of placed fragments → pages, structure tree and navigation of a PDF document. */
export { type PaintOptions, paintEdition } from './edition.ts';
