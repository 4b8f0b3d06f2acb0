/** Edition → pages: pure arithmetic over font metrics. Knows nothing of PDF. */
export type * from './display.ts';
export { layoutEdition } from './edition.ts';
export { shortenedTex } from './formulaFit.ts';
export type { LayoutResources } from './makeTools.ts';
export { fromRoman } from './numerals.ts';
export { layoutBilingual } from './parallel/edition.ts';
export { imposed, layoutTumble } from './tumble.ts';
