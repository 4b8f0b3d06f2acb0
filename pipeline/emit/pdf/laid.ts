import { layoutBilingual, layoutEdition, type PagedEdition } from '../../layout/index.ts';
import type { BilingualEdition, Edition, Staged, Templates } from '../../model/index.ts';
import { loadFonts, type PaintedFonts } from './fonts/index.ts';
import { prepareFormulae } from './formulae/index.ts';
import { makeHighlight } from './highlight.ts';
import { keepMemoryLow } from './thrift.ts';

/** An edition in pages, and what painting needs besides. */
export interface Laid {
  readonly fonts: PaintedFonts;
  readonly drawings: Awaited<ReturnType<typeof prepareFormulae>>['drawings'];
  readonly paged: Staged<PagedEdition>;
}

/** Labels of an edition's places, and its pages until they are painted: other formats ask for the former. */
interface Memory {
  readonly labels: Promise<ReadonlyMap<string, string>>;
  laid?: Promise<Laid>;
}

const memories = new WeakMap<Edition | BilingualEdition, Memory>();

/** Lays an edition out, once for all who ask before it is painted. */
export async function takePages(edition: Edition | BilingualEdition, templates: Templates): Promise<Laid> {
  const memory = memoryOf(edition, templates);
  const laid = memory.laid ?? layOut(edition, templates);
  delete memory.laid; // the pages of a long book are large: whoever paints them is their last user
  return laid;
}

/** Label of the printed page that each place of the edition is on, by `document#id` or `document`: `iv`, `12`. */
export function pageLabels(
  edition: Edition | BilingualEdition,
  templates: Templates,
): Promise<ReadonlyMap<string, string>> {
  return memoryOf(edition, templates).labels;
}

function memoryOf(edition: Edition | BilingualEdition, templates: Templates): Memory {
  const known = memories.get(edition);
  if (known) return known;
  const laid = layOut(edition, templates);
  const memory: Memory = { laid, labels: laid.then(({ paged }) => paged.value.labels) };
  memories.set(edition, memory);
  return memory;
}

async function layOut(edition: Edition | BilingualEdition, templates: Templates): Promise<Laid> {
  keepMemoryLow();
  const fonts = await loadFonts(templates); //                font files → faces that measure and paint
  if ('sides' in edition) {
    const formulae = await bothFormulae(edition, fonts);
    const highlight = await makeHighlight([edition.sides.en, edition.sides.fr]);
    const paged = layoutBilingual(edition, { fonts, formulae: formulae.boxes, highlight });
    return { fonts, drawings: formulae.drawings, paged };
  }
  const formulae = await prepareFormulae(edition, fonts); //  TeX → drawings, sizes, words
  const highlight = await makeHighlight([edition]); //        programs → keywords, comments, values
  const paged = layoutEdition(edition, { fonts, formulae: formulae.boxes, highlight }); // edition → pages, structure tree
  return { fonts, drawings: formulae.drawings, paged };
}

/** Each is said in the languages of the half that it stands in; how it is drawn is the same. */
async function bothFormulae(edition: BilingualEdition, fonts: PaintedFonts): ReturnType<typeof prepareFormulae> {
  const sides = edition.order.map((language) => edition.sides[language]);
  const made = await Promise.all(sides.map(async (side) => ({ side, formulae: await prepareFormulae(side, fonts) })));
  return {
    drawings: new Map(made.flatMap(({ formulae }) => [...formulae.drawings])),
    boxes: (tex, options) => {
      const own = made.find(({ side }) => side.tag === options.lang) ?? made[0];
      return own?.formulae.boxes(tex, options);
    },
  };
}
