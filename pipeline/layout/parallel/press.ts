import { hyphenator } from '../../language/index.ts';
import { type BilingualEdition, type Language, suffixOf } from '../../model/index.ts';
import { sideOf } from '../bothLanguages.ts';
import { type LayoutResources, makeTools } from '../makeTools.ts';
import { type Draft, openElement } from '../structure.ts';
import type { Tools } from '../tools.ts';
import { makeShaper } from '../words.ts';
import type { ComposedPages } from './again.ts';
import { type Arrangement, arrangementOf } from './arrangement.ts';
import type { Column } from './flow.ts';
import type { Side } from './rows.ts';

/** What every part of the book is made with. */
export interface Press {
  readonly edition: BilingualEdition;
  readonly arrangement: Arrangement;
  /** By language: what is not of one document. */
  readonly tools: Readonly<Record<Language, Tools>>;
  /** Pages of the builds before. */
  readonly composed: ComposedPages | undefined;
}

export function makePress(edition: BilingualEdition, resources: LayoutResources): Press {
  const arrangement = arrangementOf(edition.id, edition.settings.pdf);
  const sheet = arrangement.sheets.column;
  const shaper = makeShaper(resources.fonts, hyphenator);
  const made = (language: Language): Tools =>
    makeTools(sideOf(edition, language), { ...resources, sheet, suffix: suffixOf(language), shaper });
  return { edition, arrangement, tools: { en: made('en'), fr: made('fr') }, composed: resources.composed };
}

/** In which column a language and its notes stand. */
export function columnOf(language: Language, { edition, arrangement }: Press): Column {
  return arrangement.kind === 'stacked' || edition.order[0] === language ? 0 : 1;
}

/** Both languages under one section, each in a part of its own. */
export function sidesOf(
  sect: Draft,
  press: Press,
  make = (language: Language) => press.tools[language],
): readonly [Side, Side] {
  const { sheets } = press.arrangement;
  const side = (at: 0 | 1): Side => {
    const language = press.edition.order[at];
    const part = openElement('Part', sect, { lang: press.edition.sides[language].tag });
    return { language, column: columnOf(language, press), dx: sheets.left[at], part, tools: make(language) };
  };
  return [side(0), side(1)];
}
