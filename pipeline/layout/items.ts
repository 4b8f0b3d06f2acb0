import { forced, type Items } from './breaking.ts';
import type { Fonts, Points } from './display.ts';
import type { Run } from './runs.ts';
import type { Shaper, WordBreak } from './words.ts';

/** What a break costs, as TeX counts. */
const cost = { hyphen: 50, sign: 40, cut: 900 } as const satisfies Record<WordBreak, number>;

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
  /** Spaces stretch and shrink. */
  readonly justified: boolean;
}

/** Runs → boxes, glue and penalties. A piece of a word that is wider than the measure may be cut anywhere. */
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
    if (run.image) push(items, index, { kind: 'box', width: run.image.width });
    else if (run.lineBreak) push(items, index, { kind: 'penalty', penalty: forced });
    else addText(items, index, { ...options, run });
  }
  push(items, runs.length - 1, { kind: 'penalty', penalty: forced });
  return items;
}

function addText(items: TextItems, index: number, options: ItemOptions & { run: Run }): void {
  const { run, fonts, justified } = options;
  const scale = run.size / 1000;
  const face = fonts(run.face);
  const space = face.width(' ') * scale;
  const hyphen = face.width('-') * scale;
  for (const [at, word] of run.text.split(' ').entries()) {
    if (at > 0) {
      push(items, index, {
        kind: 'glue',
        width: space,
        stretch: justified ? space / 2 : 0,
        shrink: justified ? space / 3 : 0,
        text: ' ',
      });
    }
    if (word === '') continue;
    const pieces = options.shaper.pieces(word, run, options.hyphenated);
    for (const [part, text] of pieces.texts.entries()) {
      if (part > 0) pushBreak(items, index, { kind: pieces.breaks[part - 1] as WordBreak, hyphen });
      const width = (pieces.widths[part] as number) * scale;
      if (width <= options.measure) push(items, index, { kind: 'box', width, text });
      else cut(items, index, { text, width: (letter) => face.width(letter) * scale });
    }
  }
}

/** Lets a piece wider than the measure break between any two of its characters. */
function cut(items: TextItems, index: number, piece: { text: string; width: (letter: string) => number }): void {
  for (const [at, letter] of (piece.text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []).entries()) {
    if (at > 0) pushBreak(items, index, { kind: 'cut', hyphen: 0 });
    push(items, index, { kind: 'box', width: piece.width(letter), text: letter });
  }
}

function pushBreak(items: TextItems, index: number, of: { kind: WordBreak; hyphen: number }): void {
  push(items, index, {
    kind: 'penalty',
    width: of.kind === 'hyphen' ? of.hyphen : 0,
    penalty: cost[of.kind],
    flagged: of.kind !== 'cut',
    text: of.kind,
  });
}

interface Item {
  readonly kind: 'box' | 'glue' | 'penalty';
  readonly width?: number;
  readonly stretch?: number;
  readonly shrink?: number;
  readonly penalty?: number;
  readonly flagged?: boolean;
  readonly text?: string;
}

function push(items: TextItems, run: number, item: Item): void {
  items.kind.push(item.kind);
  items.width.push(item.width ?? 0);
  items.stretch.push(item.stretch ?? 0);
  items.shrink.push(item.shrink ?? 0);
  items.penalty.push(item.penalty ?? 0);
  items.flagged.push(item.flagged ?? false);
  items.run.push(run);
  items.text.push(item.text ?? '');
}
