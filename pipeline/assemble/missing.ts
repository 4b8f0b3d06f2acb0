import type { CrossReference, Link, Nodes } from 'mdast';
import { nearest } from '../language/index.ts';
import { type Destination, otherLanguage } from '../model/index.ts';
import { type Assembly, type Draft, report } from './assembly.ts';
import { draftAt, type Places } from './places.ts';

interface Missing {
  readonly draft: Draft;
  readonly destination: Destination;
  /** Of the edition that was meant. */
  readonly places: Places;
  readonly assembly: Assembly;
}

/**
 * Says why a link leads nowhere. Nothing in the finding tells the edition, unless the other edition has the target:
 * so a link that is broken in both gives two equal findings, of which `build` keeps one.
 */
export function reportMissing(node: Link | CrossReference, missing: Missing, assembly: Assembly): void {
  const path = missing.draft.source?.path ?? '';
  report(assembly, 'link-target-exists', { path, position: node.position, details: detailsOf(missing) });
}

function detailsOf(missing: Missing): Record<string, string> {
  const { destination, places, assembly } = missing;
  const { path, id } = destination;
  const target = draftAt(path, places);
  if (!target || id === undefined) {
    const near = nearest(path, places.paths.keys());
    return {
      variant: near === undefined ? 'no-document' : 'document',
      target: path,
      ...(near !== undefined && { nearest: near }),
    };
  }
  const found = { target: id, document: path };
  if (target.source && hasId(target.source.tree, id, assembly))
    return { ...found, variant: `not-in-${assembly.language}` };
  const holders = [...places.ids.values()].filter((ids) => ids.has(id)).length;
  if (destination.anywhere && holders === 0) return detailsAnywhere(id, places);
  const elsewhere = [...places.ids].find(([, ids]) => ids.has(id))?.[0];
  const name = elsewhere === undefined ? undefined : places.drafts.get(elsewhere)?.source?.path;
  if (name !== undefined) return { ...found, variant: 'elsewhere', nearest: name };
  const near = nearest(id, places.ids.get(target.id)?.keys() ?? []);
  return near === undefined ? { ...found, variant: 'no-id' } : { ...found, nearest: near };
}

/** The other edition has the id. */
function hasId(node: Nodes, id: string, assembly: Assembly): boolean {
  if ((node.type === 'variant' || node.type === 'phrasingVariant') && node.language === assembly.language) return false;
  if (node.data?.id === id && node.type !== 'pair') return true;
  if (node.type === 'pair' && node.data?.id === id) {
    return node.children.some((variant) => variant.language === otherLanguage(assembly.language));
  }
  return 'children' in node && node.children.some((child) => hasId(child, id, assembly));
}

/** Of `[[id]]`, which may be the id of any document and of anything in one. */
function detailsAnywhere(target: string, { drafts, ids }: Places): Record<string, string> {
  const near = nearest(target, [...drafts.keys(), ...[...ids.values()].flatMap((own) => [...own.keys()])]);
  return near === undefined ? { variant: 'nowhere', target } : { variant: 'anywhere', target, nearest: near };
}
