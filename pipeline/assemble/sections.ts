import type { Heading, Nodes, Root, Span, Variant } from 'mdast';
import { type SourceDocument, visit } from '../model/index.ts';
import type { Draft } from './assembly.ts';

/** "3.2" of each heading of the source that has a number; of a document, by its tree. */
export type SectionNumbers = ReadonlyMap<Heading | Root, string>;

/** Where the counting stands in a document. */
interface Counting {
  /** Of each depth from 2 on. */
  readonly counts: readonly number[];
  /** Headings that a next one may stand under: as written, and as deep as the edition has them. */
  readonly above: readonly { readonly source: number; readonly depth: number }[];
  /** The title was met: the first heading of depth 1. */
  readonly titled: boolean;
}

/**
 * Numbers documents, and their sections below them: 3, 3.1, 3.1.2. In a publication of one document, sections count
 * from 1 and the title has no number.
 *
 * It reads the source, so that the numbers are the same in both languages; what is for one language alone has none.
 */
export function numberSections(documents: readonly SourceDocument[]): SectionNumbers {
  const isOne = documents.length === 1;
  return new Map(documents.flatMap((document, index) => [...sectionsIn(document, isOne ? undefined : index + 1)]));
}

/** @param number - The document's own, where it has one. */
export function sectionsIn({ tree }: SourceDocument, number: number | undefined): SectionNumbers {
  const numbers = new Map<Heading | Root, string>();
  if (number !== undefined) numbers.set(tree, String(number));
  const prefix = number === undefined ? [] : [number];
  const start: Counting = { counts: [], above: [{ source: 0, depth: 1 }], titled: false };
  countAll(tree.children, start, (heading, counts) => numbers.set(heading, [...prefix, ...counts].join('.')));
  return numbers;
}

type Give = (heading: Heading, counts: readonly number[]) => void;

function countAll(nodes: readonly Nodes[], start: Counting, give: Give): Counting {
  let counting = start;
  for (const node of nodes) {
    if (node.type === 'heading') counting = count(node, counting, give);
    if (node.type === 'pair') counting = countSides(node.children, counting, give);
  }
  return counting;
}

/** The sides of a pair count from the same number; the one that comes further says how to go on. */
function countSides(sides: readonly Variant[], start: Counting, give: Give): Counting {
  const ends = sides.filter(({ only }) => !only).map((side) => countAll(side.children, start, give));
  return ends.reduce((one, other) => (isFurther(other, one) ? other : one), start);
}

function isFurther(one: Counting, other: Counting): boolean {
  const deepest = Math.max(one.counts.length, other.counts.length);
  for (let at = 0; at < deepest; at += 1) {
    const ahead = (one.counts[at] ?? 0) - (other.counts[at] ?? 0);
    if (ahead !== 0) return ahead > 0;
  }
  return one.titled || !other.titled;
}

function count(heading: Heading, { counts, above, titled }: Counting, give: Give): Counting {
  if (heading.depth === 1 && !titled) return { counts, above, titled: true };
  const under = [...above];
  while ((under.at(-1)?.source ?? 0) >= heading.depth) under.pop();
  const depth = Math.min((under.at(-1)?.depth ?? 1) + 1, 6);
  const upper = Array.from({ length: depth - 2 }, (_, index) => counts[index] ?? 0);
  const next = [...upper, (counts[depth - 2] ?? 0) + 1];
  give(heading, next);
  return { counts: next, above: [...under, { source: heading.depth, depth }], titled };
}

/** Puts the numbers of sections before their headings' words. */
export function showNumbers(drafts: readonly Draft[]): void {
  for (const { tree } of drafts) {
    visit(tree, 'heading', (heading) => {
      const number = heading.data?.section;
      if (number === undefined) return;
      const words: Span['children'] = [{ type: 'text', value: `${number}\u00a0` }];
      heading.children.unshift({ type: 'span', data: { role: 'section-number' }, children: words });
    });
  }
}

/** A heading's words without its number. */
export function unnumbered({ children }: Heading): Heading['children'] {
  return children[0]?.data?.role === 'section-number' ? children.slice(1) : children;
}
