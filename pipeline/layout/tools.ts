import type { FootnoteDefinition, Nodes, PageReference, RootContent } from 'mdast';
import type { Diagnostic, Edition, EditionDocument, LanguageMap, LanguageTag } from '../model/index.ts';
import type { Fonts, Formulae, Highlight, Points } from './display.ts';
import type { Backdrop, FlowBox, Note, SetBlock } from './flow.ts';
import type { OverfullLines } from './overfull.ts';
import type { Pages } from './settle.ts';
import type { Draft } from './structure.ts';
import type { Sheet, TextStyle } from './style.ts';
import type { Shaper } from './words.ts';

/** What every step of setting one document needs. */
export interface Tools {
  readonly edition: Edition;
  /** Absent for what the edition itself says: title page, contents, colophon. */
  readonly document?: EditionDocument;
  /** Of each language, where what is set stands once for both. */
  readonly halves?: LanguageMap<Tools>;
  /** What anchors of notes end in, where each language has notes of its own. */
  readonly suffix?: string;
  readonly fonts: Fonts;
  readonly formulae: Formulae;
  readonly highlight: Highlight;
  /** Measures, type and colours. */
  readonly sheet: Sheet;
  readonly shaper: Shaper;
  readonly diagnostics: Diagnostic[];
  /** Of the table around what is set, which says them together. */
  readonly overfull?: OverfullLines;
  /** Height of the text of a page. */
  readonly pageHeight: Points;
  /** Notes that were called already, in this document, with their elements. */
  readonly called: Map<FootnoteDefinition, Draft>;
  /** Which page a place is on. */
  readonly pages: Pages;
  /** References to pages that were met already in this document, numbered from 1: the same in every try. */
  readonly references: Map<PageReference, number>;
  /** Sets blocks; given here so that each kind of block can hold any other. */
  readonly setBlocks: (nodes: readonly RootContent[], setting: Setting) => SetBlock[];
  readonly setNote: (definition: FootnoteDefinition, element: Draft) => Note;
}

/** Where and how a block is set. */
export interface Setting {
  readonly tools: Tools;
  readonly parent: Draft;
  /** From the left of the text. */
  readonly x: Points;
  readonly width: Points;
  readonly style: TextStyle;
  readonly lang: LanguageTag;
  /** First lines fall on the grid: the text itself, not what is indented in it. */
  readonly snap: boolean;
  /** Space between paragraphs. */
  readonly gap: Points;
  readonly listDepth: number;
}

/** Room for what is indented, on the left and on the right. Beyond a depth that nobody reads, it starts again from the edge. */
export function indented(setting: Setting, left: Points, right: Points = 0): Setting {
  const { leastMeasure, measure } = setting.tools.sheet;
  const width = setting.width - left - right;
  if (width >= leastMeasure) return { ...setting, x: setting.x + left, width, snap: false };
  return { ...setting, x: left, width: measure - left - right, snap: false };
}

/** For what is set only to see how it comes out: what it raises and which notes it calls are kept apart. */
export function onTrial(tools: Tools): Tools {
  const { halves } = tools;
  const own = halves && { halves: { en: onTrial(halves.en), fr: onTrial(halves.fr) } };
  return { ...tools, ...own, diagnostics: [], called: new Map(tools.called) };
}

/** The anchors of an element: destinations are named by document and id. */
export function anchorsOf(node: Nodes, tools: Tools): string[] {
  const id = node.data?.id;
  return id && tools.document ? [`${tools.document.id}#${id}`] : [];
}

export function languageOf(node: Nodes, inherited: LanguageTag): LanguageTag {
  return node.data?.lang ?? inherited;
}

/** `lang` of an element, where it differs from its parent's. */
export function langAttribute(node: Nodes, inherited: LanguageTag): { lang?: LanguageTag } {
  const lang = node.data?.lang;
  return lang && lang !== inherited ? { lang } : {};
}

export function withBackdrop(boxes: readonly FlowBox[], backdrop: Backdrop): FlowBox[] {
  return boxes.map((box) => ({ ...box, backdrops: [backdrop, ...box.backdrops] }));
}
