/** What a PDF keeps to: PDF 1.7, PDF/UA-1 and PDF/A-2a (3a with formulae); or PDF 2.0, PDF/UA-2, WTPDF and PDF/A-4. */
export const pdfStandards = ['ua-1', 'ua-2'] as const;
export type PdfStandard = (typeof pdfStandards)[number];
