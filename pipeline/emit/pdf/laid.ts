import {
  type Formulae,
  type LayoutResources,
  layoutBilingual,
  layoutEdition,
  layoutTumble,
  type PagedEdition,
  type PageStart,
} from '../../layout/index.ts';
import {
  type BilingualEdition,
  type Edition,
  type Memory,
  noMemory,
  type Staged,
  type Templates,
} from '../../model/index.ts';
import { loadFonts, type PaintedFonts } from './fonts/index.ts';
import { prepareFormulae } from './formulae/index.ts';
import { makeHighlight } from './highlight.ts';

type PreparedFormulae = Awaited<ReturnType<typeof prepareFormulae>>;

/** An edition in pages, and what painting needs besides. */
export interface Laid {
  readonly fonts: PaintedFonts;
  readonly drawings: PreparedFormulae['drawings'];
  readonly formulae: Formulae;
  readonly paged: Staged<PagedEdition>;
}

/** What other formats take from the printed edition. */
export interface Printed {
  /** Where its pages begin. */
  readonly starts: readonly PageStart[];
  readonly formulae: Formulae;
}

/** By edition, once it was laid out. Its pages are not kept: those of a long book are large. */
const printed = new WeakMap<Edition | BilingualEdition, Printed>();

/** Ready where the PDF was made before. */
export async function printedOf(edition: Edition | BilingualEdition, templates: Templates): Promise<Printed> {
  const known = printed.get(edition);
  if (known) return known;
  const { paged, formulae } = await layOut(edition, templates);
  return { starts: paged.value.starts, formulae };
}

/** Lays an edition out for whoever paints it. @param memory - Of the builds before: chapters that did not change are as they were. */
export async function layOut(
  edition: Edition | BilingualEdition,
  templates: Templates,
  memory: Memory = noMemory,
): Promise<Laid> {
  const fonts = await loadFonts(templates);
  const laid = await pagesOf(edition, fonts, keptOf(edition, fonts, memory));
  printed.set(edition, { starts: laid.paged.value.starts, formulae: laid.formulae });
  return laid;
}

/** What builds keep for the next. */
type Kept = Pick<LayoutResources, 'chapters' | 'composed'>;

/** Nothing in a build that nothing follows. */
function keptOf(edition: Edition | BilingualEdition, fonts: PaintedFonts, memory: Memory): Kept {
  if (memory === noMemory) return {};
  const sides = 'sides' in edition ? [edition.sides.en, edition.sides.fr] : [edition];
  const inputs = [fonts, edition.settings, ...sides.flatMap(({ strings, assets }) => [strings, assets])];
  return memory
    .part(`pdf ${edition.id}`)
    .recall('chapters', inputs, (): Kept => ({ chapters: new WeakMap(), composed: new WeakMap() }));
}

async function pagesOf(edition: Edition | BilingualEdition, fonts: PaintedFonts, kept: Kept): Promise<Laid> {
  if ('sides' in edition) {
    const formulae = await bothFormulae(edition, fonts);
    const highlight = await makeHighlight([edition.sides.en, edition.sides.fr]);
    const lay = edition.id === 'tumble' ? layoutTumble : layoutBilingual;
    const paged = lay(edition, { fonts, formulae: formulae.boxes, highlight, ...kept });
    return laid(fonts, formulae, paged);
  }
  const formulae = await prepareFormulae(edition, fonts); // TeX → drawings, sizes, words
  const highlight = await makeHighlight([edition]); //       programs → keywords, comments, values
  const paged = layoutEdition(edition, { fonts, formulae: formulae.boxes, highlight, ...kept }); // edition → pages, structure tree
  return laid(fonts, formulae, paged);
}

function laid(fonts: PaintedFonts, { boxes, drawings, diagnostics }: PreparedFormulae, paged: Laid['paged']): Laid {
  return { fonts, drawings, formulae: boxes, paged: { ...paged, diagnostics: [...diagnostics, ...paged.diagnostics] } };
}

/** Each is said in the languages of the half that it stands in; how it is drawn is the same. */
async function bothFormulae(edition: BilingualEdition, fonts: PaintedFonts): Promise<PreparedFormulae> {
  const sides = edition.order.map((language) => edition.sides[language]);
  const made = await Promise.all(sides.map(async (side) => ({ side, formulae: await prepareFormulae(side, fonts) })));
  return {
    drawings: new Map(made.flatMap(({ formulae }) => [...formulae.drawings])),
    diagnostics: made.flatMap(({ formulae }) => formulae.diagnostics),
    boxes: (tex, options) => {
      const own = made.find(({ side }) => side.tag === options.lang) ?? made[0];
      return own?.formulae.boxes(tex, options);
    },
  };
}
