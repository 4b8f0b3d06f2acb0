/** Which breaks a paragraph gets, in ever less strict passes, and what is said of those that cannot be good. */
import { diagnose } from '../model/index.ts';
import {
  type Breaking,
  type BreakOptions,
  type BrokenLine,
  breakLines,
  forced,
  hangsAt,
  type LastLine,
} from './breaking.ts';
import type { Points } from './display.ts';
import { itemsOf, type TextItems } from './items.ts';
import type { LineOptions } from './lines.ts';
import { addOverfull, noOverfullLines, placeOf, sayOverfull } from './overfull.ts';
import type { Run } from './runs.ts';

/** Looseness allowed without and with hyphens, and to keep a last line from being too short; in multiples of a space's stretch. */
const tolerance = { plain: 1.3, ragged: 2.5, hyphenated: 3, againstRunt: 3.75 } as const;
/** Of a line that is told: its spaces are more than three times as wide as they are. */
const toldLooseness = 4.5;

/** How a paragraph is broken. */
export interface Chosen {
  readonly items: TextItems;
  readonly lines: readonly BrokenLine[];
  /** The line before the last leaves a word whole for it, and ends before the edge where its spaces would be holes. */
  readonly ragged: boolean;
}

/**
 * Passes: without hyphens; with them; with as much room between words as it takes; with words cut anywhere.
 * Says what came of the last two: `loose-line` and `overfull-line`, one of them once for a paragraph; a table says the
 * latter for all its cells.
 */
export function choose(runs: readonly Run[], options: LineOptions): Chosen {
  const chosen = chooseBreaks(runs, options);
  const { tools, style, measure } = options;
  const overfull = tools.overfull ?? noOverfullLines();
  const of: Reported = { ...chosen, runs };
  const cut = chosen.lines.filter((line) => isCut(line, of));
  for (const line of cut) addOverfull(overfull, shortened(wordAt(chosen.items, line.end - 1)), runOf(line, of));
  if (!tools.overfull) sayOverfull(overfull, tools);
  const stretched = style.align === 'justify' && !chosen.ragged && cut.length === 0;
  const loose = stretched && chosen.lines.find((line) => isLoose(line, chosen.items, measure));
  if (loose) {
    const details = { words: shortened(wordsOf(loose, chosen.items)) };
    tools.diagnostics.push(diagnose('loose-line', { ...placeOf(runOf(loose, of), tools), details }));
  }
  return chosen;
}

function chooseBreaks(runs: readonly Run[], { tools, style, measure }: LineOptions): Chosen {
  const justified = style.align === 'justify';
  // A ragged line may end this far from the edge before another breaking is tried.
  const emergency = justified ? 0 : Math.min(3 * style.size, measure / 3);
  const { fonts, shaper } = tools;
  const hanging = justified && tools.sheet.hangingPunctuation;
  const of = (cuts: boolean) => itemsOf(runs, { fonts, shaper, measure, cuts, justified, hanging });
  const items = of(false);
  const shared = { measure, emergency, runt: leastLast(style, measure) };
  let chosen: Breaking | undefined;
  const passes = [
    { tolerance: justified ? tolerance.plain : tolerance.ragged, hyphens: false },
    { tolerance: tolerance.hyphenated, hyphens: style.hyphenate },
    { tolerance: tolerance.againstRunt, hyphens: style.hyphenate },
  ];
  for (const pass of passes) {
    const hyphens = pass.hyphens || (pass !== passes[0] && !chosen);
    const broken = breakLines(items, { ...shared, ...pass, hyphens, rivers: justified });
    if (broken && (!chosen || worse[broken.lastLine] < worse[chosen.lastLine])) chosen = broken;
    if (chosen?.lastLine === 'full') break;
  }
  chosen ??= breakLines(items, { ...shared, tolerance: toldLooseness, rivers: justified });
  const within: Chosen | undefined = chosen && { items, lines: chosen.lines, ragged: false };
  if (within && chosen?.lastLine !== 'rest') return within;
  const wide: BreakOptions = {
    ...shared,
    emergency: justified ? measure * 0.1 : emergency,
    tolerance: Number.POSITIVE_INFINITY,
  };
  const third = breakLines(items, { ...wide, wholeLast: chosen !== undefined });
  if (third?.lines.every((line) => !line.overfull)) return { items, lines: third.lines, ragged: chosen !== undefined };
  if (within) return within;
  const pieces = of(true);
  const cut = breakLines(pieces, { ...wide, tolerance: tolerance.hyphenated }) ?? breakLines(pieces, wide);
  if (!cut) throw new Error('A paragraph without a breaking');
  return { items: pieces, lines: cut.lines, ragged: false };
}

const worse = { full: 0, short: 1, rest: 2 } as const satisfies Record<LastLine, number>;

/** The least width of a last line: more than an indent. Headings and captions are balanced. */
function leastLast({ align, hyphenate, size }: LineOptions['style'], measure: Points): Points {
  if (align !== 'justify' && !hyphenate) return Math.min(measure / 4, 5 * size);
  return Math.max(2 * size, Math.min(3.65 * size, measure / 8));
}

interface Reported extends Chosen {
  readonly runs: readonly Run[];
}

function runOf(line: BrokenLine, { items, runs }: Reported): Run {
  return runs[items.run[line.end] as number] as Run;
}

/** A word of it stands out into the margin, or is cut where no word may be. */
function isCut(line: BrokenLine, of: Reported): boolean {
  const { kind, text } = runOf(line, of);
  return line.overfull || (of.items.text[line.end] === 'cut' && kind === 'prose' && !text.includes('://'));
}

/** Whether its spaces are so wide that this is told; a line without spaces, or that has to end, is not stretched. */
function isLoose({ start, end }: BrokenLine, items: TextItems, measure: Points): boolean {
  if ((items.penalty[end] as number) <= forced) return false;
  let room = measure + (items.hangsLeft?.[start] ?? 0) + hangsAt(items, end);
  let stretch = 0;
  for (let at = start; at < end; at++) {
    if (items.kind[at] === 'penalty') continue;
    room -= items.width[at] as number;
    stretch += items.stretch[at] as number;
  }
  if (items.kind[end] === 'penalty') room -= items.width[end] as number;
  return stretch > 0 && room > toldLooseness * stretch + 1;
}

function wordsOf({ start, end }: BrokenLine, { kind, text }: TextItems): string {
  return text
    .slice(start, end)
    .filter((_, index) => kind[start + index] !== 'penalty')
    .join('')
    .trim();
}

const shortened = (words: string): string => (words.length > longestSaid ? `${words.slice(0, longestSaid)}…` : words);

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
