import type { Nodes, Variant } from 'mdast';
import { isLanguage, type Language, type LanguageTag, languages } from '../model/index.ts';

/** Where a node stands: who will see it, and beside what. */
export interface Place {
  /** The editions that show the node: both, one, or none (a variant inside a variant of the other language). */
  readonly languages: readonly Language[];
  /** The language block around it. */
  readonly variant?: Variant;
  /** A side that has no other side. */
  readonly only?: boolean;
}

const outermost: Place = { languages };

/**
 * Visits every node in document order, children after their parent.
 *
 * @param enter - Returns `skip` to leave a node's children alone.
 */
export function walk(node: Nodes, enter: (node: Nodes, place: Place) => unknown, place: Place = outermost): void {
  const here = placeOf(node, place);
  if (enter(node, here) === 'skip' || !('children' in node)) return;
  for (const child of node.children) walk(child, enter, here);
}

/** A variant narrows the place to its own language. */
export function placeOf(node: Nodes, place: Place): Place {
  if (node.type !== 'variant' && node.type !== 'phrasingVariant') return place;
  return {
    ...place,
    languages: place.languages.filter((language) => language === node.language),
    ...(node.type === 'variant' && { variant: node }),
    ...(node.only && { only: true }),
  };
}

/** A tree of its own, to be changed; positions, which nothing changes, are the original's. */
export function copyTree<Node extends Nodes>(node: Node): Node {
  const copy = { ...node, ...(node.data && { data: { ...node.data } }) };
  if ('children' in copy) (copy as { children: Nodes[] }).children = copy.children.map(copyTree);
  return copy;
}

/** The words of a node that readers of one language see. */
export function textIn(node: Nodes, language: Language): string {
  if (node.type === 'phrasingVariant' && node.language !== language) return '';
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  if ('children' in node) return node.children.map((child) => textIn(child, language)).join('');
  return 'value' in node ? node.value : '';
}

/** Words that say which language they are in, where the text around them is not in that one alone. */
export function isForeign(node: Nodes, place: Place): boolean {
  const lang = node.data?.lang;
  if (lang === undefined) return false;
  const language = ownLanguage(lang);
  return language === undefined || place.languages.some((around) => around !== language);
}

/** The publication's language that a tag is of, if any: `fr` of `fr-BE`. */
export function ownLanguage(tag: LanguageTag): Language | undefined {
  const primary = tag.split('-')[0]?.toLowerCase() ?? '';
  return isLanguage(primary) ? primary : undefined;
}
