import type { Caption, CrossReference, Heading, Link, PhrasingContent } from 'mdast';
import { visit } from '../model/index.ts';
import { type Assembly, type Draft, report } from './assembly.ts';
import { type LinkContext, linkContexts } from './contexts.ts';
import { type Found, find, type Places } from './places.ts';
import { namedBy, wordsFor } from './references.ts';

/** One language's edition, as far as the names of its places need it. */
export interface NamedEdition {
  readonly assembly: Assembly;
  readonly places: Places;
  /** The other language's; made when the first link leads there. */
  readonly other: () => NamedEdition;
  /** The links without words of each title that was asked for, before they had any. */
  readonly wordless: Map<Title, readonly Wordless[]>;
}

/** What links without words take their words from, and what contents, lists and heads of pages show. */
type Title = Heading | Caption;

/** A link without words in a title. */
interface Wordless {
  readonly node: Link | CrossReference;
  readonly context: LinkContext;
  readonly goal?: Goal | undefined;
}

/** What a link leads to, in which edition, and how it is to be named. */
export interface Goal {
  readonly found: Found;
  readonly edition: NamedEdition;
  readonly style: CrossReference['style'];
}

/** What a link is where nothing is known of its block. */
export const apart: LinkContext = { begins: false, inBrackets: false, first: true, inTitle: true };

/**
 * Gives the links without words in titles theirs, before a title is shown anywhere else: so it has one name in every
 * place. A link that would name a title by itself, through others or not, is reported.
 */
export function fillTitles(drafts: readonly Draft[], edition: NamedEdition): void {
  for (const draft of drafts) {
    for (const root of [draft.tree, ...draft.notes]) {
      visit(root, (node) => {
        if (node.type === 'heading' || node.type === 'caption') fillTitle(node, draft, edition);
      });
    }
  }
}

/** Whether a title of the document has a link without words: then its name depends on other titles. */
export function hasWordlessTitle({ tree, notes }: Draft): boolean {
  let found = false;
  for (const root of [tree, ...notes]) {
    visit(root, (node) => {
      if (node.type !== 'heading' && node.type !== 'caption') return;
      visit(node, (inner) => {
        found ||= (inner.type === 'link' || inner.type === 'reference') && inner.children.length === 0;
      });
    });
  }
  return found;
}

/** The edition that a link leads to. */
export function editionOf(node: Link | CrossReference, edition: NamedEdition): NamedEdition {
  const language = node.type === 'reference' ? node.edition : undefined;
  return language === undefined || language === edition.assembly.language ? edition : edition.other();
}

/** Undefined where a link leads out of the publication, or nowhere. No page of the other edition is meant. */
export function goalOf(node: Link | CrossReference, edition: NamedEdition): Goal | undefined {
  const destination = node.data?.destination;
  const led = editionOf(node, edition);
  const found = destination && find(destination, led.places);
  const style = node.type === 'reference' && !(node.style === 'page' && led !== edition) ? node.style : undefined;
  return found && { found, edition: led, style };
}

/** What a link without words says, once the title that it is named by has all of its own. */
export function nameFor({ found, edition, style }: Goal, context: LinkContext): PhrasingContent[] {
  const title = namedBy(found, style);
  if (title) fillTitle(title, found.draft, edition);
  return wordsFor(found, { style, context, assembly: edition.assembly });
}

function fillTitle(title: Title, draft: Draft, edition: NamedEdition): void {
  for (const { node, context, goal } of wordlessIn(title, edition)) {
    if (node.children.length > 0) continue;
    const circular = goal !== undefined && isNamedBy(goal, title);
    if (circular) reportCircular(node, draft, edition);
    if (!goal || circular) node.children = [{ type: 'text', value: addressIn(node) }];
    else if (goal.edition === edition) node.children = nameFor(goal, context);
    else {
      node.children = nameFor(goal, apart);
      node.data = { ...node.data, lang: goal.edition.assembly.tag };
    }
  }
}

/** Read once: it must be the same before and after they have words. */
function wordlessIn(title: Title, edition: NamedEdition): readonly Wordless[] {
  const known = edition.wordless.get(title);
  if (known) return known;
  const found: Wordless[] = [];
  const contexts = linkContexts(title);
  visit(title, (node) => {
    if ((node.type !== 'link' && node.type !== 'reference') || node.children.length > 0) return;
    found.push({ node, context: contexts.get(node) ?? apart, goal: goalOf(node, edition) });
  });
  edition.wordless.set(title, found);
  return found;
}

/** The name of what is led to would have the title in it. */
function isNamedBy(goal: Goal, title: Title): boolean {
  const seen = new Set<Title>();
  const reaches = ({ found, edition, style }: Goal): boolean => {
    const next = namedBy(found, style);
    if (!next || seen.has(next)) return false;
    seen.add(next);
    return next === title || wordlessIn(next, edition).some((link) => link.goal !== undefined && reaches(link.goal));
  };
  return reaches(goal);
}

function reportCircular(node: Link | CrossReference, { source }: Draft, { assembly }: NamedEdition): void {
  const details = { variant: 'circular', target: addressIn(node) };
  report(assembly, 'link-target-exists', { path: source?.path ?? '', position: node.position, details });
}

/** What stands for a name that there is not. */
function addressIn({ data, url }: Link | CrossReference): string {
  return data?.destination?.id ?? data?.destination?.path ?? url;
}
