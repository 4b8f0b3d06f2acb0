import type { CrossReference, Heading, Link, Nodes, PhrasingContent } from 'mdast';
import { addTo, type Destination } from '../model/index.ts';
import { type Assembly, type Draft, titleOf } from './assembly.ts';
import { goalOf, type Referrers } from './backlinks.ts';
import { type LinkContext, type LinkContexts, linkContexts } from './contexts.ts';
import { reportMissing } from './missing.ts';
import { noteSections } from './noteSections.ts';
import { draftAt, type Places } from './places.ts';
import { type Found, pageFor, targetOf, wordsFor } from './references.ts';
import { rewrite } from './rewrite.ts';
import type { SectionPlace } from './sectionLinks.ts';

/** The other language's edition, as far as links into it need it. */
export interface OtherEdition {
  readonly assembly: Assembly;
  readonly places: Places;
}

interface Resolving {
  readonly draft: Draft;
  readonly places: Places;
  readonly contexts: LinkContexts;
  readonly assembly: Assembly;
  /** Made when the first link leads there. */
  readonly other: () => OtherEdition;
  readonly referrers: Map<Nodes, SectionPlace[]>;
  /** That the link stands in. */
  section: Heading;
  /** Links that can be led back to, so far. */
  led: number;
}

/**
 * Gives internal links their target, and links without words those of what they lead to; `link-target-exists` speaks
 * of those that lead nowhere, whose words are then plain text.
 */
export function resolveLinks(
  drafts: readonly Draft[],
  known: Pick<Resolving, 'places' | 'other'>,
  assembly: Assembly,
): Referrers {
  const referrers = new Map<Nodes, SectionPlace[]>();
  for (const draft of drafts) {
    let led = 0;
    const sections = noteSections(draft);
    for (const root of [draft.tree, ...draft.notes]) {
      const contexts = linkContexts(root);
      const own = root.type === 'footnoteDefinition' ? sections.get(root.identifier) : undefined;
      const section = own ?? titleOf(draft);
      const resolving: Resolving = { draft, ...known, contexts, assembly, referrers, section, led };
      rewrite(root, (node) => {
        if (node.type === 'heading') resolving.section = node;
        return node.type === 'link' || node.type === 'reference' ? resolve(node, resolving) : [node];
      });
      led = resolving.led;
    }
  }
  return referrers;
}

function resolve(node: Link | CrossReference, resolving: Resolving): readonly Nodes[] {
  const { draft, places, assembly } = resolving;
  const destination = node.data?.destination;
  if (!destination) return [node.type === 'link' ? withWords(node) : linkOf(node, node.children)];
  const own = node.type !== 'reference' || (node.edition ?? assembly.language) === assembly.language;
  const led = own ? { assembly, places } : resolving.other();
  const found = find(destination, led.places);
  if (found) return [own ? linkTo(found, node, resolving) : linkToOther(found, node, led.assembly)];
  reportMissing(node, { draft, destination, places: led.places, assembly: led.assembly }, assembly);
  return node.children.length > 0 ? node.children : [{ type: 'text', value: destination.id ?? destination.path }];
}

function find(destination: Destination, places: Places): Found | undefined {
  const { path, id, anywhere } = destination;
  const draft = draftAt(path, places);
  if (!draft || id === undefined) return draft && { draft };
  const place = places.ids.get(draft.id)?.get(id);
  return place ? { draft, place } : anywhere ? findAnywhere(id, places) : undefined;
}

/** A document of that name; else the one document that has the id. */
function findAnywhere(id: string, { drafts, ids }: Places): Found | undefined {
  const document = drafts.get(id);
  if (document) return { draft: document };
  const [place, another] = [...ids.values()].flatMap((own) => own.get(id) ?? []);
  return place && !another ? { draft: place.draft, place } : undefined;
}

/** What a link is where nothing is known of its block. */
const apart: LinkContext = { begins: false, inBrackets: false, first: true, inTitle: true };

function linkTo(found: Found, node: Link | CrossReference, resolving: Resolving): Link {
  const { contexts, assembly } = resolving;
  const style = node.type === 'reference' ? node.style : undefined;
  const wanted = { style, context: contexts.get(node) ?? apart, assembly };
  const words = node.children.length > 0 ? [...node.children, ...pageFor(found, wanted)] : wordsFor(found, wanted);
  const id = backPlace(found, resolving);
  return { ...linkOf(node, words), data: { ...node.data, target: targetOf(found), ...(id && { id }) } };
}

/** The id by which what is referred to leads back here; undefined where it does not. */
function backPlace(to: Found, resolving: Resolving): string | undefined {
  const { draft, section, assembly, referrers, places } = resolving;
  const goal = goalOf(to, assembly);
  if (!goal || goal === section) return undefined;
  let id: string;
  do id = `from-${++resolving.led}`;
  while (places.ids.get(draft.id)?.has(id));
  addTo(referrers, goal, { draft, id, section });
  return id;
}

/** Its words are the other language's, unless the author wrote some; no page of ours is meant. */
function linkToOther(found: Found, node: Link | CrossReference, assembly: Assembly): Link {
  const style = node.type === 'reference' && node.style !== 'page' ? node.style : undefined;
  const filled = node.children.length === 0;
  const words = filled ? wordsFor(found, { style, context: apart, assembly }) : node.children;
  const link = linkOf(node, words);
  const data = { ...link.data, target: targetOf(found), otherLanguage: assembly.language };
  return { ...link, data: { ...data, ...(filled && { lang: assembly.tag }) } };
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
