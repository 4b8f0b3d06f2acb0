export { cutPairs, cutPhrasingPairs } from './cut.ts';
export { nameParts } from './naming.ts';
export { copyTree, type Place, placeOf, textIn, walk } from './walk.ts';
