/** Formulae of an edition → measured drawings and words, before layout. */

export type { Parsed } from './parsed.ts';
export { type DrawnFormula, prepareFormulae } from './prepare.ts';
export type { MathNode } from './tree.ts';
