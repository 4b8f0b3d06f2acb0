import type { FormulaBox, Formulae } from '../../../layout/index.ts';
import type { Edition, Language } from '../../../model/index.ts';
import type { PaintedFonts } from '../fonts/index.ts';
import { convertSvg, type Drawing } from '../svg/index.ts';
import { type Formula, formulaeOf, formulaKey, languageOfTag } from './collect.ts';
import { makeTypesetter, type Typesetter } from './typeset.ts';
import { makeSpeaker, type Speaker } from './words.ts';

interface PreparedFormulae {
  /** For layout. */
  readonly boxes: Formulae;
  /** For the painter, by the `asset` of the boxes. */
  readonly drawings: ReadonlyMap<string, Drawing>;
}

const none: PreparedFormulae = { boxes: () => undefined, drawings: new Map() };

/** Sets and says every formula of the edition. What sets and says them is loaded only if there is one. */
export async function prepareFormulae(edition: Edition, fonts: PaintedFonts): Promise<PreparedFormulae> {
  const formulae = formulaeOf(edition);
  if (formulae.size === 0) return none;
  const [typeset, speak] = await Promise.all([makeTypesetter(), makeSpeaker()]);
  const { ink } = edition.settings.pdf.theme.colours;
  const boxes = new Map<string, Said>();
  const drawings = new Map<string, Drawing>();
  for (const [key, formula] of formulae) {
    const made = await prepare(formula, { typeset, speak, fonts, ink });
    if (!made) continue;
    drawings.set(key, made.drawing);
    boxes.set(key, { ...made.size, asset: key, words: made.words });
  }
  return {
    drawings,
    boxes: (tex, { display, lang }) => {
      const box = boxes.get(formulaKey({ tex, display }));
      return box && { ...box, words: box.words.get(languageOfTag(lang)) ?? tex };
    },
  };
}

type Said = Omit<FormulaBox, 'words'> & { readonly words: ReadonlyMap<Language, string> };

interface Prepared {
  readonly size: Pick<FormulaBox, 'width' | 'ascent' | 'descent'>;
  readonly drawing: Drawing;
  readonly words: ReadonlyMap<Language, string>;
}

interface Makers {
  readonly typeset: Typesetter;
  readonly speak: Speaker;
  readonly fonts: PaintedFonts;
  readonly ink: string;
}

async function prepare(formula: Formula, { typeset, speak, fonts, ink }: Makers): Promise<Prepared | undefined> {
  const set = await typeset(formula);
  const [, top = 0, width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(set?.svg ?? '')?.[1] ?? '')
    .split(' ')
    .map(Number);
  if (!set || !(width > 0) || !(height > 0)) return undefined;
  const { drawing, unsupported } = convertSvg(styled(set.svg, { ink, width, height }), { fonts, width, height });
  if (!drawing || unsupported.length > 0) return undefined;
  const words = new Map<Language, string>();
  for (const language of formula.languages) words.set(language, await speak(set.mathml, language));
  return { size: { width: width / 1000, ascent: -top / 1000, descent: (height + top) / 1000 }, drawing, words };
}

/** What MathJax leaves to a page's style sheet, and the size in the units of the view box. */
function styled(svg: string, { ink, width, height }: { ink: string; width: number; height: number }): string {
  const lines = `<style>line{stroke-width:40;fill:none} .mjx-dashed{stroke-dasharray:140}</style>`;
  return svg.replaceAll('currentColor', ink).replace(/^<svg[^>]*>/, (tag) => {
    const view = /viewBox="[^"]*"/.exec(tag)?.[0] ?? '';
    return `<svg xmlns="http://www.w3.org/2000/svg" ${view} width="${width}" height="${height}">${lines}`;
  });
}
