import { forced, type Items } from './breaking.ts';
import type { Fonts, Points } from './display.ts';
import type { Run } from './runs.ts';
import type { Shaper, WordBreak } from './words.ts';

/** What a break costs, as TeX counts. */
const cost = { hyphen: 80, sign: 40, cut: 900 } as const satisfies Record<WordBreak, number>;

/** Items, and for each the run and the text it stands for. */
export interface TextItems extends Items {
  readonly run: number[];
  /** Of a box its text; of a penalty what kind of break it is; of glue a space. */
  readonly text: string[];
}

export interface ItemOptions {
  readonly fonts: Fonts;
  readonly shaper: Shaper;
  readonly measure: Points;
  readonly hyphenated: boolean;
  /** A piece of a word that is wider than the measure may break between any two letters: the last resort. */
  readonly cuts: boolean;
  /** Spaces stretch and shrink. */
  readonly justified: boolean;
}

/** Runs → boxes, glue and penalties. */
export function itemsOf(runs: readonly Run[], options: ItemOptions): TextItems {
  const items: TextItems = {
    kind: [],
    width: [],
    stretch: [],
    shrink: [],
    penalty: [],
    flagged: [],
    run: [],
    text: [],
  };
  for (const [index, run] of runs.entries()) {
    if (run.image) pushBox(items, index, { text: '', width: run.image.width });
    else if (run.lineBreak) pushPenalty(items, index, { penalty: forced, width: 0, text: '' });
    else addText(items, index, { ...options, run });
  }
  pushPenalty(items, runs.length - 1, { penalty: forced, width: 0, text: '' });
  return items;
}

function addText(items: TextItems, index: number, options: ItemOptions & { run: Run }): void {
  const { run, fonts, justified, measure, cuts } = options;
  const scale = run.size / 1000;
  const face = fonts(run.face);
  const space = face.width(' ') * scale;
  const hyphen = face.width('-') * scale;
  const glue = { width: space, stretch: justified ? space / 2 : 0, shrink: justified ? space / 3 : 0 };
  const piecesOf = options.shaper(run, options.hyphenated);
  let first = true;
  for (const word of run.text.split(' ')) {
    if (!first) pushGlue(items, index, glue);
    first = false;
    if (word === '') continue;
    const { texts, widths, breaks } = piecesOf(word);
    for (let part = 0; part < texts.length; part++) {
      if (part > 0) pushBreak(items, index, { kind: breaks[part - 1] as WordBreak, hyphen });
      const text = texts[part] as string;
      const width = (widths[part] as number) * scale;
      const end = breaks[part] === 'hyphen' ? hyphen : 0;
      if (!cuts || width + end <= measure) pushBox(items, index, { text, width });
      else cut(items, index, { text, width: (letter) => face.width(letter) * scale });
    }
  }
}

/** Lets a piece wider than the measure break between any two of its characters. */
function cut(items: TextItems, index: number, piece: { text: string; width: (letter: string) => number }): void {
  for (const [at, letter] of (piece.text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []).entries()) {
    if (at > 0) pushBreak(items, index, { kind: 'cut', hyphen: 0 });
    pushBox(items, index, { width: piece.width(letter), text: letter });
  }
}

function pushBreak(items: TextItems, index: number, of: { kind: WordBreak; hyphen: number }): void {
  const width = of.kind === 'hyphen' ? of.hyphen : 0;
  pushPenalty(items, index, { penalty: cost[of.kind], width, text: of.kind });
}

function pushBox(items: TextItems, run: number, box: { text: string; width: Points }): void {
  items.kind.push('box');
  items.width.push(box.width);
  items.stretch.push(0);
  items.shrink.push(0);
  items.penalty.push(0);
  items.flagged.push(false);
  items.run.push(run);
  items.text.push(box.text);
}

function pushGlue(items: TextItems, run: number, glue: { width: Points; stretch: Points; shrink: Points }): void {
  items.kind.push('glue');
  items.width.push(glue.width);
  items.stretch.push(glue.stretch);
  items.shrink.push(glue.shrink);
  items.penalty.push(0);
  items.flagged.push(false);
  items.run.push(run);
  items.text.push(' ');
}

function pushPenalty(items: TextItems, run: number, at: { penalty: number; width: Points; text: string }): void {
  items.kind.push('penalty');
  items.width.push(at.width);
  items.stretch.push(0);
  items.shrink.push(0);
  items.penalty.push(at.penalty);
  items.flagged.push(at.text === 'hyphen' || at.text === 'sign');
  items.run.push(run);
  items.text.push(at.text);
}
