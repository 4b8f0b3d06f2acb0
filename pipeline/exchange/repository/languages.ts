import type { Nodes, Pair, Root } from 'mdast';
import { alignBlocks, textIn } from '../../align/index.ts';
import { identifyLanguage } from '../../language/index.ts';
import type { Block, Language, SourceDocument } from '../../model/index.ts';

/** A file of two languages, cut where the second begins; or of one. */
export interface Sections {
  readonly pairs: readonly Pair[];
  /** The languages in the order in which they stand; one where there is no other. */
  readonly order: readonly Language[];
}

/** Letters that weigh for one language or the other: what is not certain weighs little. */
function weightOf(block: Nodes): number {
  if (block.type === 'code' || block.type === 'thematicBreak' || block.type === 'definition') return 0;
  const { language, certainty, letters } = identifyLanguage(textIn(block, 'en'));
  if (language === undefined) return 0;
  return Math.min(1, certainty) * letters * (language === 'en' ? 1 : -1);
}

/** From here on a side is one: of fewer letters, a line in the other language, such as the way to it. */
const least = 0.2;

/** Where one language ends and the other begins, and what stands against what. */
export function sectionsOf({ tree, path }: Pick<SourceDocument, 'tree' | 'path'>): Sections {
  const blocks = tree.children as Block[];
  const weights = blocks.map(weightOf);
  const total = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  const sums = [0];
  for (const weight of weights) sums.push((sums.at(-1) ?? 0) + weight);
  const end = sums.at(-1) ?? 0;
  const scores = sums.map((sum) => 2 * sum - end); // English before, French after: high; the other way round: low
  const best = scores.reduce((at, score, index) => (Math.abs(score) > Math.abs(scores[at] ?? 0) ? index : at), 0);
  const [one, other] = [Math.abs(sums[best] ?? 0), Math.abs(end - (sums[best] ?? 0))];
  const placed = blocks.map((block) => inFile(block, path));
  if (total === 0 || Math.min(one, other) < least * total) {
    const language: Language = end >= 0 ? 'en' : 'fr';
    const sides = { en: [], fr: [], [language]: placed };
    return { pairs: alignBlocks(sides, ['en', 'fr']), order: [language] };
  }
  const cut = seam(tree, weights, best);
  const order: readonly [Language, Language] = (scores[best] ?? 0) > 0 ? ['en', 'fr'] : ['fr', 'en'];
  const [first, second] = [placed.slice(0, cut.end), placed.slice(cut.start)];
  const sides = order[0] === 'en' ? { en: first, fr: second } : { en: second, fr: first };
  return { pairs: alignBlocks(sides, order), order };
}

/** Between two blocks that are certain: before the rule, the anchor or the heading that begins the second language. */
function seam({ children }: Root, weights: readonly number[], best: number): { start: number; end: number } {
  let first = best;
  while (first > 0 && weights[first - 1] === 0) first -= 1;
  let last = best;
  while (last < weights.length && weights[last] === 0) last += 1;
  const between = children.slice(first, last);
  const rule = between.findLastIndex(({ type }) => type === 'thematicBreak');
  if (rule >= 0) return { end: first + rule, start: first + rule + 1 };
  const depth = Math.min(...between.map((node) => (node.type === 'heading' ? node.depth : 9)));
  const heading = between.findIndex((node) => node.type === 'heading' && node.depth === depth);
  const at = heading >= 0 ? first + heading : best;
  return { start: at, end: at };
}

function inFile(block: Block, path: string): Block {
  return block.position ? { ...block, position: { ...block.position, path } } : block;
}
