import type { FootnoteReference, Image, Link, PageReference, PhrasingContent } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import { toString as textOf } from 'mdast-util-to-string';
import { fill, isSafeAddress, type LanguageTag, otherEditionAddress, schemeOf, type Target } from '../model/index.ts';
import type { LinkArea, Points } from './display.ts';
import type { Note } from './flow.ts';
import { placeOfReference, printedText, wordsOfReference } from './pageReferences.ts';
import type { Run, RunLink } from './runs.ts';
import { type Draft, openElement, openSlot } from './structure.ts';
import { type Family, faceOf, type TextStyle } from './style.ts';
import { anchorsOf, langAttribute, languageOf, type Tools } from './tools.ts';

/** What phrasing inherits from what it stands in. */
interface Inline {
  readonly draft: Draft;
  readonly family: Family;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: Points;
  readonly rise: Points;
  readonly colour: string;
  readonly lang: LanguageTag;
  readonly hyphenate: boolean;
  readonly link?: RunLink;
  readonly strike?: boolean;
  readonly smallCapitals?: boolean;
}

interface Collector {
  readonly tools: Tools;
  readonly runs: Run[];
  /** Wait for the next run. */
  anchors: string[];
  /** Widest and tallest that a picture in the line may be. */
  readonly room: { readonly width: Points; readonly height: Points };
}

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
    collect(node, collector, inLanguage(node, inline));
  }
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

function inCode(inline: Inline): Inline {
  const draft = openElement('Code', inline.draft);
  return { ...inline, draft, family: 'code', size: inline.size * codeSize, hyphenate: false };
}

/** A formula in the line, said in its words; one that cannot be set, as TeX in the code face. */
function addFormula(node: InlineMath, collector: Collector, inline: Inline): void {
  const { value: tex } = node;
  const box = collector.tools.formulae(tex, { display: false, lang: inline.lang });
  const draft = openElement('Formula', inline.draft, { alt: box?.words ?? tex });
  if (!box) {
    const size = inline.size * codeSize;
    addText(tex, collector, { ...inline, draft, family: 'code', size, hyphenate: false, node });
    return;
  }
  const scale = Math.min(inline.size, collector.room.width / box.width);
  const depth = box.descent * scale;
  const size = { width: box.width * scale, height: box.ascent * scale + depth, depth };
  const image = { asset: box.asset, ...size, text: tex, decorative: false };
  collector.runs.push({ ...base(collector, { ...inline, draft }), hyphenate: false, kind: 'prose', image });
}

/** Source Code Pro looks larger than the text faces at the same size. */
const codeSize = 0.88;
const scriptSize = 0.66;

function raised(inline: Inline, part: number): Inline {
  return { ...inline, size: inline.size * scriptSize, rise: inline.rise + inline.size * part, hyphenate: false };
}

function addText(value: string, collector: Collector, inline: Inline & { node: PhrasingContent }): void {
  let text = value
    .replace(/[\t\n\r\f\v \u2000-\u2006\u2008\u205f\u3000]+/g, ' ')
    .replace(/[\u2007\u2009\u200a]/g, '\u202f');
  const previous = collector.runs.at(-1);
  if (!previous || previous.lineBreak || previous.text.endsWith(' ')) text = text.replace(/^ /, '');
  if (text === '') return;
  const face = faceOf(inline);
  for (const part of byGlyphs(text, face, collector.tools)) {
    collector.runs.push({
      ...base(collector, inline),
      ...part,
      hyphenate: inline.hyphenate,
      kind: inline.family === 'code' ? 'code' : 'prose',
      ...(inline.node.position && { position: inline.node.position }),
    });
  }
}

function base(collector: Collector, inline: Inline): Omit<Run, 'hyphenate' | 'kind'> {
  const { anchors, tools } = collector;
  collector.anchors = [];
  return {
    slot: openSlot(inline.draft),
    text: '',
    face: faceOf(inline),
    size: inline.size,
    rise: inline.rise,
    colour: inline.link && inline.link.underline === 'line' ? tools.sheet.colours.link : inline.colour,
    lang: inline.lang,
    anchors,
    ...(inline.link && { link: inline.link }),
    ...(inline.strike && { strike: true }),
  };
}

const common = /^[\u0020-\u007e\u00a0-\u017f\u2010-\u2026\u202f]*$/;

/** Cuts a text where its face has no glyph, and gives those characters to a face that has one. */
function byGlyphs(text: string, face: Run['face'], tools: Tools): { text: string; face: Run['face'] }[] {
  if (common.test(text)) return [{ text, face }];
  const parts: { text: string; face: Run['face'] }[] = [];
  for (const character of text) {
    const found = ([face, 'sans', 'code', 'serif'] as const).find((id) =>
      tools.fonts(id).has(character.codePointAt(0) as number),
    );
    const chosen = found ?? face;
    const last = parts.at(-1);
    if (last && (last.face === chosen || character === ' ')) last.text += character;
    else parts.push({ text: character, face: chosen });
  }
  return parts;
}

function addBreak(collector: Collector, inline: Inline): void {
  const last = collector.runs.at(-1);
  if (last?.text.endsWith(' ')) collector.runs[collector.runs.length - 1] = { ...last, text: last.text.trimEnd() };
  const waiting = collector.anchors;
  collector.runs.push({ ...base(collector, inline), anchors: [], hyphenate: false, kind: 'prose', lineBreak: true });
  collector.anchors = waiting;
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
  if (target) return { destination: target.id ? `${target.document}#${target.id}` : target.document };
  return schemeOf(url) !== undefined && isSafeAddress(url) ? { uri: url.trim() } : undefined;
}

/** The call of a note; the note itself stands in the tree right after its first call. */
function addCall(node: FootnoteReference, collector: Collector, inline: Inline): void {
  const { tools } = collector;
  const definition = tools.document?.notes.find((note) => note.identifier === node.identifier);
  const number = node.data?.number ?? definition?.data?.number;
  if (!tools.document || !definition || number === undefined) return;
  const call = node.data?.call ?? 1;
  collector.anchors.push(
    `${tools.document.id}#fnref-${call === 1 ? number : `${number}-${call}`}${tools.suffix ?? ''}`,
  );
  const reference = openElement('Reference', inline.draft);
  const draft = openElement('Link', reference);
  const contents = fill(tools.edition.strings, 'edition.notes.call', { number });
  const to = { destination: `${tools.document.id}#fn-${number}${tools.suffix ?? ''}` };
  const before = collector.runs.at(-1);
  const apart = before?.link && before.rise > 0 ? '\u202f' : '';
  // In the sans face, whose figures are lining: an old-style 1 reads as a small capital I.
  const run = base(collector, { ...raised(inline, 0.33), draft, family: 'sans', bold: false, italic: false });
  const note = tools.called.has(definition) ? undefined : setNote(definition, tools, inline.draft);
  collector.runs.push({
    ...run,
    text: `${apart}${number}`,
    hyphenate: false,
    kind: 'prose',
    colour: tools.sheet.colours.link,
    link: { owner: draft.element, to, contents, underline: 'none' },
    ...(note && { note }),
  });
}

function setNote(definition: Parameters<Tools['setNote']>[0], tools: Tools, parent: Draft): Note {
  tools.called.add(definition);
  return tools.setNote(definition, parent);
}

function addImage(node: Image, collector: Collector, inline: Inline): void {
  const asset = node.data?.asset;
  const size = asset === undefined ? undefined : collector.tools.edition.assets.get(asset);
  if (asset === undefined || !size) {
    addText(node.alt ?? '', collector, { ...inline, node });
    return;
  }
  const scale = Math.min(pointsPerPixel, collector.room.width / size.width, collector.room.height / size.height);
  const draft = node.alt ? openElement('Figure', inline.draft, { alt: node.alt }) : undefined;
  const run = base(collector, draft ? { ...inline, draft } : inline);
  collector.runs.push({
    ...run,
    hyphenate: false,
    kind: 'prose',
    image: { asset, width: size.width * scale, height: size.height * scale, decorative: !draft },
  });
}

/** Assets are measured in CSS pixels, 96 to the inch. */
export const pointsPerPixel = 0.75;

function trimmed(collector: Collector): Run[] {
  const { runs, anchors } = collector;
  const last = runs.at(-1);
  if (last) {
    const text = last.text.replace(/ $/, '');
    runs[runs.length - 1] = { ...last, text, anchors: [...last.anchors, ...anchors] };
  }
  return runs;
}
