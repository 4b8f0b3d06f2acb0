/** Edition → tagged PDF that identifies itself as PDF/UA-1 and PDF/A-2a or 3a, or as PDF/UA-2 and PDF/A-4. */
export { emitBilingualPdf } from './bilingual.ts';
export { emitPdf } from './emit.ts';
export { printedOf } from './laid.ts';
