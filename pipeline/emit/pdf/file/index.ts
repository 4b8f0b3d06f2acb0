/** What a PDF file holds besides its pages: metadata, structure tree, navigation, and how objects are stored. */
export { attachFormulae } from './attachments.ts';
export { type DestinationNames, nameDestinations, showFacing, writeNavigation } from './navigation.ts';
export { closeDocument, openDocument } from './open.ts';
export type { Annotation, Mark, PaintedFormula } from './painted.ts';
export { writeStructure } from './structure.ts';
