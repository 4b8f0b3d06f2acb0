import type { Pair, Variant } from 'mdast';
import type { Block, Language, LanguageMap } from '../model/index.ts';
import { likeness, type Profile, profileOf } from './profile.ts';
import { alignSequences, type Match } from './sequence.ts';

/** Cost of leaving a block alone; two of these are more than any two blocks of one shape cost that are set together. */
const alone = 1;
/** A paragraph against a quotation: better than two blocks alone where the words agree. */
const otherShape = 1.1;
/** A heading against one of another depth, for one level and for more. */
const otherDepth = [0.5, 0.8] as const;

/** French has about 1.17 times the letters of English (a published report in both; corpora lie from 1.06 to 1.28). */
const frenchLength = 1.17;

/**
 * Set the blocks of two files against each other, as pairs of one block a side; a block without its like is a pair of
 * one variant.
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
  return alignProfiles(profiles).map((match) => {
    const block = { en: match[0], fr: match[1] };
    return pairOf(
      order.flatMap((language): Variant[] => {
        const at = block[language];
        return at === undefined ? [] : [variantOf(language, sides[language][at] as Block)];
      }),
    );
  });
}

/** As `alignBlocks`, on what was taken down of the blocks. */
function alignProfiles(sides: LanguageMap<readonly Profile[]>): Match[] {
  const whole: Segment = { sides, from: [0, 0], to: [sides.en.length, sides.fr.length], matched: false };
  return cutAt(whole, sharedIds(sides)).flatMap(
    (segment) =>
      alignEqual(segment) ?? cutAt(segment, headings(segment)).flatMap((part) => alignEqual(part) ?? alignPart(part)),
  );
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
function alignEqual({ sides, from, to }: Segment): Match[] | undefined {
  const length = to[0] - from[0];
  if (length !== to[1] - from[1]) return undefined;
  const matches: Match[] = [];
  for (let at = 0; at < length; at++) {
    const [i, j] = [from[0] + at, from[1] + at];
    if (sides.en[i]?.shape !== sides.fr[j]?.shape) return undefined;
    matches.push([i, j]);
  }
  return matches;
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
function alignPart({ sides, from: start, to, matched }: Segment): Match[] {
  const from: Segment['from'] = matched ? [start[0] + 1, start[1] + 1] : start;
  const [n, m] = [to[0] - from[0], to[1] - from[1]];
  const matches = alignSequences([n, m], {
    gap: alone,
    pair: (i, j) => blockCost(sides.en[from[0] + i] as Profile, sides.fr[from[1] + j] as Profile),
  });
  const found = matches.map(([i, j]): Match => [i === undefined ? i : from[0] + i, j === undefined ? j : from[1] + j]);
  return matched ? [start, ...found] : found;
}

/** Labelled definitions stand against those of their label alone. */
const strict = /^(?:heading|definition|footnoteDefinition) /;

function blockCost(en: Profile, fr: Profile): number {
  if (en.shape === fr.shape) return en.id !== undefined && en.id === fr.id ? 0 : contentCost(en, fr);
  return strict.test(en.shape) || strict.test(fr.shape) ? Infinity : otherShape + contentCost(en, fr);
}

/** From 0, where everything agrees, to 1.5; what neither has says nothing. */
function contentCost(en: Pick<Profile, 'length' | 'numbers' | 'marks'>, fr: typeof en): number {
  const ratio = (fr.length + 10) / (en.length * frenchLength + 10);
  const length = Math.min(1, Math.abs(Math.log(ratio)) / Math.log(3));
  const numbers = likeness(en.numbers, fr.numbers);
  const marks = likeness(en.marks, fr.marks);
  const unlike = (agreement: number | undefined): number => (agreement === undefined ? 0 : 0.4 * (0.75 - agreement));
  return Math.max(0, 0.1 + 0.7 * length + unlike(numbers) + unlike(marks));
}

function variantOf(language: Language, block: Block): Variant {
  return { type: 'variant', language, children: [block], ...(block.position && { position: block.position }) };
}

function pairOf(children: Variant[]): Pair {
  const position = children[0]?.position;
  return { type: 'pair', children, ...(position && { position }) };
}
