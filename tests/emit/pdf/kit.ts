import PDFDocument from 'pdfkit';

/** A document of pdfkit, as we open ours, without pages and not compressed. */
export function newDocument(): PDFDocument {
  return new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'en-CA',
    displayTitle: true,
    autoFirstPage: false,
    compress: false,
    font: null,
    info: { Title: 'Contract', CreationDate: new Date(0) },
  });
}
