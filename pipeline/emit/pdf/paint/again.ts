/** Pages that are painted as in the build before: the same fragments, with the same codes. */
import type PDFDocument from 'pdfkit';
import type { Fragment, Page } from '../../../layout/index.ts';
import type { Painted } from '../elements.ts';
import type { Mark } from '../file/index.ts';
import { type FontInFile, History, type Shaper, type Taken, Taking } from '../fonts/index.ts';
import type { PaintedPage } from './page.ts';

/** What painting keeps for the next build: large, so only watch mode keeps it. */
export interface PaintedBefore {
  readonly root: History;
  readonly pages: WeakMap<readonly Fragment[], Kept>;
}

interface Kept {
  readonly index: number;
  /** Of the fonts, when the page began. */
  readonly history: History;
  readonly taken: readonly Taken[];
  /** Those of its text, in the order in which it names them. */
  readonly shapers: readonly Shaper[];
  readonly content: string;
  readonly marks: ReadonlyMap<Painted, Mark>;
}

export function nothingBefore(): PaintedBefore {
  return { root: new History(), pages: new WeakMap() };
}

/** Paints the pages of one file, and again those that it knows. */
export class Repainting {
  readonly taking: Taking;
  readonly #pages: PaintedBefore['pages'];

  constructor({ root, pages }: PaintedBefore) {
    this.taking = new Taking(root);
    this.#pages = pages;
  }

  /** @param fontInFile - Tells `taking` what it takes up. */
  paint(doc: PDFDocument, page: Page, options: Repainted): PaintedPage {
    const { index, fontInFile, paint } = options;
    const known = this.#pages.get(page.fragments);
    if (known?.index === index && known.history === this.taking.now) {
      for (const { shaper, glyph } of known.taken) {
        const font = fontInFile(shaper);
        if (glyph) font.code(glyph);
      }
      for (const shaper of known.shapers) {
        const font = fontInFile(shaper);
        doc.page.fonts[font.name] = font.reference;
      }
      doc.page.write(known.content);
      return { ...known, formulae: new Map() };
    }
    const [history, from] = [this.taking.now, this.taking.taken.length];
    const made = paint();
    // Pictures have numbers of their own in every file.
    if (page.fragments.every(({ kind }) => kind !== 'image'))
      this.#pages.set(page.fragments, { ...made, index, history, taken: this.taking.taken.slice(from) });
    return made;
  }
}

interface Repainted {
  readonly index: number;
  readonly fontInFile: (shaper: Shaper) => FontInFile;
  /** Where the page is not known. */
  readonly paint: () => PaintedPage;
}
