import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { BoxFragment, Fragment, ImageFragment, Page, RuleFragment, TextFragment } from '../../../layout/index.ts';
import type { MathElement, Painted } from '../elements.ts';
import type { Mark } from '../file/index.ts';
import type { FontInFile, PaintedFonts, Shaper } from '../fonts/index.ts';
import { number, numbers, rgb, showWords } from '../operators/index.ts';
import type { Drawing } from '../svg/index.ts';
import { PageContent } from './content.ts';
import type { OpenFormula } from './formula.ts';
import { outlined } from './outlined.ts';

export interface PageResources {
  readonly fonts: PaintedFonts;
  readonly fontInFile: (shaper: Shaper) => FontInFile;
  /** The picture of an asset, as an object to be painted into the unit square, its origin at the bottom left. */
  readonly pictureInFile: (asset: string) => Reference;
  /** The formula that a fragment shows a piece of, where its parts are painted by themselves. */
  readonly formulaOf: (fragment: ImageFragment) => ShownFormula | undefined;
  /** Of text that has no colour of its own: `#rrggbb`. */
  readonly ink: string;
}

/** Paints the fragments of one page, which is the document's current one. */
export function paintPage(
  doc: PDFDocument,
  page: Page,
  options: PageResources & { readonly index: number },
): PaintedPage {
  const content = new PageContent(page, options.index);
  const painter: Painter = { doc, shapers: new Set(), ...options };
  const formulae = new Map<Fragment, MathElement>();
  const font = { face: options.fonts('serif'), fontOf: fontOn(painter) };
  for (const fragment of page.fragments) {
    const formula = fragment.kind === 'image' ? options.formulaOf(fragment) : undefined;
    if (fragment.kind === 'image' && formula) {
      formula.open.paint(content, { drawing: formula.drawing, fragment, font });
      formulae.set(fragment, formula.open.math);
      continue;
    }
    const operators = operatorsOf(fragment, painter);
    content.paint(fragment, isUnseen(fragment) ? `q 0 0 0 0 re W n ${operators} Q` : operators);
  }
  const written = content.end();
  doc.page.write(written);
  return { marks: content.marks, formulae, content: written, shapers: [...painter.shapers] };
}

interface ShownFormula {
  readonly open: OpenFormula;
  readonly drawing: Drawing;
}

export interface PaintedPage {
  /** Its operators. */
  readonly content: string;
  /** Of the fonts that it names, in their order. */
  readonly shapers: readonly Shaper[];
  readonly marks: ReadonlyMap<Painted, Mark>;
  /** By the pictures that they were painted for. */
  readonly formulae: ReadonlyMap<Fragment, MathElement>;
}

/** Painted through a window without size. */
const isUnseen = (fragment: Fragment): boolean => 'unseen' in fragment && fragment.unseen === true;

interface Painter extends PageResources {
  readonly doc: PDFDocument;
  readonly shapers: Set<Shaper>;
}

function operatorsOf(fragment: Fragment, painter: Painter): string {
  switch (fragment.kind) {
    case 'text':
      return text(fragment, painter);
    case 'rule':
      return rule(fragment);
    case 'box':
      return box(fragment);
    case 'image':
      return image(fragment, painter);
  }
}

/** Enters each font that is used in the resources of the current page. */
function fontOn({ doc, fontInFile, shapers }: Painter): (shaper: Shaper) => FontInFile {
  const { page } = doc;
  return (shaper) => {
    const font = fontInFile(shaper);
    page.fonts[font.name] = font.reference;
    shapers.add(shaper);
    return font;
  };
}

function text(fragment: TextFragment, painter: Painter): string {
  const { fonts, ink } = painter;
  const colour = rgb(fragment.colour ?? ink);
  if ('artifact' in fragment.owner && fragment.owner.artifact === 'watermark')
    return `q ${colour} rg ${outlined(fragment, fonts(fragment.face))} Q`;
  const style = { face: fonts(fragment.face), size: fragment.size, fontOf: fontOn(painter) };
  const ends = fragment.hyphen ? 'hyphen' : fragment.lineEnd ? 'line' : undefined;
  const shown = showWords(fragment.words, style, ends);
  const { turn, x, baseline } = fragment;
  // The page's y grows downward.
  const axes = turn ? numbers(Math.cos(turn), -Math.sin(turn), -Math.sin(turn), -Math.cos(turn)) : '1 0 0 -1';
  const matrix = `${axes} ${numbers(x, baseline)} Tm`;
  return `BT ${colour} rg ${matrix} ${shown} ET`;
}

function rule({ x, y, width, height, thickness, colour, dots }: RuleFragment): string {
  const line = `${numbers(x, y)} m ${numbers(x + width, y + height)} l S`;
  const dash = dots ? `1 J [0 ${number(dots)}] 0 d ` : '';
  return `q ${rgb(colour)} RG ${number(thickness)} w ${dash}${line} Q`;
}

function box({ x, y, width, height, fill }: BoxFragment): string {
  return `q ${rgb(fill)} rg ${numbers(x, y, width, height)} re f Q`;
}

function image(fragment: ImageFragment, painter: Painter): string {
  const { asset, x, y, width, height } = fragment;
  const { doc, pictureInFile } = painter;
  const picture = pictureInFile(asset);
  const name = `X${picture.id}`;
  doc.page.xobjects[name] = picture;
  return `${hiddenText(fragment, painter)}q ${numbers(width, 0, 0, -height, x, y + height)} cm /${name} Do Q`;
}

/** Size of text that is not seen, in points: small enough to lie within what it stands for. */
const hiddenSize = 8;
/** Letters that are narrowed further lie so close that readers drop the second of two that are alike (“\parallel”). */
const narrowest = 0.4;

/** Text over the whole width of a picture that is found, selected and copied, and not painted: rendering mode 3. */
function hiddenText({ hidden, x, y, width, height }: ImageFragment, painter: Painter): string {
  if (!hidden) return '';
  const face = painter.fonts('code');
  const parts = hidden.text.split(/\s+/);
  const long = face.width(parts.join(' ')) / 1000;
  const size = Math.min(hiddenSize, height, width / (long * narrowest));
  const space = (face.width(' ') * size) / 1000;
  const words = parts.map((word, index) => ({ text: word, gap: index < parts.length - 1 ? space : 0 }));
  const natural = words.reduce((sum, word) => sum + (face.width(word.text) * size) / 1000 + word.gap, 0);
  const style = { face, size, fontOf: fontOn(painter) };
  const matrix = `${numbers(width / natural, 0, 0, -1, x, y + height - hidden.rise)} Tm`;
  return `BT 3 Tr ${matrix} ${showWords(words, style)} 0 Tr ET `;
}
