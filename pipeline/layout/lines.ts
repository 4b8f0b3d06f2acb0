import { type BrokenLine, hangsAt } from './breaking.ts';
import { type Chosen, choose } from './choice.ts';
import type { Fonts, LinkArea, Place, Points, TextFragment, Word } from './display.ts';
import type { Note, Placed } from './flow.ts';
import { fittingRuns } from './formulaFit.ts';
import type { TextItems } from './items.ts';
import { linkAreas, type Mark, strikes, underlines } from './marks.ts';
import type { Run } from './runs.ts';
import { isInWord, measureWords, Reader, type Stretch, setWords, stretchesOf, widthOf } from './stretches.ts';
import type { TextStyle } from './style.ts';
import type { Tools } from './tools.ts';

/** One line of a paragraph. y runs from its own top. */
export interface Line {
  readonly height: Points;
  readonly baseline: Points;
  /** Of its words, as set. */
  readonly width: Points;
  readonly placed: readonly Placed[];
  readonly links: readonly LinkArea[];
  readonly anchors: readonly string[];
  readonly notes: readonly Note[];
  /** The first word or picture that begins in it. */
  readonly begins?: Place;
  /** It ends in a hyphen. */
  readonly hyphen: boolean;
}

export interface LineOptions {
  readonly tools: Tools;
  readonly style: TextStyle;
  /** Width of every line; above 0. */
  readonly measure: Points;
  /** Where lines begin; 0 unless told. */
  readonly x?: Points;
}

/** Runs → lines. Raises `overfull-line` and `loose-line` for what cannot be set well. */
export function setLines(given: readonly Run[], options: LineOptions): Line[] {
  if (given.length === 0) return [];
  const runs = fittingRuns(given, options);
  const { items, lines, ragged } = choose(runs, options);
  const last = lines.length - 1;
  const reader = new Reader();
  return lines.map((line, index) => setLine(line, { items, runs, options, ragged, last: index === last, reader }));
}

interface Setting {
  readonly items: TextItems;
  readonly runs: readonly Run[];
  readonly options: LineOptions;
  readonly ragged: boolean;
}

function setLine(line: BrokenLine, setting: Setting & { last: boolean; reader: Reader }): Line {
  const { style, measure, tools } = setting.options;
  const { items, ragged } = setting;
  const stretches = stretchesOf(line, setting);
  measureWords(stretches, tools);
  const atForced = items.kind[line.end] === 'penalty' && (items.penalty[line.end] as number) < 0;
  const hangs = { left: items.hangsLeft?.[line.start] ?? 0, right: hangsAt(items, line.end) };
  const room = measure + hangs.left + hangs.right - widthOf(stretches);
  const factor = style.align === 'justify' ? spaceFactor(stretches, { room, last: atForced, ragged }) : 1;
  const endsInSpace = items.kind[line.end] === 'glue' || (atForced && !setting.last);
  const placed = placeLine(stretches, { ...setting.options, factor, endsInSpace, hung: hangs.left });
  const begins = setting.reader.read(stretches, isInWord(line, items));
  return begins ? { ...placed, begins } : placed;
}

/**
 * A line whose spaces would be wider than so many times their own width is left ragged: beside a word too long for what
 * is left, and where it leaves a word whole for the last line.
 */
const widestSpace = { beside: 4.5, beforeLast: 2.875 } as const;
const narrowestSpace = 0.6;

interface SpacesOfLine extends Pick<Chosen, 'ragged'> {
  readonly room: Points;
  readonly last: boolean;
}

/** By how much every space of the line is widened or narrowed so that it fills the measure. */
function spaceFactor(stretches: readonly Stretch[], line: SpacesOfLine): number {
  const spaces = stretches.reduce((sum, stretch) => sum + stretch.spaces.reduce((a, b) => a + b, 0), 0);
  if (spaces === 0 || (line.last && line.room >= 0)) return 1;
  const factor = 1 + line.room / spaces;
  return factor > (line.ragged ? widestSpace.beforeLast : widestSpace.beside) ? 1 : Math.max(factor, narrowestSpace);
}

function placeLine(
  stretches: readonly Stretch[],
  options: LineOptions & { factor: number; endsInSpace: boolean; hung: Points },
): Line {
  const { style, factor, tools } = options;
  const above = baselineOf(style, tools.fonts);
  const extra = roomForPictures(stretches, { above, below: style.leading - above, grid: tools.sheet.halfLine });
  const baseline = above + extra.above;
  const width = widthOf(stretches, factor);
  const placed: Placed[] = [];
  const marks: Mark[] = [];
  const anchors: string[] = [];
  const notes: Note[] = [];
  const left = (options.x ?? 0) - options.hung + alignment(style, options.measure - width);
  let x = left;
  // A picture that ends the line cannot carry the space after it.
  const lastText = stretches.findLastIndex(({ run }) => !run.image);
  for (const [index, stretch] of stretches.entries()) {
    const { run } = stretch;
    x += stretch.lead;
    const from = x;
    const words = setWords(stretch, factor, index === lastText && options.endsInSpace);
    for (const [at, word] of words.entries()) x += (stretch.widths[at] as number) + word.gap;
    const trailing = stretch.spaces.length === stretch.words.length ? (words.at(-1) as Word).gap : 0;
    if (run.link || run.strike) marks.push({ run, from, to: x - trailing });
    if (run.blank !== undefined) continue;
    placed.push(
      run.image ? picture(stretch, words, { x: from, baseline }) : textFragment({ stretch, words, x: from, baseline }),
    );
    if (run.anchors.length > 0) anchors.push(...run.anchors);
    if (run.note) notes.push(run.note);
  }
  const links = linkAreas(marks, baseline);
  placed.push(...underlines(marks, baseline, tools), ...strikes(marks, baseline));
  const hyphen = stretches.at(-1)?.hyphen === true;
  return { height: extra.above + style.leading + extra.below, baseline, width, placed, links, anchors, notes, hyphen };
}

/** Kept free above pictures and formulae. */
const clearance: Points = 1;

/** What a line takes besides its own height, in whole half lines, where pictures or formulae are taller than it. */
function roomForPictures(
  stretches: readonly Stretch[],
  line: { above: Points; below: Points; grid: Points },
): { above: Points; below: Points } {
  let [above, below] = [0, 0];
  for (const { run } of stretches) {
    if (!run.image) continue;
    const { height, depth = 0 } = run.image;
    above = Math.max(above, height - depth + clearance - line.above);
    below = Math.max(below, depth - line.below);
  }
  if (above + below === 0) return { above, below };
  return { above: Math.ceil((above + below) / line.grid) * line.grid - below, below };
}

function alignment({ align }: TextStyle, room: Points): Points {
  if (align === 'right') return room;
  return align === 'centre' ? room / 2 : 0;
}

/** From the top of a line to its baseline: its capitals stand in the middle of the line. */
export function baselineOf(style: TextStyle, fonts: Fonts): Points {
  return (style.leading + (fonts(style.family).capHeight * style.size) / 1000) / 2;
}

function textFragment(of: { stretch: Stretch; words: Word[]; x: Points; baseline: Points }): Placed {
  const { run, hyphen } = of.stretch;
  const fragment: TextFragment = {
    kind: 'text',
    owner: run.slot.owner,
    x: of.x,
    baseline: of.baseline - run.rise,
    face: run.face,
    size: run.size,
    colour: run.colour,
    words: of.words,
    ...(hyphen && { hyphen }),
  };
  return { fragment, slot: run.slot };
}

function picture({ run }: Stretch, words: readonly Word[], at: { x: Points; baseline: Points }): Placed {
  const { asset, width, height, depth = 0, text, decorative } = run.image as NonNullable<Run['image']>;
  const hidden = text && { text: words.at(-1)?.spaceAfter ? `${text} ` : text, rise: depth };
  const place = { x: at.x, y: at.baseline - height + depth, width, height };
  const size = { kind: 'image', asset, ...place, ...(hidden && { hidden }) } as const;
  if (decorative) return { fragment: { ...size, owner: { artifact: 'layout' } } };
  return { fragment: { ...size, owner: run.slot.owner }, slot: run.slot };
}
