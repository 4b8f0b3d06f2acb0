import { diagnose } from '../model/index.ts';
import { type BrokenLine, breakLines, forced } from './breaking.ts';
import type { Fonts, LinkArea, Points, TextFragment, Word } from './display.ts';
import type { Note, Placed } from './flow.ts';
import { itemsOf, type TextItems } from './items.ts';
import type { Run, RunLink } from './runs.ts';
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
  /** Words that were said to be too long; shared by what should say each only once, as a table's cells. */
  readonly said?: Set<string>;
}

/** Runs → lines. Raises `overfull-line` once for each word that had to be cut, or does not fit at all. */
export function setLines(runs: readonly Run[], options: LineOptions): Line[] {
  if (runs.length === 0) return [];
  const { items, lines } = choose(runs, options);
  const last = lines.length - 1;
  const said = options.said ?? new Set<string>();
  return lines.map((line, index) => {
    report(line, { items, runs, options, said });
    return setLine(line, { items, runs, options, last: index === last });
  });
}

/** Looseness allowed without and with hyphens, and to keep a last line from being too short; in multiples of a space's stretch. */
const tolerance = { plain: 1.3, hyphenated: 3, againstRunt: 4.5 } as const;

interface Chosen {
  readonly items: TextItems;
  readonly lines: readonly BrokenLine[];
}

/** Passes: without hyphens; with them; with as much room between words as it takes; with words cut anywhere. */
function choose(runs: readonly Run[], { tools, style, measure }: LineOptions): Chosen {
  const justified = style.align === 'justify';
  // Headings and captions are balanced rather than left with one word in their last line.
  const runt = justified || style.hyphenate ? 2 * style.size : Math.min(measure / 4, 5 * style.size);
  // A ragged line may end this far from the edge before another breaking is tried.
  const rag = justified ? 0 : Math.min(3 * style.size, measure / 3);
  const { fonts, shaper } = tools;
  const of = (hyphenated: boolean, cuts = false) =>
    itemsOf(runs, { fonts, shaper, measure, hyphenated, cuts, justified });
  const plain = of(false);
  const first = breakLines(plain, { measure, runt, emergency: rag, tolerance: justified ? tolerance.plain : 2.5 });
  if (first && !first.runt) return { items: plain, lines: first.lines };
  const items = style.hyphenate || !first ? of(true) : plain;
  const second = breakLines(items, { measure, runt, emergency: rag, tolerance: tolerance.hyphenated });
  if (second && !second.runt) return { items, lines: second.lines };
  const long = breakLines(items, { measure, runt, emergency: rag, tolerance: tolerance.againstRunt });
  if (long && !long.runt) return { items, lines: long.lines };
  if (first) return { items: plain, lines: first.lines };
  if (second) return { items, lines: second.lines };
  const emergency = justified ? measure * 0.1 : rag;
  const wide = { measure, runt, emergency, tolerance: Number.POSITIVE_INFINITY };
  const third = breakLines(items, wide);
  if (third?.lines.every((line) => !line.overfull)) return { items, lines: third.lines };
  const pieces = of(true, true);
  const cut = breakLines(pieces, { ...wide, tolerance: tolerance.hyphenated }) ?? breakLines(pieces, wide);
  if (!cut) throw new Error('A paragraph without a breaking');
  return { items: pieces, lines: cut.lines };
}

interface Setting {
  readonly items: TextItems;
  readonly runs: readonly Run[];
  readonly options: LineOptions;
}

function report(line: BrokenLine, { items, runs, options, said }: Setting & { said: Set<string> }): void {
  const run = runs[items.run[line.end] as number] as Run;
  const cut = items.text[line.end] === 'cut' && run.kind === 'prose' && !run.text.includes('://');
  if (!line.overfull && !cut) return;
  const word = wordAt(items, line.end - 1);
  if (said.has(word)) return;
  said.add(word);
  const { document } = options.tools;
  options.tools.diagnostics.push(
    diagnose('overfull-line', {
      path: document?.path ?? 'source/publication.yaml',
      ...(document?.path && { position: run.position }),
      details: { word: word.length > longestSaid ? `${word.slice(0, longestSaid)}…` : word },
    }),
  );
}

/** In letters: enough to find any word that a person wrote. */
const longestSaid = 40;

/** The whole word that an item is a piece of, from space to space, whatever lines it stands in. */
function wordAt({ kind, penalty, text }: TextItems, at: number): string {
  const ends = (index: number) => kind[index] === 'glue' || (penalty[index] as number) <= forced;
  let from = at;
  let to = at + 1;
  while (from > 0 && !ends(from - 1)) from--;
  while (to < kind.length && !ends(to)) to++;
  return text
    .slice(from, to)
    .filter((_, index) => kind[from + index] === 'box')
    .join('');
}

/** Words of one run in one line, before the spaces are known. */
interface Stretch {
  readonly run: Run;
  readonly words: string[];
  /** Natural widths of the words, and of the space after each. */
  readonly widths: Points[];
  readonly spaces: Points[];
  hyphen: boolean;
}

function setLine(line: BrokenLine, setting: Setting & { last: boolean }): Line {
  const { style, measure, tools } = setting.options;
  const stretches = stretchesOf(line, setting);
  measureWords(stretches, tools);
  const natural = stretches.reduce((sum, stretch) => sum + widthOf(stretch), 0);
  const atForced = setting.items.kind[line.end] === 'penalty' && (setting.items.penalty[line.end] as number) < 0;
  const factor = style.align === 'justify' ? spaceFactor(stretches, { room: measure - natural, last: atForced }) : 1;
  const endsInSpace = setting.items.kind[line.end] === 'glue' || (atForced && !setting.last);
  return placeLine(stretches, { ...setting.options, factor, endsInSpace });
}

/** By how much every space of the line is widened or narrowed so that it fills the measure. */
function spaceFactor(stretches: readonly Stretch[], line: { room: Points; last: boolean }): number {
  const spaces = stretches.reduce((sum, stretch) => sum + stretch.spaces.reduce((a, b) => a + b, 0), 0);
  if (spaces === 0 || (line.last && line.room >= 0)) return 1;
  const factor = 1 + line.room / spaces;
  // A line with so few spaces that they would be holes is left ragged.
  return factor > 4.5 ? 1 : Math.max(factor, 0.6);
}

function stretchesOf(line: BrokenLine, { items, runs }: Setting): Stretch[] {
  const stretches: Stretch[] = [];
  let current: Stretch | undefined;
  for (let at = line.start; at < line.end; at++) {
    const run = runs[items.run[at] as number] as Run;
    if (items.kind[at] === 'box') {
      if (current?.run !== run) {
        current = { run, words: [''], widths: [], spaces: [], hyphen: false };
        stretches.push(current);
      } else if (current.spaces.length === current.words.length) current.words.push('');
      current.words[current.words.length - 1] += items.text[at] as string;
    } else if (items.kind[at] === 'glue' && current && current.spaces.length < current.words.length) {
      current.spaces.push(items.width[at] as number);
    }
  }
  if (current && items.kind[line.end] === 'penalty' && items.text[line.end] === 'hyphen') current.hyphen = true;
  return stretches;
}

/** Widths as they are painted, whatever the pieces that the breaking was chosen by. */
function measureWords(stretches: readonly Stretch[], tools: Tools): void {
  for (const { run, words, widths, hyphen } of stretches) {
    const face = tools.fonts(run.face);
    for (const word of words) widths.push(run.image ? run.image.width : (face.width(word) * run.size) / 1000);
    if (hyphen) widths[widths.length - 1] = (widths.at(-1) as number) + (face.width('-') * run.size) / 1000;
  }
}

function widthOf({ widths, spaces }: Stretch): Points {
  let sum = 0;
  for (const width of widths) sum += width;
  for (const space of spaces) sum += space;
  return sum;
}

function placeLine(
  stretches: readonly Stretch[],
  options: LineOptions & { factor: number; endsInSpace: boolean },
): Line {
  const { style, factor, tools } = options;
  const above = baselineOf(style, tools.fonts);
  const baseline = Math.max(above, tallestPicture(stretches) + 2);
  const width = setWidth(stretches, factor);
  const placed: Placed[] = [];
  const marks: Mark[] = [];
  const anchors: string[] = [];
  const notes: Note[] = [];
  const left = (options.x ?? 0) + alignment(style, options.measure - width);
  let x = left;
  for (const [index, stretch] of stretches.entries()) {
    const { run } = stretch;
    const from = x;
    const words = setWords(stretch, factor, index === stretches.length - 1 && options.endsInSpace);
    for (const [at, word] of words.entries()) x += (stretch.widths[at] as number) + word.gap;
    const trailing = stretch.spaces.length === stretch.words.length ? (words.at(-1) as Word).gap : 0;
    if (run.link || run.strike) marks.push({ run, from, to: x - trailing });
    placed.push(run.image ? picture(run, from, baseline) : textFragment({ stretch, words, x: from, baseline }));
    if (run.anchors.length > 0) anchors.push(...run.anchors);
    if (run.note) notes.push(run.note);
  }
  const links = linkAreas(marks, baseline);
  placed.push(...underlines(marks, baseline, tools), ...strikes(marks, baseline));
  const hyphen = stretches.at(-1)?.hyphen === true;
  return { height: baseline - above + style.leading, baseline, width, placed, links, anchors, notes, hyphen };
}

function tallestPicture(stretches: readonly Stretch[]): Points {
  let tallest = 0;
  for (const { run } of stretches) if (run.image) tallest = Math.max(tallest, run.image.height);
  return tallest;
}

function setWidth(stretches: readonly Stretch[], factor: number): Points {
  let width = 0;
  for (const { widths, spaces } of stretches) {
    for (const word of widths) width += word;
    for (const space of spaces) width += space * factor;
  }
  return width;
}

function alignment({ align }: TextStyle, room: Points): Points {
  if (align === 'right') return room;
  return align === 'centre' ? room / 2 : 0;
}

function setWords({ words, spaces }: Stretch, factor: number, endsInSpace: boolean): Word[] {
  return words.map((text, at) => {
    const space = spaces[at];
    if (space !== undefined) return { text, gap: space * factor, spaceAfter: true };
    return endsInSpace && at === words.length - 1 ? { text, gap: 0, spaceAfter: true } : { text, gap: 0 };
  });
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

function picture(run: Run, x: Points, baseline: Points): Placed {
  const { asset, width, height, decorative } = run.image as NonNullable<Run['image']>;
  const size = { kind: 'image', asset, x, y: baseline - height, width, height } as const;
  if (decorative) return { fragment: { ...size, owner: { artifact: 'layout' } } };
  return { fragment: { ...size, owner: run.slot.owner }, slot: run.slot };
}

interface Mark {
  readonly run: Run;
  readonly from: Points;
  to: Points;
}

/** One area for the words of one link in this line. */
function linkAreas(marks: readonly Mark[], baseline: Points): LinkArea[] {
  return joined(marks).map(({ run, from, to }) => {
    const { owner, to: target, contents } = run.link as RunLink;
    const height = run.size * 1.25;
    return { owner, to: target, contents, x: from, y: baseline - run.rise - run.size * 0.95, width: to - from, height };
  });
}

function joined(marks: readonly Mark[]): Mark[] {
  const areas: Mark[] = [];
  for (const mark of marks) {
    if (!mark.run.link) continue;
    const before = areas.at(-1);
    if (before?.run.link === mark.run.link) before.to = mark.to;
    else areas.push({ ...mark });
  }
  return areas;
}

function underlines(marks: readonly Mark[], baseline: Points, tools: Tools): Placed[] {
  return joined(marks).flatMap(({ run, from, to }) => {
    const kind = run.link?.underline;
    if (kind === undefined || kind === 'none' || to <= from) return [];
    const dotted = kind === 'dots' && { dots: 1.6 };
    const colour = dotted ? tools.sheet.colours.quiet : run.colour;
    return [
      rule({
        x: from,
        y: baseline + run.size * 0.17,
        width: to - from,
        thickness: dotted ? 0.6 : 0.4,
        colour,
        ...dotted,
      }),
    ];
  });
}

function strikes(marks: readonly Mark[], baseline: Points): Placed[] {
  return marks
    .filter(({ run }) => run.strike)
    .map(({ run, from, to }) =>
      rule({ x: from, y: baseline - run.rise - run.size * 0.25, width: to - from, thickness: 0.6, colour: run.colour }),
    );
}

function rule(of: { x: Points; y: Points; width: Points; thickness: Points; colour: string; dots?: Points }): Placed {
  return { fragment: { kind: 'rule', owner: { artifact: 'layout' }, height: 0, ...of } };
}
