import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';
import { type FormulaBox, type Formulae, type FormulaPiece, shortenedTex } from '../../../layout/index.ts';
import { type Diagnostic, diagnose, type Edition, type Language } from '../../../model/index.ts';
import type { PaintedFonts } from '../fonts/index.ts';
import { convertSvg, type Drawing } from '../svg/index.ts';
import { type Formula, formulaeOf, formulaKey, languageOfTag } from './collect.ts';
import { type Parsed, parsedOf } from './parsed.ts';
import { sizeOf } from './size.ts';
import { makeTypesetter, partAttribute, type Typesetter } from './typeset.ts';
import { makeSpeaker, type Speaker } from './words.ts';

interface PreparedFormulae {
  /** For layout. */
  readonly boxes: Formulae;
  /** For the painter, by the `asset` of the boxes. */
  readonly drawings: ReadonlyMap<string, DrawnFormula>;
  /** Of formulae that pages and books have, and this cannot draw. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A formula, or a piece of one, as it is painted, and the MathML of the whole in the two ways in which a file can bring it. */
export interface DrawnFormula extends Drawing {
  /** A document of its own. */
  readonly document: string;
  /** Its elements, with what is painted for each; absent where that cannot be told apart. */
  readonly parsed?: Parsed;
}

const none: PreparedFormulae = { boxes: () => undefined, drawings: new Map(), diagnostics: [] };

/** Sets and says every formula of the edition. What sets and says them is loaded only if there is one. */
export async function prepareFormulae(edition: Edition, fonts: PaintedFonts): Promise<PreparedFormulae> {
  const formulae = formulaeOf(edition);
  if (formulae.size === 0) return none;
  const [typeset, speak] = await Promise.all([makeTypesetter(), makeSpeaker()]);
  const { ink } = edition.settings.pdf.theme.colours;
  const boxes = new Map<string, Said>();
  const drawings = new Map<string, DrawnFormula>();
  const diagnostics: Diagnostic[] = [];
  for (const [key, formula] of formulae) {
    const made = await prepare(key, formula, { typeset, speak, fonts, ink });
    if (!made) {
      diagnostics.push(...undrawn(formula));
      continue;
    }
    for (const [asset, drawing] of made.drawings) drawings.set(asset, drawing);
    boxes.set(key, made.box);
  }
  return {
    drawings,
    diagnostics,
    boxes: (tex, { display, lang }) => {
      const box = boxes.get(formulaKey({ tex, display }));
      return box && { ...box, words: box.words.get(languageOfTag(lang)) ?? tex };
    },
  };
}

function undrawn({ tex, places }: Formula): Diagnostic[] {
  const details = { variant: 'drawn', tex: shortenedTex(tex) };
  return places.map((place) => diagnose('formula-is-valid', { ...place, details }));
}

type Said = Omit<FormulaBox, 'words'> & { readonly words: ReadonlyMap<Language, string> };

interface Prepared {
  readonly box: Said;
  readonly drawings: ReadonlyMap<string, DrawnFormula>;
}

interface Makers {
  readonly typeset: Typesetter;
  readonly speak: Speaker;
  readonly fonts: PaintedFonts;
  readonly ink: string;
}

async function prepare(key: string, formula: Formula, makers: Makers): Promise<Prepared | undefined> {
  const set = await makers.typeset(formula);
  const whole = set && draw(set.svg, makers);
  if (!set || !whole) return undefined;
  const drawn = new Map([[key, whole.drawing]]);
  const pieces = set.pieces.flatMap(({ svg, space, before }, index): FormulaPiece[] => {
    const piece = draw(svg, makers);
    const asset = `${key}#${index}`;
    if (piece) drawn.set(asset, piece.drawing);
    return piece ? [{ ...piece.size, asset, space, before }] : [];
  });
  const own = { ...formula.mathml, properties: { xmlns: mathmlNamespace, ...formula.mathml.properties } };
  const document = toXml(toXast(own));
  const parsed = parsedOf(formula.mathml, set.numbered, [...drawn.values()]);
  const drawings = new Map(
    [...drawn].map(([asset, drawing]) => [asset, { ...drawing, document, ...(parsed && { parsed }) }]),
  );
  const words = new Map<Language, string>();
  for (const language of formula.languages) words.set(language, await makers.speak(set.mathml, language));
  return {
    drawings,
    box: {
      ...whole.size,
      asset: key,
      words,
      ...(pieces.length > 0 && pieces.length === set.pieces.length && { pieces }),
    },
  };
}

const mathmlNamespace = 'http://www.w3.org/1998/Math/MathML';

type Drawn = { readonly drawing: Drawing; readonly size: Pick<FormulaBox, 'width' | 'ascent' | 'descent'> };

function draw(svg: string, { fonts, ink }: Makers): Drawn | undefined {
  const size = sizeOf(svg);
  if (!size) return undefined;
  // In em: the matrix of a drawing of many thousand units has too few digits left.
  const [width, height, top] = [size.width / 1000, size.height / 1000, size.top / 1000];
  const { drawing, unsupported } = convertSvg(styled(svg, { ink, width, height }), {
    fonts,
    width,
    height,
    parts: partAttribute,
  });
  if (!drawing || unsupported.length > 0) return undefined;
  return { drawing, size: { width, ascent: -top, descent: height + top } };
}

/** Lines and frames of tables, as MathJax means them; frames and strokes of a term have these as attributes of their own. */
const rules = [
  'line{fill:none}',
  '.mjx-solid,.mjx-dashed,.mjx-dotted{stroke-width:70;fill:none}',
  '.mjx-dashed{stroke-dasharray:140}',
  '.mjx-dotted{stroke-dasharray:0,140;stroke-linecap:round}',
].join(' ');

/** What MathJax leaves to a page's style sheet, and the size in the units of the view box. */
function styled(svg: string, { ink, width, height }: { ink: string; width: number; height: number }): string {
  const lines = `<style>${rules}</style>`;
  return svg.replaceAll('currentColor', ink).replace(/^<svg[^>]*>/, (tag) => {
    const view = /viewBox="[^"]*"/.exec(tag)?.[0] ?? '';
    return `<svg xmlns="http://www.w3.org/2000/svg" ${view} width="${width}" height="${height}">${lines}`;
  });
}
