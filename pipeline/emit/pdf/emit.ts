import {
  type Edition,
  fill,
  type OutputFile,
  type RememberingOptions,
  type Staged,
  type Templates,
} from '../../model/index.ts';
import { closeDocument, openDocument } from './file/index.ts';
import { missingGlyphs } from './fonts/index.ts';
import { layOut } from './laid.ts';
import { paintEdition } from './paint/index.ts';
import { preparePictures, usesOneOf } from './pictures/index.ts';
import { standardOf } from './standard/index.ts';

/**
 * Lays an edition out and paints it: one file, `<publication id>-<edition>.pdf`.
 *
 * The PDF libraries are loaded here and not with the module, so that what makes no PDF does not wait for them.
 */
export async function emitPdf(
  edition: Edition,
  templates: Templates,
  options: RememberingOptions,
): Promise<Staged<readonly OutputFile[]>> {
  const { fonts, drawings, paged } = await layOut(edition, templates, options.memory); // edition → pages, structure tree
  const missing = missingGlyphs(edition, fonts); //                  characters that no face has
  const pictures = preparePictures(paged.value, { edition, fonts, drawings }); // image files → what PDF can hold
  const standard = standardOf(options.pdfStandard ?? edition.settings.pdf.standard);
  const attachments = usesOneOf(paged.value, drawings);
  const doc = await openDocument(titled(edition), { ...options, standard, attachments }); // an empty file that says what it is
  paintEdition(doc, paged.value, { fonts, pictures: pictures.value, formulae: drawings, standard }); // pages, structure tree, navigation
  const bytes = closeDocument(doc, standard);
  return {
    value: [
      {
        path: `${edition.settings.id}-${edition.id}.pdf`,
        format: 'pdf',
        edition: edition.id,
        languages: [edition.tag],
        bytes,
      },
    ],
    diagnostics: [...missing, ...paged.diagnostics, ...pictures.diagnostics],
  };
}

/** The file of a draft says in its title what it is. */
export function titled(edition: Edition): Edition {
  const { title, strings, draft } = edition;
  return draft ? { ...edition, title: fill(strings, 'edition.draft.title', { title }) } : edition;
}
