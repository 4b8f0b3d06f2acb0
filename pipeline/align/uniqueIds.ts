import type { Heading, Nodes, Pair, PhrasingPair, Root } from 'mdast';
import { addTo, type Diagnostic, diagnose, type Language } from '../model/index.ts';
import { walk } from './walk.ts';

interface Claim {
  readonly node: Nodes;
  readonly languages: readonly Language[];
}

/**
 * Holds the authored ids against each other: no edition may have one twice. The two sides of a pair may have the same
 * id, and so may two blocks that are for one language each. The later of two equal ids is taken away.
 */
export function holdIdsUnique(tree: Root, path: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const claims = new Map<string, Claim[]>();
  walk(tree, (node, place) => {
    if (node.type === 'heading') settleHeading(node);
    if (node.type === 'pair' || node.type === 'phrasingPair') settlePair(node);
    const id = node.data?.id;
    if (id === undefined) return;
    const languages = shownIn(node, place.languages);
    const earlier = claims.get(id)?.find((claim) => claim.languages.some((one) => languages.includes(one)));
    if (earlier && isSameUnit(earlier.node, node)) return;
    if (!earlier) addTo(claims, id, { node, languages });
    else {
      diagnostics.push(
        diagnose('id-is-unique', {
          path,
          position: node.position,
          details: { id, line: earlier.node.position?.start.line ?? 0 },
          related: { path, ...(earlier.node.position && { position: earlier.node.position }) },
        }),
      );
      delete node.data?.id;
    }
  });
  return diagnostics;
}

/** The editions that have the element: a pair is where its sides are. */
function shownIn(node: Nodes, around: readonly Language[]): readonly Language[] {
  if (node.type !== 'pair' && node.type !== 'phrasingPair') return around;
  return around.filter((language) => node.children.some((variant) => variant.language === language));
}

/** A pair's id is that of the first side that has one; the sides then have none of their own. */
function settlePair(pair: Pair | PhrasingPair): void {
  const named = [pair, ...pair.children].find((node) => node.data?.id !== undefined);
  if (named?.data?.id === undefined) return;
  const { id, authored } = named.data;
  for (const variant of pair.children) delete variant.data?.id;
  pair.data = { ...pair.data, id, ...(authored && { authored }) };
}

/** What stands in braces after a heading's last variant names the heading. */
function settleHeading(heading: Heading): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'phrasingPair') return;
  for (const variant of last.children) if (variant.data?.id === heading.data?.id) delete variant.data?.id;
}

/** A block that is all there is of its side may repeat the id of its pair. */
function isSameUnit(earlier: Nodes, node: Nodes): boolean {
  return (
    earlier.type === 'pair' &&
    earlier.children.some((variant) => variant.children.length === 1 && variant.children[0] === node)
  );
}
