import { imposed, type PagedEdition } from '../../layout/index.ts';
import type {
  BilingualEdition,
  Diagnostic,
  Edition,
  Memory,
  OutputFile,
  RememberingOptions,
  Staged,
  Templates,
} from '../../model/index.ts';
import { noMemory } from '../../model/index.ts';
import { titled } from './emit.ts';
import { closeDocument, openDocument, showFacing } from './file/index.ts';
import { missingGlyphs, type PaintedFonts } from './fonts/index.ts';
import { layOut } from './laid.ts';
import { nothingBefore, type PaintedBefore, paintEdition } from './paint/index.ts';
import { preparePictures, usesOneOf } from './pictures/index.ts';
import { standardOf } from './standard/index.ts';

/**
 * Lays both languages out in the edition's way, and paints them: one file, `<publication id>-<edition>.pdf`. Two books back to
 * back have another one for the printer, `-tumble-print.pdf`.
 */
export async function emitBilingualPdf(
  edition: BilingualEdition,
  templates: Templates,
  options: RememberingOptions,
): Promise<Staged<readonly OutputFile[]>> {
  const { fonts, drawings, paged } = await layOut(edition, templates, options.memory);
  const sides = edition.order.map((language) => edition.sides[language]);
  const languages = sides.map(({ tag }) => tag);
  const cover = coverOf(edition);
  const pictures = preparePictures(paged.value, { edition: cover, fonts, drawings });
  const standard = standardOf(options.pdfStandard ?? edition.settings.pdf.standard);
  const before = beforeOf(edition, fonts, options.memory);
  const painted = async (pages: PagedEdition, path: string): Promise<OutputFile> => {
    const attachments = usesOneOf(pages, drawings);
    const doc = await openDocument(cover, { ...options, languages, standard, attachments });
    if (edition.id === 'facing') showFacing(doc);
    paintEdition(doc, pages, { fonts, pictures: pictures.value, formulae: drawings, standard, before });
    return { path, format: 'pdf', edition: edition.id, languages, bytes: closeDocument(doc, standard) };
  };
  const name = `${edition.settings.id}-${edition.id}`;
  const files = [await painted(paged.value, `${name}.pdf`)];
  if (edition.id === 'tumble') files.push(await painted(imposed(paged.value), `${name}-print.pdf`));
  const diagnostics: Diagnostic[] = sides.flatMap((side) => missingGlyphs(side, fonts));
  return { value: files, diagnostics: [...diagnostics, ...paged.diagnostics, ...pictures.diagnostics] };
}

/** Nothing in a build that nothing follows, nor of two files at once. */
function beforeOf({ id }: BilingualEdition, fonts: PaintedFonts, memory: Memory = noMemory): PaintedBefore | undefined {
  if (memory === noMemory || id === 'tumble') return undefined;
  return memory.part(`pdf ${id}`).recall('painted', [fonts], nothingBefore);
}

/** What the file says of itself, in both languages. */
function coverOf({ id, order, sides, assets, settings }: BilingualEdition): Edition {
  const [first, second] = [sides[order[0]], sides[order[1]]];
  const both = (one?: string, other?: string): string =>
    [...new Set([one, other].filter((text) => text !== undefined && text !== ''))].join(' – ');
  const description = both(first.description, second.description);
  const rights = both(first.rights, second.rights);
  return {
    ...first,
    title: both(titled(first).title, titled(second).title),
    publisher: both(first.publisher, second.publisher),
    ...(description && { description }),
    ...(rights && { rights }),
    subjects: [...new Set([...first.subjects, ...second.subjects])],
    numbers: { own: settings.identifiers?.[id] ?? {}, other: {} },
    assets,
  };
}
