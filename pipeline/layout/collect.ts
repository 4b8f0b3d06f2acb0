/** Phrasing → runs: each kind of node, with its place in the structure tree. */
import type { Link, PageReference, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import {
  fill,
  isSafeAddress,
  type Language,
  type LanguageTag,
  otherEditionAddress,
  schemeOf,
  type Target,
} from '../model/index.ts';
import type { LinkArea, Points } from './display.ts';
import { addBreak, addText, type Collector, type Inline, inCode, raised, trimmed } from './inline.ts';
import { addCall, addFormula, addImage } from './inlineObjects.ts';
import { destinationAt, placeOfReference, printedText, wordsOfReference } from './pageReferences.ts';
import type { Run } from './runs.ts';
import { type Draft, openElement } from './structure.ts';
import type { TextStyle } from './style.ts';
import { anchorsOf, langAttribute, languageOf, type Tools } from './tools.ts';

export interface CollectOptions {
  readonly tools: Tools;
  readonly draft: Draft;
  readonly style: TextStyle;
  readonly lang: LanguageTag;
  readonly measure: Points;
}

/** Phrasing → runs, each with its place in the structure tree. White space is collapsed as in HTML. */
export function collectRuns(nodes: readonly PhrasingContent[], options: CollectOptions): Run[] {
  const { tools, draft, style, lang } = options;
  const collector: Collector = {
    tools,
    runs: [],
    anchors: [],
    room: { width: options.measure, height: tools.pageHeight * 0.8 },
  };
  collectAll(nodes, collector, {
    draft,
    family: style.family,
    bold: style.bold === true,
    italic: style.italic === true,
    size: style.size,
    rise: 0,
    colour: style.colour,
    lang,
    hyphenate: style.hyphenate,
  });
  return trimmed(collector);
}

function collectAll(nodes: readonly PhrasingContent[], collector: Collector, inline: Inline): void {
  for (const node of nodes) {
    collector.anchors.push(...anchorsOf(node, collector.tools));
    if (node.data?.half) collectHalf(node, node.data.half, { collector, inline });
    else collect(node, collector, inLanguage(node, inline));
  }
}

interface Around {
  readonly collector: Collector;
  readonly inline: Inline;
}

/** Words of one language in what stands once for both: on lines of their own, and with the tools of that language. */
function collectHalf(node: PhrasingContent, half: Language, { collector, inline }: Around): void {
  const { tools } = collector;
  const own = { ...collector, tools: tools.halves?.[half] ?? tools };
  const draft: Draft = { ...openElement('Span'), half };
  inline.draft.parts.push(draft);
  const inside = { ...inline, draft, lang: languageOf(node, inline.lang) };
  if (collector.runs.length > 0) addBreak(own, inside);
  collectAll(childrenOf(node), own, inside);
  collector.anchors = own.anchors;
}

/** Words in another language stand in an element that says so. */
function inLanguage(node: PhrasingContent, inline: Inline): Inline {
  const attribute = langAttribute(node, inline.lang);
  if (!attribute.lang || node.type === 'link') return inline;
  return { ...inline, lang: attribute.lang, draft: openElement('Span', inline.draft, attribute) };
}

function collect(node: PhrasingContent, collector: Collector, inline: Inline): void {
  const style = changed(node, inline, collector.tools);
  if (style) collectAll(childrenOf(node), collector, style);
  else if (node.type === 'inlineCode') addText(node.value, collector, { ...inCode(inline), node });
  else if (node.type === 'inlineMath') addFormula(node, collector, inline);
  else if (node.type === 'break') addBreak(collector, inline);
  else if (node.type === 'link') addLink(node, collector, inline);
  else if (node.type === 'pageReference') addPages(node, collector, inline);
  else if (node.type === 'term') addTerm(node, collector, inline);
  else if (node.type === 'footnoteReference') addCall(node, collector, inline);
  else if (node.type === 'image') addImage(node, collector, inline);
  else if (node.type !== 'html') addWords(node, collector, inline);
}

/** Text, and the words of nodes that a publication's own plugins made: none are lost. */
function addWords(node: PhrasingContent, collector: Collector, inline: Inline): void {
  if ('children' in node) collectAll(childrenOf(node), collector, inline);
  else if ('value' in node) addText(String(node.value), collector, { ...inline, node });
}

function childrenOf(node: PhrasingContent): PhrasingContent[] {
  return 'children' in node ? (node.children as PhrasingContent[]) : [];
}

/** What the children of a node inherit, where it only changes how they look or what they are. */
function changed(node: PhrasingContent, inline: Inline, { sheet }: Tools): Inline | undefined {
  switch (node.type) {
    case 'emphasis':
      return { ...inline, italic: !inline.italic };
    case 'strong':
    case 'label':
      return { ...inline, bold: true };
    case 'delete':
      return { ...inline, strike: true };
    case 'superscript':
      return raised(inline, 0.33);
    case 'subscript':
      return raised(inline, -0.16);
    case 'abbreviation':
      return {
        ...inline,
        draft: openElement('Span', inline.draft, { expansion: node.expansion }),
        smallCapitals: sheet.acronyms === 'small-capitals',
      };
    default:
      return undefined;
  }
}

function addLink(node: Link, collector: Collector, inline: Inline): void {
  const to = node.data?.otherLanguage ? inOther(node, collector.tools) : destinationOf(node.data?.target, node.url);
  const lang = languageOf(node, inline.lang);
  const attribute = langAttribute(node, inline.lang);
  if (!to) {
    const own = attribute.lang ? openElement('Span', inline.draft, attribute) : inline.draft;
    collectAll(node.children, collector, { ...inline, lang, draft: own });
    return;
  }
  const draft = openElement('Link', inline.draft, attribute);
  const contents = printedText(node.children, collector.tools).trim() || node.title || node.url;
  const underline = node.data?.role === 'noteref' ? 'none' : 'line';
  collectAll(node.children, collector, {
    ...inline,
    lang,
    draft,
    link: { owner: draft.element, to, contents, underline },
  });
}

/** The pages that something is on; each leads there, unless the words around them do. */
function addPages(node: PageReference, collector: Collector, inline: Inline): void {
  const { tools } = collector;
  collector.anchors.push(placeOfReference(node, tools));
  const words = wordsOfReference(node, tools);
  if (!words) return;
  addText(words.before, collector, { ...inline, node });
  for (const [index, { label, destination }] of words.pages.entries()) {
    if (index > 0) addText(fill(tools.edition.strings, 'edition.entry.separator'), collector, { ...inline, node });
    addText(label, collector, { ...(inline.link ? inline : linked(destination, label, { tools, inline })), node });
  }
  addText(words.after, collector, { ...inline, node });
}

function linked(destination: string, page: string, { tools, inline }: { tools: Tools; inline: Inline }): Inline {
  const draft = openElement('Link', inline.draft);
  const contents = fill(tools.edition.strings, 'edition.print.page', { page });
  return { ...inline, draft, link: { owner: draft.element, to: { destination }, contents, underline: 'none' } };
}

function addTerm(node: PhrasingContent & { type: 'term' }, collector: Collector, inline: Inline): void {
  const to = inline.link ? undefined : destinationOf(node.data?.target, '');
  if (!to) {
    collectAll(node.children, collector, inline);
    return;
  }
  const draft = openElement('Link', inline.draft);
  const contents = fill(collector.tools.edition.strings, 'edition.print.term', { term: textOf(node) });
  collectAll(node.children, collector, {
    ...inline,
    draft,
    link: { owner: draft.element, to, contents, underline: 'dots' },
  });
}

/** A place in the other language's edition, where the site has it. */
function inOther({ data }: Link, { edition }: Tools): LinkArea['to'] | undefined {
  const uri = data?.target && otherEditionAddress(edition, data.target);
  return uri === undefined ? undefined : { uri };
}

/** An internal target, else an address of its own; a relative address leads nowhere from a PDF. */
export function destinationOf(target: Target | undefined, url: string): LinkArea['to'] | undefined {
  if (target) return { destination: destinationAt(target) };
  return schemeOf(url) !== undefined && isSafeAddress(url) ? { uri: url.trim() } : undefined;
}
