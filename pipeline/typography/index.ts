/** A tree's words as the typographer of one language sees them; who calls decides what becomes of them. */
export { eachTextBlock } from './blocks.ts';
export { typographyChanges } from './changes.ts';
export { type Aside, collectPieces, type Piece, type TypographySetting, type Voice } from './pieces.ts';
