/** What a PDF keeps to: PDF/UA-1 with PDF/A-2a or 3a in PDF 1.7, or PDF/UA-2 with WTPDF and PDF/A-4 in PDF 2.0. */
import type { PdfStandard } from '../../../model/index.ts';
import type { Standard } from './standard.ts';
import { ua1 } from './ua1.ts';
import { ua2 } from './ua2.ts';

export type { Dialect, Identification, Standard } from './standard.ts';

const standards: Readonly<Record<PdfStandard, Standard>> = { 'ua-1': ua1, 'ua-2': ua2 };

/** PDF/UA-1 unless told. */
export function standardOf(id: PdfStandard = 'ua-1'): Standard {
  return standards[id];
}
