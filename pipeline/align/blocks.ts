import type { Pair, Variant } from 'mdast';
import type { Block, Language, LanguageMap } from '../model/index.ts';
import { areFar, blockCost, contentCost, groupCost } from './costs.ts';
import { likeness, type Profile, profileOf } from './profile.ts';
import { alignGroups, alignSequences, type Span } from './sequence.ts';
import { shiftHeadings } from './shift.ts';

/** Cost of leaving a block alone; two of these are more than any two blocks of one shape cost that are set together. */
const alone = 1;
/** In longer stretches without a heading, blocks are not joined: to weigh all groups would take too long. */
const mostCells = 2500;
/** A heading against one of another depth, for one level and for more. */
const otherDepth = [0.5, 0.8] as const;

/**
 * Set the blocks of two files against each other, as pairs of one block a side, or of several against the one that holds
 * what they say; a block without its like is a pair of one variant.
 *
 * Blocks with one id belong together; then headings, by their depth (another depth is told, not left alone), the figures
 * in them and what stands under them; then, between those,
 * blocks of one shape, by their length, figures, links and code. Where both sides have the same shapes in the same
 * order, each stands against its like, whatever it says.
 *
 * @param order - Which language stands first in each pair.
 * @returns Every block of both sides exactly once, each side in its own order.
 */
export function alignBlocks(sides: LanguageMap<readonly Block[]>, order: readonly [Language, Language]): Pair[] {
  const profiles = {
    en: sides.en.map((block) => profileOf(block, 'en')),
    fr: sides.fr.map((block) => profileOf(block, 'fr')),
  };
  return alignProfiles(profiles).map(({ at, size }) => {
    const blocks = { en: sides.en.slice(at[0], at[0] + size[0]), fr: sides.fr.slice(at[1], at[1] + size[1]) };
    return pairOf(
      order.flatMap((language) => (blocks[language].length === 0 ? [] : [variantOf(language, blocks[language])])),
    );
  });
}

/** As `alignBlocks`, on what was taken down of the blocks. */
function alignProfiles(sides: LanguageMap<readonly Profile[]>): Span[] {
  const whole: Segment = { sides, from: [0, 0], to: [sides.en.length, sides.fr.length], matched: false };
  const spans = cutAt(whole, sharedIds(sides)).flatMap(
    (segment) =>
      alignEqual(segment) ?? cutAt(segment, headings(segment)).flatMap((part) => alignEqual(part) ?? alignPart(part)),
  );
  return shiftHeadings(spans, sides);
}

/** A stretch of both sides; ends exclusive. */
interface Segment {
  readonly sides: LanguageMap<readonly Profile[]>;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** The first of both belong together. */
  readonly matched: boolean;
}

/** The segment cut before each of the matches, which ascend on both sides. */
function cutAt({ sides, from, to, matched }: Segment, matches: readonly (readonly [number, number])[]): Segment[] {
  const atStart = matches[0]?.[0] === from[0] && matches[0][1] === from[1];
  const starts = atStart ? matches : [from, ...matches];
  return starts.map((start, index) => ({
    sides,
    from: start,
    to: starts[index + 1] ?? to,
    matched: index > 0 || atStart || matched,
  }));
}

/** The longest ascending run of blocks that both sides name alike. */
function sharedIds({ en, fr }: LanguageMap<readonly Profile[]>): [number, number][] {
  const places = new Map<string, number>();
  for (const [j, { id }] of fr.entries()) if (id !== undefined && !places.has(id)) places.set(id, j);
  if (places.size === 0) return [];
  const seen = new Set<string>();
  const matches = en.flatMap(({ id, shape, heading }, i): [number, number][] => {
    const j = id === undefined || seen.has(id) ? undefined : places.get(id);
    if (id !== undefined) seen.add(id);
    const other = j === undefined ? undefined : fr[j];
    const fits = other && (other.shape === shape || (other.heading && heading));
    return fits && j !== undefined ? [[i, j]] : [];
  });
  return longestAscending(matches);
}

/** By their second members; patience sorting. */
function longestAscending(matches: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, [, j]] of matches.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((matches[tops[middle] as number]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    before[index] = tops[low - 1];
    tops[low] = index;
  }
  const chain: [number, number][] = [];
  for (let at = tops.at(-1); at !== undefined; at = before[at]) chain.push(matches[at] as [number, number]);
  return chain.reverse();
}

/** One to one, where both sides have the same shapes in the same order. */
function alignEqual({ sides, from, to }: Segment): Span[] | undefined {
  const length = to[0] - from[0];
  if (length !== to[1] - from[1]) return undefined;
  const spans: Span[] = [];
  for (let at = 0; at < length; at++) {
    const [i, j] = [from[0] + at, from[1] + at];
    if (sides.en[i]?.shape !== sides.fr[j]?.shape) return undefined;
    spans.push({ at: [i, j], size: [1, 1] });
  }
  return spans;
}

/** Headings that stand against each other, by their depth and the sections that they begin. */
function headings(segment: Segment): [number, number][] {
  const sections = { en: sectionsIn(segment, 'en'), fr: sectionsIn(segment, 'fr') };
  const matches = alignSequences([sections.en.length, sections.fr.length], {
    gap: alone,
    pair: (i, j) => sectionCost(sections.en[i] as Section, sections.fr[j] as Section),
  });
  return matches.flatMap(([i, j]): [number, number][] => {
    const [one, other] = [i === undefined ? undefined : sections.en[i], j === undefined ? undefined : sections.fr[j]];
    return one && other ? [[one.at, other.at]] : [];
  });
}

interface Section {
  /** Index of its heading. */
  readonly at: number;
  readonly heading: Profile;
  readonly shapes: readonly string[];
  readonly length: number;
  readonly numbers: readonly string[];
  readonly marks: readonly string[];
}

function sectionsIn({ sides, from, to }: Segment, language: Language): Section[] {
  const profiles = sides[language];
  const side = language === 'en' ? 0 : 1;
  const starts: number[] = [];
  for (let at = from[side]; at < to[side]; at++) if (profiles[at]?.heading) starts.push(at);
  /** Of a heading that another, below it, follows directly: the end of what stands under that one. */
  const endOf = (index: number): number => {
    const [at, next] = [starts[index] ?? to[side], starts[index + 1] ?? to[side]];
    const [heading, below] = [profiles[at], profiles[next]];
    const isBare = next === at + 1 && heading && below?.heading && depthOf(below) > depthOf(heading);
    return isBare ? endOf(index + 1) : next;
  };
  return starts.map((at, index) => {
    const blocks = profiles.slice(at, endOf(index));
    return {
      at,
      heading: profiles[at] as Profile,
      shapes: blocks.map(({ shape }) => shape),
      length: blocks.reduce((sum, block) => sum + block.length, 0),
      numbers: blocks.flatMap(({ numbers }) => numbers),
      marks: blocks.flatMap(({ marks }) => marks),
    };
  });
}

function sectionCost(en: Section, fr: Section): number {
  const depths = Math.abs(depthOf(en.heading) - depthOf(fr.heading));
  const depth = depths === 0 ? 0 : otherDepth[depths === 1 ? 0 : 1];
  const shapes = 1 - (likeness(en.shapes.slice(1), fr.shapes.slice(1)) ?? 1);
  const numbers = likeness(en.heading.numbers, fr.heading.numbers);
  const named = numbers === undefined ? 0 : 0.8 * (0.75 - numbers); // “2.1 Normative references”
  return depth + 0.4 * shapes + Math.max(0, named + contentCost(en, fr));
}

function depthOf({ shape }: Profile): number {
  return Number(shape.slice('heading '.length));
}

/** By cost; a segment that begins with the heading of a section that was matched begins with that match. */
function alignPart({ sides, from: start, to, matched }: Segment): Span[] {
  const from: Segment['from'] = matched ? [start[0] + 1, start[1] + 1] : start;
  const [en, fr] = [sides.en.slice(from[0], to[0]), sides.fr.slice(from[1], to[1])];
  const sums = { en: runningLengths(en), fr: runningLengths(fr) };
  const spans = alignGroups(
    [en.length, fr.length],
    {
      gap: alone,
      pair: (i, j) => blockCost(en[i] as Profile, fr[j] as Profile),
      group: ({ at: [i, j], size: [first, second] }) => {
        const lengths = [lengthIn(sums.en, i, first), lengthIn(sums.fr, j, second)] as const;
        if (areFar(...lengths)) return Infinity;
        return groupCost(en.slice(i, i + first), fr.slice(j, j + second));
      },
    },
    en.length * fr.length > mostCells ? 1 : undefined,
  );
  const found = spans.map(({ at: [i, j], size }): Span => ({ at: [from[0] + i, from[1] + j], size }));
  return matched ? [{ at: start, size: [1, 1] }, ...found] : found;
}

/** Lengths of all blocks before each. */
function runningLengths(blocks: readonly Profile[]): number[] {
  const sums = [0];
  for (const { length } of blocks) sums.push((sums.at(-1) ?? 0) + length);
  return sums;
}

function lengthIn(sums: readonly number[], from: number, count: number): number {
  return (sums[from + count] ?? 0) - (sums[from] ?? 0);
}

function variantOf(language: Language, blocks: readonly Block[]): Variant {
  const [first, last] = [blocks[0]?.position, blocks.at(-1)?.position];
  return {
    type: 'variant',
    language,
    children: [...blocks],
    ...(first && last && { position: { ...first, end: last.end } }),
  };
}

function pairOf(children: Variant[]): Pair {
  const position = children[0]?.position;
  return { type: 'pair', children, ...(position && { position }) };
}
