import { forbidden, forced, type Items } from './breaking.ts';
import type { Fonts, Points } from './display.ts';
import { hangsLeft, hangsRight } from './hanging.ts';
import type { Run } from './runs.ts';
import type { Shaper, WordBreak } from './words.ts';

/** What a break costs, as TeX counts. */
const cost = { hyphen: 350, sign: 40, cut: 900 } as const satisfies Record<WordBreak, number>;

/** And between two pieces of a formula. */
const formulaCost = { relation: 300, operator: 500, inside: 900 } as const;

/** Items, and for each the run and the text it stands for. */
export interface TextItems extends Items {
  readonly run: number[];
  /** Of a box its text; of a penalty what kind of break it is; of glue a space, or nothing between pieces of a formula. */
  readonly text: string[];
  /** Of the first box of a word in several pieces: the whole word, and how many items it is. */
  readonly words: Map<number, { readonly text: string; readonly count: number }>;
}

export interface ItemOptions {
  readonly fonts: Fonts;
  readonly shaper: Shaper;
  readonly measure: Points;
  /** A piece of a word that is wider than the measure may break between any two letters: the last resort. */
  readonly cuts: boolean;
  /** Spaces stretch and shrink. */
  readonly justified: boolean;
  /** Punctuation stands outside the edges. */
  readonly hanging: boolean;
}

/** Runs → boxes, glue and penalties. */
export function itemsOf(runs: readonly Run[], options: ItemOptions): TextItems {
  const hangs = options.hanging ? { hangsLeft: [], hangsRight: [] } : {};
  const items: TextItems = {
    ...hangs,
    kind: [],
    width: [],
    stretch: [],
    shrink: [],
    penalty: [],
    flagged: [],
    run: [],
    text: [],
    words: new Map(),
  };
  for (const [index, run] of runs.entries()) {
    const width = run.image?.width ?? run.blank;
    if (run.goesOn) pushFormulaBreak(items, index, run.goesOn);
    if (width !== undefined) pushBox(items, index, { text: '', width });
    else if (run.lineBreak) pushPenalty(items, index, { penalty: forced, width: 0, text: '' });
    else addText(items, index, { ...options, run });
  }
  pushPenalty(items, runs.length - 1, { penalty: forced, width: 0, text: '' });
  return items;
}

function pushFormulaBreak(items: TextItems, index: number, { space, before }: NonNullable<Run['goesOn']>): void {
  const penalty = before === 'nothing' ? forbidden : formulaCost[before];
  pushPenalty(items, index, { penalty, width: 0, text: '' });
  if (space > 0) pushGlue(items, index, { width: space, stretch: 0, shrink: 0, text: '' });
}

function addText(items: TextItems, index: number, options: ItemOptions & { run: Run }): void {
  const { run, fonts, justified, measure, cuts } = options;
  const scale = run.size / 1000;
  const face = fonts(run.face);
  const space = face.width(' ') * scale;
  const hyphen = face.width('-') * scale;
  const glue = { width: space, stretch: justified ? space / 2 : 0, shrink: justified ? space / 3 : 0 };
  const piecesOf = options.shaper(run);
  const width = (letter: string) => face.width(letter) * scale;
  let first = true;
  for (const word of run.text.split(' ')) {
    if (!first) pushGlue(items, index, glue);
    first = false;
    if (word === '') continue;
    const { whole, texts, widths, breaks } = piecesOf(word);
    const begins = items.kind.length;
    for (let part = 0; part < texts.length; part++) {
      if (part > 0) pushBreak(items, index, { kind: breaks[part - 1] as WordBreak, hyphen });
      const text = texts[part] as string;
      const wide = (widths[part] as number) * scale;
      const end = breaks[part] === 'hyphen' ? hyphen : 0;
      if (cuts && wide + end > measure) cut(items, index, { text, width });
      else pushBox(items, index, { text, width: wide });
    }
    if (items.hangsLeft) hang(items, { from: begins, hyphen, width });
    const count = items.kind.length - begins;
    if (count > 1) items.words.set(begins, { text: whole, count });
  }
}

/** Says of the boxes of a word, and of its hyphens, how far they stand outside where a line begins or ends with them. */
function hang(items: TextItems, word: { from: number; hyphen: Points; width: (letter: string) => Points }): void {
  for (let at = word.from; at < items.kind.length; at++) {
    const text = items.text[at] as string;
    if (items.kind[at] === 'penalty') (items.hangsRight as Points[])[at] = hangsRight('-') * word.hyphen;
    else {
      const [first, last] = [text[0] ?? '', text.at(-1) ?? ''];
      const [left, right] = [hangsLeft(first), hangsRight(last)];
      if (left > 0) (items.hangsLeft as Points[])[at] = left * word.width(first);
      if (right > 0) (items.hangsRight as Points[])[at] = right * word.width(last);
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
  items.hangsLeft?.push(0);
  items.hangsRight?.push(0);
}

type Glue = { readonly width: Points; readonly stretch: Points; readonly shrink: Points; readonly text?: string };

function pushGlue(items: TextItems, run: number, glue: Glue): void {
  items.kind.push('glue');
  items.width.push(glue.width);
  items.stretch.push(glue.stretch);
  items.shrink.push(glue.shrink);
  items.penalty.push(0);
  items.flagged.push(false);
  items.run.push(run);
  items.text.push(glue.text ?? ' ');
  items.hangsLeft?.push(0);
  items.hangsRight?.push(0);
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
  items.hangsLeft?.push(0);
  items.hangsRight?.push(0);
}
