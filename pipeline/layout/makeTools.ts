import { hyphenator } from '../language/index.ts';
import type { Edition } from '../model/index.ts';
import { setBlocks } from './blocks/index.ts';
import type { Chapters } from './chapters.ts';
import type { Fonts, Formulae, Highlight } from './display.ts';
import type { ComposedPages } from './parallel/again.ts';
import type { Sheet } from './style.ts';
import type { Tools } from './tools.ts';
import { makeShaper } from './words.ts';

export interface LayoutResources {
  readonly fonts: Fonts;
  /** None unless told: formulae then stand as TeX. */
  readonly formulae?: Formulae;
  /** Programs are of one colour unless told. */
  readonly highlight?: Highlight;
  /** Of the builds before. */
  readonly chapters?: Chapters | undefined;
  /** Of the builds before, of a book in both languages. */
  readonly composed?: ComposedPages | undefined;
}

interface ToolOptions extends LayoutResources {
  readonly sheet: Sheet;
  /** What names of notes end in, where the file has another book besides; nothing unless told. */
  readonly suffix?: string;
  /** Of the book's other language, which it may share; its own unless told. */
  readonly shaper?: Tools['shaper'];
}

/** The tools for what is in none of the edition's documents; each document has its own notes, references and pages besides. */
export function makeTools(edition: Edition, options: ToolOptions): Tools {
  const { fonts, formulae = () => undefined, highlight = (text) => [{ text }], sheet, suffix = '' } = options;
  return {
    edition,
    fonts,
    formulae,
    highlight,
    sheet,
    suffix,
    shaper: options.shaper ?? makeShaper(fonts, hyphenator),
    diagnostics: [],
    pageHeight: sheet.paper.textHeight,
    called: new Map(),
    pages: { labelOf: () => undefined, areApart: () => true },
    references: new Map(),
    setBlocks,
    setNote: () => ({ boxes: [] }),
  };
}
