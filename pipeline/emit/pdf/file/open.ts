import type PDFDocument from 'pdfkit';
import type { Edition, EmitOptions, LanguageTag, RememberingOptions } from '../../../model/index.ts';
import { type Standard, standardOf } from '../standard/index.ts';
import { deflateWith } from './deflate.ts';
import { storeCompactly } from './store.ts';
import { metadataXml } from './xmp.ts';

export interface FileOptions extends RememberingOptions {
  /** In which it is; that of the edition unless told. */
  readonly languages?: readonly LanguageTag[];
  /** PDF/UA-1 unless told. */
  readonly standard?: Standard;
  /** Whether files will be attached to it; not unless told. */
  readonly attachments?: boolean;
}

/** An empty document that says what it is: tagged, with the edition's own metadata, and the standards that it keeps to. */
export async function openDocument(edition: Edition, options: FileOptions): Promise<PDFDocument> {
  const { default: Document } = await import('pdfkit');
  const { standard = standardOf(), attachments = false } = options;
  const identification = standard.identify({ attachments });
  const doc = new Document({
    pdfVersion: '1.7', // whichever it will be: it knows no later one
    subset: identification.archive ?? 'PDF/A-2a', // brings the sRGB output intent; PDF/UA stands in our own metadata
    tagged: true,
    lang: edition.tag,
    displayTitle: true,
    autoFirstPage: false,
    compress: false, // `storeCompactly` does it, with the same bytes under every Node
    font: null,
    info: information(edition, options),
  });
  doc._addInfo = () => doc.appendXML(metadataXml(edition, options, identification));
  if (!identification.archive) doc._getPdfaid = () => '';
  storeCompactly(doc, { ...standard, deflate: deflateWith(options.memory) });
  return doc;
}

/**
 * The document as a file.
 *
 * @throws when an object was begun and not ended: pdfkit would wait for it for ever.
 */
export function closeDocument(doc: PDFDocument, { version, information } = standardOf()): Uint8Array {
  if (!information) doc.info = {};
  doc.end();
  if (doc._waiting > 0) throw new Error(`${doc._waiting} PDF objects were begun and not ended`);
  const bytes = doc.read();
  if (!bytes) throw new Error('The PDF has no bytes');
  const file = new Uint8Array(bytes);
  file.set(new TextEncoder().encode(`%PDF-${version}`));
  return file;
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
