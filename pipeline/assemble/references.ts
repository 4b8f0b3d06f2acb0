import type {
  Caption,
  CrossReference,
  DefinitionTerm,
  Figure,
  Heading,
  Nodes,
  PageReference,
  PhrasingContent,
} from 'mdast';
import { capitalised } from '../language/index.ts';
import { fill, type Target } from '../model/index.ts';
import { type Assembly, titleOf } from './assembly.ts';
import type { LinkContext } from './contexts.ts';
import type { Found } from './places.ts';
import { fillWords, plainCopy } from './words.ts';

type Style = NonNullable<CrossReference['style']>;

interface Wanted {
  readonly style?: Style | undefined;
  readonly context: LinkContext;
  readonly assembly: Assembly;
}

/** What a link without words says: what its target is called, and in print its page where the reader needs it. */
export function wordsFor(found: Found, { style, context, assembly }: Wanted): PhrasingContent[] {
  const name = nameOf(found, style, assembly);
  const children = context.begins ? capitalisedWords(name) : name;
  const target = targetOf(found);
  if (style === 'page') {
    const print = fill(assembly.strings, 'edition.reference.page', { page: '{page}' });
    return [{ type: 'pageReference', targets: [target], print: context.begins ? capitalised(print) : print, children }];
  }
  const key = endsInWords(found, style) ? apartKey(context) : 'on-page';
  return [...children, ...pageAfter(target, key, { context, assembly, filled: true })];
}

/** In print, the page that a link's own words lead to. */
export function pageFor(found: Found, { context, assembly }: Wanted): PhrasingContent[] {
  return pageAfter(targetOf(found), apartKey(context), { context, assembly, filled: false });
}

function apartKey({ inBrackets }: LinkContext): string {
  return inBrackets ? 'in-words' : 'in-brackets';
}

export function targetOf({ draft, place }: Found): Target {
  return { document: draft.id, ...(place && { id: place.id }) };
}

function pageAfter(
  target: Target,
  key: string,
  { context, assembly, filled }: { context: LinkContext; assembly: Assembly; filled: boolean },
): PageReference[] {
  const pages = assembly.publication.settings.references?.pages ?? 'all';
  if (pages === 'none' || (pages === 'filled' && !filled) || context.inTitle || !context.first) return [];
  const print = fill(assembly.strings, `edition.reference.${key}`, { page: '{page}' });
  return [{ type: 'pageReference', targets: [target], print, elsewhere: true, children: [] }];
}

/** What a link without words calls its target: "Table 2", "Section 3.2, Joint enforcement", a title or a term alone. */
function nameOf(found: Found, style: Style | undefined, assembly: Assembly): PhrasingContent[] {
  const figure = figureOf(found);
  const entry = entryOf(found);
  if (entry) return plainCopy(entry.children);
  return figure ? figureName(figure, style, assembly) : sectionName(found, style, assembly);
}

/** A term of the glossary, or of a definition list. */
function entryOf({ place }: Found): DefinitionTerm | undefined {
  return place?.node.type === 'definitionTerm' ? place.node : undefined;
}

function figureOf({ place }: Found): Figure | undefined {
  return place?.node.type === 'figure' ? place.node : undefined;
}

/** The title whose words a link without words takes; undefined where a number is enough. */
export function namedBy(found: Found, style: Style | undefined): Heading | Caption | undefined {
  const figure = figureOf(found);
  if (entryOf(found)) return undefined;
  if (figure) return endsInWords(found, style) ? figure.children.find((child) => child.type === 'caption') : undefined;
  const isNumbered = sectionNumber(found) !== undefined && (style === 'number' || style === 'page');
  return isNumbered ? undefined : headingOf(found);
}

function headingOf({ draft, place }: Found): Heading {
  return place?.section ?? titleOf(draft);
}

/** It ends in a title: "on page 12" would go on with that. */
function endsInWords(found: Found, style: Style | undefined): boolean {
  const figure = figureOf(found);
  if (figure) return figure.number === undefined || style === 'title' || style === 'full';
  return entryOf(found) !== undefined || sectionNumber(found) === undefined || style !== 'number';
}

function sectionName(found: Found, style: Style | undefined, { strings }: Assembly): PhrasingContent[] {
  const heading = headingOf(found);
  const title = plainCopy(heading.children);
  const number = sectionNumber(found);
  if (number === undefined || style === 'title') return title;
  const kind = number.includes('.') || heading.depth > 1 ? 'section' : 'chapter';
  const name = fill(strings, `edition.reference.${kind}`, { number });
  if (style === 'number' || style === 'page') return [{ type: 'text', value: name }];
  return fillWords(strings, 'edition.reference.section-full', { words: title, name });
}

function sectionNumber(found: Found): string | undefined {
  return headingOf(found).data?.section;
}

function figureName(figure: Figure, style: Style | undefined, { strings }: Assembly): PhrasingContent[] {
  const title = captionWords(figure);
  if (figure.number === undefined || (style === 'title' && title.length > 0)) return title;
  const name = fill(strings, `edition.reference.${figure.kind}`, { number: figure.number });
  if (style !== 'full' || title.length === 0) return [{ type: 'text', value: name }];
  return fillWords(strings, 'edition.reference.full', { words: title, name });
}

/** A caption without its label. */
export function captionWords(figure: Figure): PhrasingContent[] {
  const caption = figure.children.find((child) => child.type === 'caption');
  const words = (caption?.children ?? []) as PhrasingContent[];
  const [first, ...rest] = plainCopy(words.filter((word) => word.type !== 'label'));
  if (first?.type !== 'text') return first ? [first, ...rest] : [];
  const value = first.value.trimStart();
  return value === '' ? rest : [{ ...first, value }, ...rest];
}

/** The first letter, however deep it stands. */
function capitalisedWords(words: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = words;
  return first ? [capitalisedNode(first) as PhrasingContent, ...rest] : [];
}

function capitalisedNode(node: Nodes): Nodes {
  if (node.type === 'text') return { ...node, value: capitalised(node.value) };
  if (!('children' in node)) return node;
  return { ...node, children: capitalisedWords(node.children as PhrasingContent[]) } as Nodes;
}
