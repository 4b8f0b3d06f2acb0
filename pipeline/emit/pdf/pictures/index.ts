/** Pictures of an edition → image and form objects of a PDF. */
import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import { type DrawingOptions, drawingInFile } from './drawing.ts';
import type { Pictures } from './prepare.ts';
import { rasterInFile } from './raster.ts';

export { shapeOperators } from './drawing.ts';
export { readJpeg } from './jpeg.ts';
export { readPng } from './png.ts';
export { type Pictures, preparePictures, usesOneOf } from './prepare.ts';
export type { Raster } from './raster.ts';

/** Each picture enters the file when it is first painted, and once. */
export function picturesInFile(
  doc: PDFDocument,
  pictures: Pictures,
  options: DrawingOptions,
): (asset: string) => Reference {
  const written = new Map<string, Reference>();
  return (asset) => {
    const known = written.get(asset);
    if (known) return known;
    const picture = pictures.get(asset);
    if (!picture) throw new Error(`“${asset}” was not prepared`);
    const made = picture.kind === 'raster' ? rasterInFile(doc, picture) : drawingInFile(doc, picture, options);
    written.set(asset, made);
    return made;
  };
}
