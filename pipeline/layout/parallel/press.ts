import { hyphenator } from '../../language/index.ts';
import { type BilingualEdition, type Language, suffixOf } from '../../model/index.ts';
import { setBlocks } from '../blocks/index.ts';
import type { Chapters } from '../chapters.ts';
import type { Fonts, Formulae, Highlight } from '../display.ts';
import type { Pages } from '../settle.ts';
import { type Draft, openElement } from '../structure.ts';
import type { Tools } from '../tools.ts';
import { makeShaper } from '../words.ts';
import { type Arrangement, arrangementOf } from './arrangement.ts';
import type { Side } from './rows.ts';

export interface Resources {
  readonly fonts: Fonts;
  /** None unless told: formulae then stand as TeX. */
  readonly formulae?: Formulae;
  /** Programs are of one colour unless told. */
  readonly highlight?: Highlight;
  /** Of the builds before. */
  readonly chapters?: Chapters | undefined;
}

/** What every part of the book is made with. */
export interface Press {
  readonly edition: BilingualEdition;
  readonly arrangement: Arrangement;
  /** By language: what is not of one document. */
  readonly tools: Readonly<Record<Language, Tools>>;
}

export function makePress(edition: BilingualEdition, resources: Resources): Press {
  const { fonts, formulae = () => undefined, highlight = (text) => [{ text }] } = resources;
  const arrangement = arrangementOf(edition.id, edition.settings.pdf);
  const { column } = arrangement.sheets;
  const shaper = makeShaper(fonts, hyphenator);
  const references: Tools['references'] = new Map();
  const pages: Pages = { labelOf: () => undefined, areApart: () => true };
  const own = edition.settings.identifiers?.[edition.id]; // of the book in both languages, which is another than those in one
  const made = (language: Language): Tools => ({
    edition: {
      ...edition.sides[language],
      assets: edition.assets,
      ...(own && { numbers: { own, other: edition.sides[language].numbers?.other ?? {} } }),
    },
    suffix: suffixOf(language),
    fonts,
    formulae,
    highlight,
    sheet: column,
    shaper,
    diagnostics: [],
    pageHeight: column.paper.textHeight,
    called: new Map(),
    pages,
    references,
    setBlocks,
    setNote: () => ({ boxes: [] }),
  });
  return { edition, arrangement, tools: { en: made('en'), fr: made('fr') } };
}

/** Both languages under one section, each in a part of its own. */
export function sidesOf(
  sect: Draft,
  press: Press,
  make = (language: Language) => press.tools[language],
): readonly [Side, Side] {
  const { kind, sheets } = press.arrangement;
  const side = (at: 0 | 1): Side => {
    const language = press.edition.order[at];
    const part = openElement('Part', sect, { lang: press.edition.sides[language].tag });
    return { language, column: kind === 'stacked' ? 0 : at, dx: sheets.left[at], part, tools: make(language) };
  };
  return [side(0), side(1)];
}
