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
  const order: readonly [Language, Language] = (scores[best] ?? 0) > 0 ? ['en', 'fr'] : ['fr', 'en'];
  const pairsAt = ({ end, start }: Seam): readonly Pair[] => {
    const [first, second] = [placed.slice(0, end), placed.slice(start)];
    return alignBlocks(order[0] === 'en' ? { en: first, fr: second } : { en: second, fr: first }, order);
  };
  const tried = seams(tree, weights, best).map((cut) => ({ cut, pairs: pairsAt(cut), starts: blocks[cut.start] }));
  const [chosen] = tried.sort((a, b) => costOf(a.pairs) - costOf(b.pairs) || depthOf(a.starts) - depthOf(b.starts));
  return { pairs: chosen?.pairs ?? [], order };
}

/** Where one language ends and the other begins; a rule between them is in neither. */
interface Seam {
  readonly end: number;
  readonly start: number;
}

/** So many blocks in a row without words are tried one by one. */
const mostTried = 40;

/**
 * Between two blocks that are certain: at a rule or elsewhere. What stands between them, such as a list of names or a
 * program, says by its like on the other side whose it is.
 */
function seams({ children }: Root, weights: readonly number[], best: number): readonly Seam[] {
  let first = best;
  while (first > 0 && weights[first - 1] === 0) first -= 1;
  let last = best;
  while (last < weights.length && weights[last] === 0) last += 1;
  const rules = children.flatMap(({ type }, at): Seam[] =>
    type === 'thematicBreak' && at >= first && at < last ? [{ end: at, start: at + 1 }] : [],
  );
  const places = Array.from({ length: last - first + 1 }, (_, at) => ({ end: first + at, start: first + at }));
  return [...rules.slice(-mostTried), ...places.slice(0, mostTried)]; // of equals the first is taken: a rule
}

/** What has no counterpart, or one of another kind, or has it only as a group. */
function costOf(pairs: readonly Pair[]): number {
  return pairs.reduce((sum, { children: [one, other] }) => {
    const blocks = (one?.children.length ?? 0) + (other?.children.length ?? 0);
    if (!one || !other) return sum + blocks;
    return sum + (one.children[0]?.type === other.children[0]?.type ? (blocks - 2) / 2 : blocks);
  }, 0);
}

/** A language rather begins with a heading, and that with a high one. */
function depthOf(block: Nodes | undefined): number {
  return block?.type === 'heading' ? block.depth : 9;
}

function inFile(block: Block, path: string): Block {
  return block.position ? { ...block, position: { ...block.position, path } } : block;
}
