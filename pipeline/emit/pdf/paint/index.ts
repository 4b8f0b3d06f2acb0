/** Pages of placed fragments → pages, structure tree and navigation of a PDF document. */
export { paintEdition } from './edition.ts';
