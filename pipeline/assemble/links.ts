import type { CrossReference, Link, Nodes, PhrasingContent } from 'mdast';
import type { Destination, Target } from '../model/index.ts';
import type { Assembly, Draft } from './assembly.ts';
import { reportMissing } from './missing.ts';
import type { Place, Places } from './places.ts';
import { nameOf } from './references.ts';
import { rewrite } from './rewrite.ts';

/** Where a link leads: a document, or a place in it. */
interface Found {
  readonly draft: Draft;
  readonly place?: Place;
}

/**
 * Gives internal links their target, and links without words those of what they lead to; `link-target-exists` speaks
 * of those that lead nowhere, whose words are then plain text.
 */
export function resolveLinks(drafts: readonly Draft[], places: Places, assembly: Assembly): void {
  for (const draft of drafts) {
    const resolve = (node: Nodes): readonly Nodes[] => {
      if (node.type !== 'link' && node.type !== 'reference') return [node];
      const destination = node.data?.destination;
      if (!destination) return [node.type === 'link' ? withWords(node) : linkOf(node, node.children)];
      const found = find(destination, places);
      if (found) return [linkTo(found, node, assembly)];
      reportMissing(node, { draft, destination, places, assembly });
      return node.children.length > 0 ? node.children : [{ type: 'text', value: destination.id ?? destination.path }];
    };
    rewrite(draft.tree, resolve);
    for (const note of draft.notes) rewrite(note, resolve);
  }
}

function find({ path, id }: Destination, places: Places): Found | undefined {
  const draft =
    places.paths.get(path) ?? (/(?:^|\/)glossary\.(?:md|yaml)$/.test(path) ? places.drafts.get('glossary') : undefined);
  if (!draft || id === undefined) return draft && { draft };
  const place = places.ids.get(draft.id)?.get(id);
  return place && { draft, place };
}

function linkTo({ draft, place }: Found, node: Link | CrossReference, assembly: Assembly): Link {
  const style = node.type === 'reference' ? node.style : undefined;
  const words = node.children.length > 0 ? node.children : nameOf({ draft, ...(place && { place }) }, style, assembly);
  const target: Target = { document: draft.id, ...(place && { id: place.id }) };
  return { ...linkOf(node, words), data: { ...node.data, target } };
}

/** A link as an edition has it: what only the source needs is left behind. */
function linkOf(node: Link | CrossReference, words: readonly PhrasingContent[]): Link {
  if (node.data) delete node.data.destination;
  const { url, data, position } = node;
  const title = node.type === 'link' && node.title ? { title: node.title } : {};
  return { type: 'link', url, ...title, children: [...words], ...(data && { data }), ...(position && { position }) };
}

/** A link without words shows its address. */
function withWords(link: Link): Link {
  return link.children.length > 0 ? link : { ...link, children: [{ type: 'text', value: link.url }] };
}
