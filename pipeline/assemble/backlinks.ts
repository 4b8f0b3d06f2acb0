import type { Heading, Nodes, Paragraph, Parents, PhrasingContent } from 'mdast';
import { fill } from '../model/index.ts';
import { type Assembly, type Draft, titleOf } from './assembly.ts';
import type { Found } from './places.ts';
import { rewrite, setChildren } from './rewrite.ts';
import { linksToSections, type SectionPlace } from './sectionLinks.ts';
import { fillWords, paragraphOf } from './words.ts';

/** Which figures, sections and the like are referred to, by what is said of them: their node. */
export type Referrers = Map<Nodes, SectionPlace[]>;

/** In print each says its page. */
function backlinksTo(places: readonly SectionPlace[], key: string, { strings }: Assembly): Paragraph {
  const print = fill(strings, 'edition.reference.in-brackets', { page: '{page}' });
  const within = ({ draft, id }: SectionPlace): PhrasingContent[] => [
    { type: 'pageReference', targets: [{ document: draft.id, id }], print, children: [] },
  ];
  const words = linksToSections(places, { strings, role: 'backlink', within });
  return { ...paragraphOf(fillWords(strings, key, { words })), data: { role: 'backlinks' } };
}

/** What is referred to: a figure, table or formula, else the section. Undefined where it says nothing of that. */
export function referredTo({ draft, place }: Found, { publication }: Assembly): Nodes | undefined {
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
