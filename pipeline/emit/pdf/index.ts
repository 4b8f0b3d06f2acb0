/** Edition → tagged PDF 1.7 that identifies itself as PDF/UA-1 and PDF/A-2a. */
export { emitBilingualPdf } from './bilingual.ts';
export { emitPdf } from './emit.ts';
export { pageStarts } from './laid.ts';
