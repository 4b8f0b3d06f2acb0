import type { Heading, Pair, PhrasingVariant, Root } from 'mdast';
import { slugOf } from '../language/index.ts';
import { type Diagnostic, diagnose, type Language } from '../model/index.ts';
import { idsOf, takeId } from './ids.ts';
import { textIn, walk } from './walk.ts';

/**
 * Gives every heading an id, the same in both languages: the authored one, else a slug of the side written first.
 * Headings of a pair stand against each other in their order.
 */
export function nameHeadings(tree: Root, path: string): Diagnostic[] {
  const taken = idsOf(tree);
  const diagnostics: Diagnostic[] = [];
  walk(tree, (node, place) => {
    if (node.type === 'pair') diagnostics.push(...nameSides(node, taken, path));
    if (node.type !== 'heading' || node.data?.id !== undefined) return;
    const language = place.languages.length === 1 ? place.languages[0] : firstLanguage(node);
    nameHeading(node, takeId(slugOf(textIn(node, language ?? 'en')) || 'section', taken));
  });
  return diagnostics;
}

function nameSides(pair: Pair, taken: Set<string>, path: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const [first, second] = pair.children.map((variant) => ({ variant, headings: headingsOf(variant.children) }));
  if (!first) return [];
  const whole = wholeHeadings(pair);
  if (pair.data?.id !== undefined && whole.every((heading) => heading.data?.id === undefined)) {
    for (const heading of whole) nameHeading(heading, pair.data.id);
  }
  for (const [index, heading] of first.headings.entries()) {
    const other = second?.headings[index];
    const authored = heading.data?.id ?? other?.data?.id;
    if (other?.data?.id !== undefined && heading.data?.id !== undefined && other.data.id !== heading.data.id) {
      const details = { variant: 'sides', id: heading.data.id, other: other.data.id };
      diagnostics.push(diagnose('id-is-unique', { path, position: other.position, details }));
    }
    const id = authored ?? takeId(slugOf(textIn(heading, first.variant.language)) || 'section', taken);
    nameHeading(heading, id);
    if (other) nameHeading(other, id);
  }
  return diagnostics;
}

/** The headings of a pair that consists of nothing else: the pair's id is theirs. */
export function wholeHeadings(pair: Pair): Heading[] {
  const lone = pair.children.map(({ children }) => (children.length === 1 ? children[0] : undefined));
  return lone.every((block) => block?.type === 'heading') ? (lone as Heading[]) : [];
}

function headingsOf(blocks: Root['children']): Heading[] {
  const headings: Heading[] = [];
  for (const block of blocks) walk(block, (node) => node.type === 'heading' && headings.push(node));
  return headings;
}

function firstLanguage(heading: Heading): Language | undefined {
  let first: PhrasingVariant | undefined;
  walk(heading, (node) => {
    if (node.type === 'phrasingVariant') first ??= node;
  });
  return first?.language;
}

function nameHeading(heading: Heading, id: string): void {
  heading.data = { ...heading.data, id };
}
