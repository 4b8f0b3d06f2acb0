/** Font files → faces that measure for layout and paint into a document. */
export { type FontInFile, fontsInFile } from './embed.ts';
export type { GlyphRun, PaintedFace } from './face.ts';
export { History, type Taken, Taking } from './history.ts';
export { loadFonts, type PaintedFonts } from './load.ts';
export { missingGlyphs } from './missing.ts';
export { type Glyph, Shaper } from './shaper.ts';
