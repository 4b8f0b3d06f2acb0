import type { BilingualEdition, Edition, OutputFile, RememberingOptions, Staged, Templates } from './model/index.ts';

/** The formats that are one file, or a few, of a whole edition. */
export type BookFormat = 'pdf' | 'epub';

/** Makes the books of an edition, wherever that is done. */
export type MakeBook = (
  format: BookFormat,
  edition: Edition | BilingualEdition,
  options: RememberingOptions,
) => Promise<Staged<readonly OutputFile[]>>;

/** Here. Each emitter is loaded when it is first asked for: the PDF and EPUB libraries are the heaviest that we have. */
export function bookMaker(templates: Templates): MakeBook {
  return async (format, edition, options) => {
    const { emitBilingualPdf, emitPdf, printedOf } = await import('./emit/pdf/index.ts');
    if (format === 'pdf')
      return 'sides' in edition ? emitBilingualPdf(edition, templates, options) : emitPdf(edition, templates, options);
    const { emitEpub } = await import('./emit/epub/index.ts');
    const { starts: pages, formulae } = await printedOf(edition, templates); // as in the PDF, laid out once for both
    return emitEpub(edition, templates, { ...options, pages, formulae });
  };
}
