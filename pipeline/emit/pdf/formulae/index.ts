/** Formulae of an edition → measured drawings and words, before layout. */
export { prepareFormulae } from './prepare.ts';
