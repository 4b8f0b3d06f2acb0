import type { Heading, Nodes, Paragraph, Parents, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { fill, type Target } from '../model/index.ts';
import { type Assembly, type Draft, titleOf } from './assembly.ts';
import type { Found } from './references.ts';
import { rewrite, setChildren } from './rewrite.ts';
import { fillWords, paragraphOf, plainCopy } from './words.ts';

/** A place that leads somewhere else in the publication, and can be led back to. */
export interface BackPlace {
  readonly draft: Draft;
  readonly id: string;
  readonly section: Heading;
}

/** Which figures, sections and the like are referred to, by what is said of them: their node. */
export type Referrers = Map<Nodes, BackPlace[]>;

/**
 * One link for each section of these places, by its title; with the document's too, where two are alike. In print each
 * says its page.
 */
function backlinksTo(places: readonly BackPlace[], key: string, { strings }: Assembly): Paragraph {
  const firsts = new Map<Heading, BackPlace>();
  for (const place of places) if (!firsts.has(place.section)) firsts.set(place.section, place);
  const titles = new Map<string, number>();
  for (const section of firsts.keys()) titles.set(textOf(section), (titles.get(textOf(section)) ?? 0) + 1);
  const links = [...firsts.values()].flatMap((place, index): PhrasingContent[] => {
    const link = backlinkTo(place, { alike: titles.get(textOf(place.section)) !== 1, strings });
    return index === 0 ? [link] : [{ type: 'text', value: fill(strings, 'edition.entry.separator') }, link];
  });
  return { ...paragraphOf(fillWords(strings, key, { words: links })), data: { role: 'backlinks' } };
}

function backlinkTo(
  { draft, id, section }: BackPlace,
  { alike, strings }: { alike: boolean; strings: Assembly['strings'] },
): PhrasingContent {
  const target: Target = { document: draft.id, id };
  const title = plainCopy(section.children);
  const document: PhrasingContent[] = alike ? [{ type: 'text', value: ` (${textOf(titleOf(draft))})` }] : [];
  const print = fill(strings, 'edition.reference.in-brackets', { page: '{page}' });
  return {
    type: 'link',
    url: `#${id}`,
    data: { role: 'backlink', target },
    children: [...title, ...document, { type: 'pageReference', targets: [target], print, children: [] }],
  };
}

/** What is referred to: a figure, table or formula, else the section. Undefined where it says nothing of that. */
export function goalOf({ draft, place }: Found, { publication }: Assembly): Nodes | undefined {
  const wanted = publication.settings.references?.backlinks ?? 'none';
  if (wanted === 'none') return undefined;
  if (place?.node.type === 'figure') return place.node;
  return wanted === 'all' ? (place?.section ?? titleOf(draft)) : undefined;
}

/** Says from where figures, and sections where that is asked for, are referred to: below them. */
export function placeBacklinks(drafts: readonly Draft[], referrers: Referrers, assembly: Assembly): void {
  if (referrers.size === 0) return;
  const say = (goal: Nodes | undefined): Paragraph[] => {
    const places = goal && referrers.get(goal);
    if (!goal || !places) return [];
    const said = backlinksTo(places, 'edition.reference.referred', assembly);
    return [{ ...said, children: [...nameOf(goal, assembly), ...said.children] }];
  };
  for (const { tree } of drafts) {
    rewrite(tree, (node) => (node.type === 'figure' ? [node, ...say(node)] : [node]));
    const last = closeSections(tree, undefined, say);
    setChildren(tree, [...tree.children, ...say(last)]);
  }
}

/** At the end of what a section says itself, before the sections in it. @returns The section that is open at the end. */
function closeSections(
  parent: Parents,
  before: Heading | undefined,
  say: (goal: Nodes | undefined) => Paragraph[],
): Heading | undefined {
  let open = before;
  const made: Nodes[] = [];
  for (const child of parent.children) {
    const first = child.type === 'group' ? child.children[0] : child;
    if (first?.type === 'heading') {
      made.push(...say(open));
      open = first;
    }
    made.push(child);
    if (child.type === 'group') open = closeSections(child, first?.type === 'heading' ? undefined : open, say) ?? open;
  }
  setChildren(parent, made);
  return open;
}

/** "Table 1. Referred to from …": what stands below a table in a section is not of the section. */
function nameOf(goal: Nodes, { strings }: Assembly): PhrasingContent[] {
  if (goal.type !== 'figure' || goal.number === undefined) return [];
  return [{ type: 'text', value: `${fill(strings, `edition.label.${goal.kind}`, { number: goal.number })} ` }];
}
