import type { CrossReference, Heading, Link, Nodes, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { identifyLanguage } from '../language/index.ts';
import { addTo } from '../model/index.ts';
import { type Draft, titleOf } from './assembly.ts';
import { type Referrers, referredTo } from './backlinks.ts';
import { type LinkContexts, linkContexts } from './contexts.ts';
import { reportMissing } from './missing.ts';
import { noteSections } from './noteSections.ts';
import type { Found } from './places.ts';
import { pageFor, targetOf } from './references.ts';
import { rewrite } from './rewrite.ts';
import type { SectionPlace } from './sectionLinks.ts';
import { apart, editionOf, type Goal, goalOf, type NamedEdition, nameFor } from './titles.ts';

interface Resolving {
  readonly draft: Draft;
  readonly edition: NamedEdition;
  readonly contexts: LinkContexts;
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
export function resolveLinks(drafts: readonly Draft[], edition: NamedEdition): Referrers {
  const referrers = new Map<Nodes, SectionPlace[]>();
  for (const draft of drafts) {
    let led = 0;
    const sections = noteSections(draft);
    for (const root of [draft.tree, ...draft.notes]) {
      const contexts = linkContexts(root);
      const own = root.type === 'footnoteDefinition' ? sections.get(root.identifier) : undefined;
      const section = own ?? titleOf(draft);
      const resolving: Resolving = { draft, edition, contexts, referrers, section, led };
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
  const { draft, edition } = resolving;
  const destination = node.data?.destination;
  if (!destination) return [node.type === 'link' ? withWords(node) : linkOf(node, node.children)];
  const goal = goalOf(node, edition);
  if (goal) return [goal.edition === edition ? linkTo(goal, node, resolving) : linkToOther(goal, node, resolving)];
  const { places, assembly } = editionOf(node, edition);
  reportMissing(node, { draft, destination, places, assembly }, edition.assembly);
  return node.children.length > 0 ? node.children : [{ type: 'text', value: destination.id ?? destination.path }];
}

function linkTo(goal: Goal, node: Link | CrossReference, resolving: Resolving): Link {
  const { contexts, edition } = resolving;
  const { found } = goal;
  const context = contexts.get(node) ?? apart;
  const own = node.children.length > 0;
  const words = own
    ? [...node.children, ...pageFor(found, { context, assembly: edition.assembly })]
    : nameFor(goal, context);
  const id = backPlace(found, resolving);
  return { ...linkOf(node, words), data: { ...node.data, target: targetOf(found), ...(id && { id }) } };
}

/** The id by which what is referred to leads back here; undefined where it does not. */
function backPlace(to: Found, resolving: Resolving): string | undefined {
  const { draft, section, referrers } = resolving;
  const { assembly, places } = resolving.edition;
  const goal = referredTo(to, assembly);
  if (!goal || goal === section) return undefined;
  let id: string;
  do id = `from-${++resolving.led}`;
  while (places.ids.get(draft.id)?.has(id));
  addTo(referrers, goal, { draft, id, section });
  return id;
}

/**
 * Its words are the other language's, unless the author wrote some in this one. Its page is said where that edition is in
 * the same book.
 */
function linkToOther(goal: Goal, node: Link | CrossReference, { contexts, edition: own }: Resolving): Link {
  const { found, edition } = goal;
  const { language, tag } = edition.assembly;
  const context = contexts.get(node) ?? apart;
  const filled = node.children.length === 0;
  const isOther = filled || isIn(node.children, goal);
  const words = filled
    ? nameFor(goal, context)
    : [...node.children, ...pageFor(found, { context, assembly: (isOther ? edition : own).assembly })];
  for (const word of words) if (word.type === 'pageReference') word.data = { ...word.data, otherLanguage: language };
  const link = linkOf(node, words);
  const data = { ...link.data, target: targetOf(found), otherLanguage: language };
  return { ...link, data: { ...data, ...(isOther && { lang: tag }) } };
}

/** The author's words are the target's title there, or else plainly of that language. */
function isIn(words: readonly PhrasingContent[], goal: Goal): boolean {
  const written = textOf(words).trim();
  const title = textOf(nameFor({ ...goal, style: 'title' }, apart)).trim();
  return written === title || identifyLanguage(written).language === goal.edition.assembly.language;
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
