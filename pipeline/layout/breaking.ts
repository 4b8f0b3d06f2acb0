/** Choosing line breaks: numbers in, numbers out. */
import type { Points } from './display.ts';
import { type LineSpaces, noSpaces, riversBelow, type Sums } from './rivers.ts';

export const forbidden = 10_000;
export const forced = -10_000;

/** Boxes, glue and penalties, as parallel columns. */
export interface Items {
  readonly kind: ('box' | 'glue' | 'penalty')[];
  /** Of a penalty: what is added when the line breaks there (a hyphen). */
  readonly width: number[];
  readonly stretch: number[];
  readonly shrink: number[];
  readonly penalty: number[];
  /** Breaking here shows a hyphen, or follows one: two such lines in a row are ugly. */
  readonly flagged: boolean[];
  /** How far a box stands outside the edge where it begins a line. Absent: nothing does. */
  readonly hangsLeft?: Points[];
  /** How far a box, or the hyphen of a penalty, stands outside the edge where it ends a line. */
  readonly hangsRight?: Points[];
}

export interface BreakOptions {
  /** Width of every line; above 0. */
  readonly measure: Points;
  /** How far a line's glue may stretch, in multiples of its stretch. */
  readonly tolerance: number;
  /** Stretch that every line has besides that of its glue. */
  readonly emergency?: Points;
  /** A last line shorter than this is avoided, where lines within the tolerance do without it. */
  readonly runt?: Points;
  /** The last line is never the rest of a word. */
  readonly wholeLast?: boolean;
  /** Penalties that add a hyphen count; they do unless told. */
  readonly hyphens?: boolean;
  /** Spaces that stand below each other in three lines or more are avoided: for text whose lines are stretched. */
  readonly rivers?: boolean;
}

export interface BrokenLine {
  /** First item of the line. */
  readonly start: number;
  /** The item at which it breaks; not in the line, save for a penalty's width. */
  readonly end: number;
  /** It is wider than the measure, shrunk as far as it goes. */
  readonly overfull: boolean;
}

export interface Breaking {
  readonly lines: readonly BrokenLine[];
  readonly lastLine: LastLine;
}

/** `short`: of less than `runt`. `rest`: nothing but the end of a word that the line before begins. */
export type LastLine = 'full' | 'short' | 'rest';

interface Active {
  readonly position: number;
  /** Item that begins the next line. */
  readonly next: number;
  /** 0 tight, 1 normal, 2 loose, 3 very loose. */
  readonly fitness: number;
  readonly demerits: number;
  /** Lines in a row, this one last, that end in a hyphen. */
  readonly hyphens: number;
  /** It ends inside a word, with a sign that the text does not have. */
  readonly cutsWord: boolean;
  readonly previous: Active | undefined;
  readonly overfull: boolean;
  readonly lastLine: LastLine;
  /** Of its line; `none` where rivers do not matter. */
  readonly spaces: LineSpaces;
}

const hyphensInARow = 10_000;
/** Of the third hyphen in a row, and each after it: as of a last line, only where nothing else is within the tolerance. */
const hyphenLadder = 20_000_000;
/** A line stretched further than it would like counts less steeply: else every word is parted before spaces are widened. */
const beyondStretch = 0.5;
/** More than the loosest line that any tolerance lets pass: half a word is a last line only where nothing else is. */
const lastHyphen = 20_000_000;
const unevenNeighbours = 5_000;
/** As of some lines as loose as hyphenated text may be. */
const shortLast = 2_000_000;
const overfullDemerits = 1e9;
/** Of each space that has one above it and one above that: the fewest rivers at which spaces stay as even as without it. */
const riverDemerits = 50_000;

/**
 * Chooses where to break a paragraph so that its spacing is most even.
 *
 * Total-fit method of Knuth and Plass, “Breaking Paragraphs into Lines”,
 * Software: Practice and Experience 11 (1981), pp. 1119–1184, without different looseness or line widths, so that one
 * candidate for each fitness, and for one hyphen and several in a row, is enough at each break. Breaks from which the line is already too wide are dropped: time
 * grows with the number of items times those in one line.
 *
 * @param items - The last is a forced break. A line that ends in one is not stretched.
 * @returns `undefined` if no breaking stays within the tolerance; with a tolerance of `Infinity` there is always one,
 *   whose `overfull` lines have no break where they need one.
 */
export function breakLines(items: Items, options: BreakOptions): Breaking | undefined {
  const sums = sumsOf(items);
  const emergency = options.emergency ?? 0;
  const hyphens = options.hyphens ?? true;
  const active: Active[] = [start(skip(items, 0))];
  // The second four are those whose hyphen follows another: the next hyphen costs them much more.
  const best: (Active | undefined)[] = new Array(8).fill(undefined);
  for (let at = 0; at < items.kind.length; at++) {
    if (!isLegal(items, at, hyphens)) continue;
    const end = endAt(items, at);
    let kept = 0; // so many of the active ones, moved to the front
    let removed: Active | undefined;
    for (const from of active) {
      if (from.next > at) {
        active[kept++] = from;
        continue;
      }
      const natural = (sums.width[at] as number) - (sums.width[from.next] as number) + end.width;
      const stretch = (sums.stretch[at] as number) - (sums.stretch[from.next] as number) + emergency;
      const shrink = (sums.shrink[at] as number) - (sums.shrink[from.next] as number);
      const hangs = (items.hangsLeft?.[from.next] ?? 0) + end.hangs;
      const room = options.measure + hangs - natural;
      const ratio = end.must && room > 0 ? 0 : ratioOf(room, stretch, shrink);
      if (ratio >= -1 && !end.must) active[kept++] = from;
      else if (!removed || from.next >= removed.next) removed = from;
      if (ratio < -1 || ratio > options.tolerance) continue;
      let lastLine: LastLine = 'full';
      if (end.last && from.previous) {
        if (from.cutsWord && sums.spaces[at] === sums.spaces[from.next]) lastLine = 'rest';
        else if (natural < (options.runt ?? 0)) lastLine = 'short';
      }
      if (options.wholeLast && lastLine === 'rest') continue;
      const fitness = fitnessOf(ratio);
      const place = end.flagged && from.hyphens > 0 ? fitness + 4 : fitness;
      const rival = best[place];
      let demerits = demeritsOf(end, from, ratio) + (lastLine === 'full' ? 0 : shortLast);
      if (rival && demerits >= rival.demerits) continue;
      let spaces = noSpaces;
      if (options.rivers) {
        const hung = items.hangsLeft?.[from.next] ?? 0;
        const found = riversBelow(from.spaces, { items, sums, from: from.next, to: at, ratio, hung });
        demerits += riverDemerits * found.rivers;
        if (rival && demerits >= rival.demerits) continue;
        spaces = found.spaces;
      }
      best[place] = node({ end, from, fitness, demerits, lastLine, spaces });
    }
    active.length = kept;
    for (const candidate of best) if (candidate) active.push(candidate);
    best.fill(undefined);
    if (active.length === 0) {
      if (options.tolerance < Number.POSITIVE_INFINITY || !removed) return undefined;
      const demerits = removed.demerits + overfullDemerits;
      const line = { end, from: removed, fitness: 1, demerits, lastLine: 'full', spaces: noSpaces } as const;
      active.push({ ...node(line), overfull: true });
    }
  }
  return collect(active, items.kind.length - 1);
}

function isLegal({ kind, penalty, width, flagged }: Items, at: number, hyphens: boolean): boolean {
  if (kind[at] === 'glue') return kind[at - 1] === 'box';
  if (kind[at] === 'box') return false;
  return (penalty[at] as number) < forbidden && (hyphens || !flagged[at] || width[at] === 0);
}

/** What a break is, whatever line it ends. */
interface LineEnd {
  readonly at: number;
  readonly next: number;
  readonly must: boolean;
  readonly last: boolean;
  readonly flagged: boolean;
  /** Of the hyphen. */
  readonly width: Points;
  /** Of what stands last in the line, outside its edge. */
  readonly hangs: Points;
  readonly cost: number;
}

function endAt(items: Items, at: number): LineEnd {
  const isPenalty = items.kind[at] === 'penalty';
  const cost = isPenalty ? (items.penalty[at] as number) : 0;
  const must = cost <= forced;
  return {
    at,
    next: skip(items, at + 1),
    must,
    last: at === items.kind.length - 1,
    flagged: isPenalty && !must && items.flagged[at] === true,
    width: isPenalty ? (items.width[at] as number) : 0,
    hangs: hangsAt(items, at),
    cost: must ? 0 : cost,
  };
}

/** How far the end of a line that breaks at an item stands outside the edge: its hyphen, or the box before. */
export function hangsAt({ kind, width, hangsRight }: Items, at: number): Points {
  if (!hangsRight) return 0;
  if (kind[at] === 'penalty' && (width[at] as number) > 0) return hangsRight[at] as number;
  return kind[at - 1] === 'box' ? (hangsRight[at - 1] as number) : 0;
}

function ratioOf(room: number, stretch: number, shrink: number): number {
  if (room > 0) return stretch > 0 ? room / stretch : forbidden;
  if (room > -1e-6) return 0;
  return shrink > 0 ? room / shrink : -forbidden;
}

function fitnessOf(ratio: number): number {
  if (ratio <= 0.5) return ratio < -0.5 ? 0 : 1;
  return ratio <= 1 ? 2 : 3;
}

function demeritsOf(end: LineEnd, from: Active, ratio: number): number {
  const badness = Math.min(100 * (ratio > 1 ? 1 + (ratio - 1) * beyondStretch : Math.abs(ratio)) ** 3, 1e6);
  let demerits = from.demerits + (1 + badness + end.cost) ** 2;
  if (end.flagged) demerits += from.hyphens > 1 ? hyphenLadder : hyphensInARow * from.hyphens;
  if (end.last && from.hyphens > 0) demerits += from.cutsWord ? lastHyphen : hyphensInARow;
  if (from.previous && Math.abs(fitnessOf(ratio) - from.fitness) > 1) demerits += unevenNeighbours;
  return demerits;
}

type ChosenLine = Pick<Active, 'fitness' | 'demerits' | 'lastLine' | 'spaces'> & { end: LineEnd; from: Active };

function node({ end, from, fitness, demerits, lastLine, spaces }: ChosenLine): Active {
  return {
    position: end.at,
    next: end.next,
    fitness,
    demerits,
    hyphens: end.flagged ? from.hyphens + 1 : 0,
    cutsWord: end.flagged && end.width > 0,
    previous: from,
    overfull: false,
    lastLine,
    spaces,
  };
}

/** Glue and penalties vanish after a break, up to the next box or forced break. */
function skip(items: Items, from: number): number {
  let at = from;
  while (at < items.kind.length && items.kind[at] !== 'box') {
    if (items.kind[at] === 'penalty' && (items.penalty[at] as number) <= forced) break;
    at++;
  }
  return at;
}

function start(next: number): Active {
  const none = { cutsWord: false, previous: undefined, overfull: false, spaces: noSpaces } as const;
  return { lastLine: 'full', position: -1, next, fitness: 1, demerits: 0, hyphens: 0, ...none };
}

function collect(active: readonly Active[], last: number): Breaking | undefined {
  let best: Active | undefined;
  for (const node of active) if (node.position === last && (!best || node.demerits < best.demerits)) best = node;
  if (!best) return undefined;
  const lines: BrokenLine[] = [];
  for (let node = best; node.previous; node = node.previous) {
    lines.push({ start: node.previous.next, end: node.position, overfull: node.overfull });
  }
  return { lines: lines.reverse(), lastLine: best.lastLine };
}

/** Of the items before each: their widths, and how many are spaces. */
function sumsOf(items: Items): Sums {
  const count = items.kind.length;
  const sums = {
    width: new Float64Array(count + 1),
    stretch: new Float64Array(count + 1),
    shrink: new Float64Array(count + 1),
    spaces: new Float64Array(count + 1),
  };
  for (let at = 0; at < count; at++) {
    const counts = items.kind[at] !== 'penalty';
    sums.width[at + 1] = (sums.width[at] as number) + (counts ? (items.width[at] as number) : 0);
    sums.stretch[at + 1] = (sums.stretch[at] as number) + (items.stretch[at] as number);
    sums.shrink[at + 1] = (sums.shrink[at] as number) + (items.shrink[at] as number);
    sums.spaces[at + 1] = (sums.spaces[at] as number) + (items.kind[at] === 'glue' ? 1 : 0);
  }
  return sums;
}
