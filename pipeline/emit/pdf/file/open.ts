import type PDFDocument from 'pdfkit';
import type { Edition, EmitOptions, LanguageTag } from '../../../model/index.ts';
import { storeCompactly } from './store.ts';
import { metadataXml } from './xmp.ts';

export interface FileOptions extends EmitOptions {
  /** In which it is; that of the edition unless told. */
  readonly languages?: readonly LanguageTag[];
}

/** An empty document that says what it is: PDF 1.7, tagged, PDF/A-2a and PDF/UA-1, with the edition's own metadata. */
export async function openDocument(edition: Edition, options: FileOptions): Promise<PDFDocument> {
  const { default: Document } = await import('pdfkit');
  const doc = new Document({
    pdfVersion: '1.7',
    subset: 'PDF/A-2a', // brings the sRGB output intent; PDF/UA-1 stands in our own metadata
    tagged: true,
    lang: edition.tag,
    displayTitle: true,
    autoFirstPage: false,
    compress: false, // `storeCompactly` does it, with the same bytes under every Node
    font: null,
    info: information(edition, options),
  });
  doc._addInfo = () => doc.appendXML(metadataXml(edition, options));
  storeCompactly(doc);
  return doc;
}

/**
 * The document as a file.
 *
 * @throws when an object was begun and not ended: pdfkit would wait for it for ever.
 */
export function closeDocument(doc: PDFDocument): Uint8Array {
  doc.end();
  if (doc._waiting > 0) throw new Error(`${doc._waiting} PDF objects were begun and not ended`);
  const bytes = doc.read();
  if (!bytes) throw new Error('The PDF has no bytes');
  return new Uint8Array(bytes);
}

/** The information dictionary; PDF/A wants it to agree with the XMP. */
function information(edition: Edition, options: EmitOptions): Record<string, string | Date> {
  const instant = new Date(options.instant);
  return {
    Title: edition.title,
    ...(authorOf(edition) && { Author: authorOf(edition) }),
    ...(edition.description && { Subject: edition.description }),
    ...(edition.subjects.length > 0 && { Keywords: edition.subjects.join(', ') }),
    Creator: options.generator,
    Producer: options.generator,
    CreationDate: instant,
    ModDate: instant,
  };
}

const authorOf = (edition: Edition): string =>
  edition.authors.length > 0 ? edition.authors.join(', ') : (edition.publisher ?? '');
