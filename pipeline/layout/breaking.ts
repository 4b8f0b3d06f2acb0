/** Choosing line breaks: numbers in, numbers out. */
import type { Points } from './display.ts';

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
}

export interface BreakOptions {
  /** Width of every line; above 0. */
  readonly measure: Points;
  /** How far a line's glue may stretch, in multiples of its stretch. */
  readonly tolerance: number;
  /** Stretch that every line has besides that of its glue. */
  readonly emergency?: Points;
  /** A last line shorter than this is avoided. */
  readonly runt?: Points;
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
  /** The last line is shorter than `runt`. */
  readonly runt: boolean;
}

interface Active {
  readonly position: number;
  /** Item that begins the next line. */
  readonly next: number;
  /** 0 tight, 1 normal, 2 loose, 3 very loose. */
  readonly fitness: number;
  readonly demerits: number;
  /** Lines in a row, this one last, that end in a hyphen. */
  readonly hyphens: number;
  readonly previous: Active | undefined;
  readonly overfull: boolean;
  readonly runt: boolean;
}

const hyphensInARow = 10_000;
const unevenNeighbours = 5_000;
const runtDemerits = 200_000;
const overfullDemerits = 1e9;

/**
 * Chooses where to break a paragraph so that its spacing is most even.
 *
 * Total-fit method of Knuth and Plass, “Breaking Paragraphs into Lines”,
 * Software: Practice and Experience 11 (1981), pp. 1119–1184, without different looseness or line widths, so that one
 * candidate for each fitness is enough at each break. Breaks from which the line is already too wide are dropped: time
 * grows with the number of items times those in one line.
 *
 * @param items - The last is a forced break. A line that ends in one is not stretched.
 * @returns `undefined` if no breaking stays within the tolerance; with a tolerance of `Infinity` there is always one,
 *   whose `overfull` lines have no break where they need one.
 */
export function breakLines(items: Items, options: BreakOptions): Breaking | undefined {
  const { kind, width, penalty } = items;
  const count = kind.length;
  const sums = sumsOf(items);
  let active: Active[] = [start(skip(items, 0))];
  for (let at = 0; at < count; at++) {
    const legal =
      kind[at] === 'penalty' ? (penalty[at] as number) < forbidden : kind[at] === 'glue' && kind[at - 1] === 'box';
    if (!legal) continue;
    const must = kind[at] === 'penalty' && (penalty[at] as number) <= forced;
    const best: (Active | undefined)[] = [undefined, undefined, undefined, undefined];
    const kept: Active[] = [];
    let removed: Active | undefined;
    for (const from of active) {
      if (from.next > at) {
        kept.push(from);
        continue;
      }
      const natural = (sums.width[at] as number) - (sums.width[from.next] as number);
      const stretch = (sums.stretch[at] as number) - (sums.stretch[from.next] as number) + (options.emergency ?? 0);
      const shrink = (sums.shrink[at] as number) - (sums.shrink[from.next] as number);
      const room = options.measure - natural - (kind[at] === 'penalty' ? (width[at] as number) : 0);
      const ratio = must && room > 0 ? 0 : ratioOf(room, stretch, shrink);
      if (ratio >= -1 && !must) kept.push(from);
      else if (!removed || from.next >= removed.next) removed = from;
      if (ratio < -1 || ratio > options.tolerance) continue;
      const candidate = judge(items, {
        from,
        at,
        ratio,
        natural,
        must,
        last: at === count - 1,
        runt: options.runt ?? 0,
      });
      const rival = best[candidate.fitness];
      if (!rival || candidate.demerits < rival.demerits) best[candidate.fitness] = candidate;
    }
    for (const candidate of best) if (candidate) kept.push(candidate);
    if (kept.length === 0) {
      if (options.tolerance < Number.POSITIVE_INFINITY || !removed) return undefined;
      kept.push(tooWide(items, removed, at));
    }
    active = kept;
  }
  return collect(active, count - 1);
}

function ratioOf(room: number, stretch: number, shrink: number): number {
  if (room > 0) return stretch > 0 ? room / stretch : forbidden;
  if (room > -1e-6) return 0;
  return shrink > 0 ? room / shrink : -forbidden;
}

interface Candidate {
  readonly from: Active;
  readonly at: number;
  readonly ratio: number;
  readonly natural: number;
  readonly must: boolean;
  readonly last: boolean;
  readonly runt: number;
}

function judge(items: Items, line: Candidate): Active {
  const { from, at, ratio } = line;
  const cost = items.kind[at] === 'penalty' && !line.must ? (items.penalty[at] as number) : 0;
  const badness = Math.min(100 * Math.abs(ratio) ** 3, 1e6);
  let demerits = (1 + badness + Math.max(cost, 0)) ** 2 - (cost < 0 ? cost * cost : 0);
  const flagged = items.kind[at] === 'penalty' && items.flagged[at] === true && !line.must;
  const hyphens = flagged ? from.hyphens + 1 : 0;
  if (hyphens > 1) demerits += hyphensInARow * (hyphens - 1) ** 2;
  if (line.last && from.hyphens > 0) demerits += hyphensInARow;
  const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
  if (Math.abs(fitness - from.fitness) > 1 && from.previous) demerits += unevenNeighbours;
  const runt = line.last && from.previous !== undefined && line.natural < line.runt;
  if (runt) demerits += runtDemerits;
  return {
    position: at,
    next: skip(items, at + 1),
    fitness,
    demerits: from.demerits + demerits,
    hyphens,
    previous: from,
    overfull: false,
    runt,
  };
}

function tooWide(items: Items, from: Active, at: number): Active {
  return {
    position: at,
    next: skip(items, at + 1),
    fitness: 1,
    demerits: from.demerits + overfullDemerits,
    hyphens: 0,
    previous: from,
    overfull: true,
    runt: false,
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
  return { position: -1, next, fitness: 1, demerits: 0, hyphens: 0, previous: undefined, overfull: false, runt: false };
}

function collect(active: readonly Active[], last: number): Breaking | undefined {
  let best: Active | undefined;
  for (const node of active) if (node.position === last && (!best || node.demerits < best.demerits)) best = node;
  if (!best) return undefined;
  const lines: BrokenLine[] = [];
  for (let node = best; node.previous; node = node.previous) {
    lines.push({ start: node.previous.next, end: node.position, overfull: node.overfull });
  }
  return { lines: lines.reverse(), runt: best.runt };
}

function sumsOf(items: Items): { width: Float64Array; stretch: Float64Array; shrink: Float64Array } {
  const count = items.kind.length;
  const width = new Float64Array(count + 1);
  const stretch = new Float64Array(count + 1);
  const shrink = new Float64Array(count + 1);
  for (let at = 0; at < count; at++) {
    const counts = items.kind[at] !== 'penalty';
    width[at + 1] = (width[at] as number) + (counts ? (items.width[at] as number) : 0);
    stretch[at + 1] = (stretch[at] as number) + (items.stretch[at] as number);
    shrink[at + 1] = (shrink[at] as number) + (items.shrink[at] as number);
  }
  return { width, stretch, shrink };
}
