import type { CrossReference, Link, Nodes } from 'mdast';
import { mostAlike, nearest } from '../language/index.ts';
import { type Destination, otherLanguage, visit } from '../model/index.ts';
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

type Details = Record<string, string>;

function detailsOf(missing: Missing): Details {
  const { destination, places, assembly } = missing;
  const { path, id } = destination;
  const target = draftAt(path, places);
  if (!target || id === undefined) return detailsOfDocument(path, places);
  const found = { target: id, document: path };
  if (isInOther(target, id, assembly)) return { ...found, variant: `not-in-${assembly.language}` };
  const holders = [...places.ids.values()].filter((ids) => ids.has(id)).length;
  if (destination.anywhere && holders === 0) return detailsAnywhere(id, missing);
  const elsewhere = [...places.ids].find(([, ids]) => ids.has(id))?.[0];
  const name = elsewhere === undefined ? undefined : places.drafts.get(elsewhere)?.source?.path;
  if (name !== undefined) return { ...found, variant: 'elsewhere', nearest: name };
  const near = nearest(id, idsOf(target, places)) ?? nearest(id, places.ids.get(target.id)?.keys() ?? []);
  if (near !== undefined) return { ...found, nearest: near };
  return { ...found, ...(inAnother(id, target, missing) ?? alike('no-id', id, idsOf(target, places))) };
}

function detailsOfDocument(path: string, { paths }: Places): Details {
  const near = nearest(path, paths.keys());
  if (near !== undefined) return { variant: 'document', target: path, nearest: near };
  if (!/\.(?:md|yaml)$/.test(path)) return { variant: 'no-page', target: path };
  return { target: path, ...alike('no-document', path, paths.keys()) };
}

/** Nothing is near: what is there, if anything. */
function alike(variant: string, wanted: string, candidates: Iterable<string>): Details {
  const there = mostAlike(wanted, candidates).join(', ');
  return there === '' ? { variant } : { variant: `${variant}-there`, there };
}

/** Another document has it for the other language alone, or has one that is near. */
function inAnother(id: string, target: Draft, { places, assembly }: Missing): Details | undefined {
  const others = [...places.drafts.values()].filter((draft) => draft !== target && draft.source);
  const other = others.find((draft) => isInOther(draft, id, assembly));
  if (other) return { variant: `not-in-${assembly.language}`, document: other.source?.path ?? '' };
  const near = nearest(
    id,
    others.flatMap((draft) => [...idsOf(draft, places)]),
  );
  const holder = near === undefined ? undefined : others.find((draft) => idsOf(draft, places).has(near));
  return near === undefined
    ? undefined
    : { variant: 'near-elsewhere', nearest: near, holder: holder?.source?.path ?? '' };
}

/** Ids that an author would write: given by hand, or a heading's. Of both languages, so that both editions say the same. */
function idsOf({ id, source }: Draft, places: Places): ReadonlySet<string> {
  if (!source) return new Set(places.ids.get(id)?.keys());
  const ids = new Set<string>();
  visit(source.tree, ({ type, data }) => {
    if (data?.id !== undefined && (data.authored || type === 'heading' || type === 'figure')) ids.add(data.id);
  });
  return ids;
}

function isInOther({ source }: Draft, id: string, assembly: Assembly): boolean {
  return source !== undefined && hasId(source.tree, id, assembly);
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
function detailsAnywhere(target: string, { places, assembly }: Missing): Details {
  const drafts = [...places.drafts.values()];
  const other = drafts.find((draft) => isInOther(draft, target, assembly));
  if (other) return { variant: `not-in-${assembly.language}`, target, document: other.source?.path ?? '' };
  const entries = [...(places.ids.get('glossary')?.keys() ?? [])].filter((id) => id.startsWith('term-'));
  const concepts = entries.map((id) => id.slice('term-'.length));
  const ids = [...places.drafts.keys(), ...drafts.flatMap((draft) => [...idsOf(draft, places)]), ...concepts];
  const near = nearest(target, ids);
  return { target, ...(near === undefined ? alike('nowhere', target, ids) : { variant: 'anywhere', nearest: near }) };
}
