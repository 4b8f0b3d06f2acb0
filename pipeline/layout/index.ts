/** Edition → pages: pure arithmetic over font metrics. Knows nothing of PDF. */
export type * from './display.ts';
export { type LayoutResources, layoutEdition } from './edition.ts';
