/**
 * The nodes that Diptych adds to mdast. Importing this module extends mdast's own unions.
 *
 * Life of a tree: `read` makes pairs, values, figures and the like; `plugins` add ids and term candidates and set the
 * typography; `assemble` replaces every node marked "source only" below, so that an edition's tree has none of them.
 */
import type { Element } from 'hast';
import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast';
import type {} from 'mdast-util-math'; // `math` and `inlineMath`, whose value is TeX
import type { Language, LanguageMap, LanguageTag } from './language.ts';
import type { PassedElement } from './passedHtml.ts';
import type {} from './phrasingNodes.ts'; // the nodes of its own that stand in a line
import type { Waiver } from './publication.ts';

/** Where an internal link, a term or a contents entry leads: an id in a document, or the document's beginning. */
export interface Target {
  /** `EditionDocument.id`. */
  readonly document: string;
  readonly id?: string;
}

/** An internal link as the source has it: a file, not yet a document, and not yet known to exist. */
export interface Destination {
  /** Relative to the publication's folder, with `/`: `source/border.md`. */
  readonly path: string;
  readonly id?: string;
  /** The id may be that of a document, or stand in any of them: `[[plan]]`. */
  readonly anywhere?: boolean;
}

export type Block = BlockContent | DefinitionContent;

declare module 'unist' {
  interface Position {
    /** Where the node does not stand in the document's own file: see `Position` of diagnostics. */
    path?: string;
  }
}

declare module 'mdast' {
  interface Data {
    /** Anchor of this element, unique in its document, the same in both languages. Never starts with `#`. */
    id?: string;
    /** The id stands in the source as `{#id}`; not derived. */
    authored?: boolean;
    /** BCP 47 tag, where it differs from that of the edition. */
    lang?: LanguageTag;
    /** Source only, on `link` and `reference`: leads to this file of the publication (`source/border.md`), at this id. */
    destination?: Destination;
    /** Edition only: an internal link that was resolved; `url` is then the source's own text. */
    target?: Target;
    /** Edition only, on blocks of a document's top level: which block of the source they came from, counted from 0. */
    unit?: number;
    /** What a generated element is for, so that emitters can give it a role. */
    role?:
      | 'admonition-title'
      | 'not-yet'
      | 'glossary'
      | 'glossary-equivalent'
      | 'definition'
      | 'index'
      | 'backlinks'
      | 'backlink'
      | 'contents'
      | 'listing'
      | 'section-number'
      | 'noteref';
    /** Of the role `listing`: what is listed. */
    listing?: Figure['kind'];
    /** On `list`, `table`, `code` …: not to be translated, typeset or compared. */
    untranslated?: boolean;
    /** On `list`, ordered: its items have letters or Roman numerals, as the attribute `type` of HTML says. */
    numbering?: 'a' | 'A' | 'i' | 'I';
    /** On `table`: the first cell of each row heads it. */
    rowHeaders?: boolean;
    /** On `table`: how many of its rows, from the first, are its head; 1 unless told. */
    headRows?: number;
    /** On `tableCell` (its children are phrasing or, as `blocksOfCell` says, blocks): how many columns and rows it covers; 1 unless told. The rows below have no cells where it stands. */
    colSpan?: number;
    rowSpan?: number;
    /** On `tableCell` of the body: it heads its row, or what is below it where it takes the whole width. */
    heads?: boolean;
    /** On `link`, and on a `pageReference` in it: leads to the other language's edition. */
    otherLanguage?: Language;
    /** Edition only, on `image`: key of `Edition.assets`. */
    asset?: string;
    /** Edition only, on `image`: its author says that it only decorates. A picture may also lack words without that. */
    decorative?: boolean;
    /** Edition only, on `footnoteReference` and `footnoteDefinition`: its number in the document, from 1. */
    number?: number;
    /** Edition only, on `footnoteReference`: its own anchor is `fnref-<number>` for the first call, `fnref-<number>-<call>` after. */
    call?: number;
    /** On `inlineCode`: keys that a reader presses. Their names differ from language to language. */
    keyboard?: boolean;
    /** On `math` and `inlineMath`: the element `math` of MathML. Absent where the TeX is not valid. */
    mathml?: Element;
    /** Source only, on `heading`: what stands for it at the top of pages, where a language has something shorter. */
    short?: Partial<LanguageMap>;
    /** Edition only, on `heading`: the same, typeset. */
    shortTitle?: string;
    /** Edition only, on `heading` and a document's root: the number of the section, `3.2`, where sections have them. */
    section?: string;
    /** Edition only, on `math`: what the formula says, in words. Absent: its TeX says it. */
    words?: string;
    /** Source only, on `span`: an entry of the index, by these words or by its own. */
    index?: { readonly entry?: string };
    /** Bilingual editions only, on `span`: words of one language in what stands once for both. */
    half?: Language;
    /** On `group` and `span`: raw HTML that passes, which HTML and EPUB have as an element of this name. */
    element?: PassedElement;
    /** Source only, on `root`: comments that waive findings, in their order. */
    waivers?: readonly Waiver[];
  }

  /** Source only: one passage in both languages. Two variants, in authored order (one, after an error or with `only`). */
  interface Pair extends Parent {
    type: 'pair';
    children: Variant[];
  }

  /** Source only: one side of a pair. */
  interface Variant extends Parent {
    type: 'variant';
    language: Language;
    /** For this language alone; it has no other side. */
    only?: boolean;
    /** Fingerprint of the other side when this one was approved. */
    rev?: string;
    children: (BlockContent | DefinitionContent)[];
  }

  /** Source only: `::contents`, `::glossary` …; `assemble` puts what it names in its place. */
  interface Generated extends Node {
    type: 'generated';
    name: 'contents' | 'glossary' | 'index' | 'lexicon' | 'bibliography' | 'figures' | 'tables' | 'equations';
    /** On `index`: the terms of the glossary, where they lead to it, are entries too. */
    terms?: boolean;
  }

  /** Source only, until `read` has put the blocks of that file in its place. */
  interface Include extends Node {
    type: 'include';
    /** As written: relative to the file that includes. */
    src: string;
  }

  /**
   * Something with a caption and a number. Children: at most one `caption` first, then what it captions.
   * In the source, a `figure` of kind `figure` has `src` and `alt`; in an edition they have become an `image` child
   * (inside a paragraph or not: emitters accept both).
   */
  interface Figure extends Parent {
    type: 'figure';
    kind: 'figure' | 'table' | 'math';
    /** Source only. Relative to the document's own file. */
    src?: LanguageMap;
    /** Source only. Both empty: decorative. Of a formula, its words. */
    alt?: LanguageMap;
    /** Edition only: "Table 2" has 2, the same in every edition and format. */
    number?: number;
    children: (Caption | BlockContent | DefinitionContent | PhrasingContent)[];
  }

  /** In the source its children may hold a pair (blocks); in an edition, phrasing only, beginning with a `label`. */
  interface Caption extends Parent {
    type: 'caption';
    children: (PhrasingContent | BlockContent)[];
  }

  /** `:::note` and the alerts of code hosts. In an edition its first child is a paragraph with role `admonition-title`. */
  interface Admonition extends Parent {
    type: 'admonition';
    kind: 'note' | 'tip' | 'important' | 'warning' | 'caution';
    children: (BlockContent | DefinitionContent)[];
  }

  interface Aside extends Parent {
    type: 'aside';
    children: (BlockContent | DefinitionContent)[];
  }

  /** Several blocks that share one anchor (`data.id`) or, in the source too, one element of raw HTML (`data.element`). */
  interface Group extends Parent {
    type: 'group';
    children: (BlockContent | DefinitionContent)[];
  }

  interface DefinitionList extends Parent {
    type: 'definitionList';
    children: (DefinitionTerm | DefinitionDescription)[];
  }

  interface DefinitionTerm extends Parent {
    type: 'definitionTerm';
    children: PhrasingContent[];
  }

  interface DefinitionDescription extends Parent {
    type: 'definitionDescription';
    children: (BlockContent | DefinitionContent)[];
  }

  interface PageBreak extends Node {
    type: 'pageBreak';
  }

  interface RootContentMap {
    pair: Pair;
    variant: Variant;
    generated: Generated;
    include: Include;
    figure: Figure;
    caption: Caption;
    admonition: Admonition;
    aside: Aside;
    group: Group;
    definitionList: DefinitionList;
    definitionTerm: DefinitionTerm;
    definitionDescription: DefinitionDescription;
    pageBreak: PageBreak;
  }

  interface BlockContentMap {
    pair: Pair;
    generated: Generated;
    include: Include;
    figure: Figure;
    admonition: Admonition;
    aside: Aside;
    group: Group;
    definitionList: DefinitionList;
    pageBreak: PageBreak;
  }
}
