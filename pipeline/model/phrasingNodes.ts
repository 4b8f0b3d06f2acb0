/** The nodes that Diptych adds to mdast's phrasing: words in a line, and what stands among them. See `nodes.ts`. */
import type { PhrasingContent } from 'mdast';
import type { Language } from './language.ts';
import type { Target } from './nodes.ts';

declare module 'mdast' {
  /** Source only: `:en[…]:fr[…]`. */
  interface PhrasingPair extends Parent {
    type: 'phrasingPair';
    children: PhrasingVariant[];
  }

  interface PhrasingVariant extends Parent {
    type: 'phrasingVariant';
    language: Language;
    only?: boolean;
    children: PhrasingContent[];
  }

  /** Source only: a neutral value, printed in each edition's notation. */
  interface Value extends Node {
    type: 'value';
    kind: 'num' | 'money' | 'pct' | 'date' | 'time';
    /** Neutral notation: `24350255.72`, `0.125` (a ratio), `2001-12-12`, `13:30`. */
    value: string;
    /** ISO 4217, on money. */
    currency?: string;
  }

  /** Source only: `:ref[#id]{style=…}`, `[[id]]`. */
  interface CrossReference extends Parent {
    type: 'reference';
    url: string;
    style?: 'number' | 'title' | 'page' | 'full';
    /** Leads to this language's edition. */
    edition?: Language;
    /** Written `[[id]]`: looked for in all documents. */
    anywhere?: boolean;
    children: PhrasingContent[];
  }

  /**
   * Edition only: the pages of its targets, in words. Where there are pages, `print` is printed; its children, which
   * may be none, stand in its place where there are none.
   */
  interface PageReference extends Parent {
    type: 'pageReference';
    /** At least one; of several on one page the first counts. */
    targets: readonly Target[];
    /** Typeset: ` on page {page}`. Nothing is printed when no target is in the book. */
    print: string;
    /** In the place of `print` where there are several pages: ` on pages {page}`. */
    several?: string;
    /** Nothing is printed where the target is on this very page. */
    elsewhere?: boolean;
    children: PhrasingContent[];
  }

  /** Edition only: words that number or name what follows ("Figure 1."). */
  interface Label extends Parent {
    type: 'label';
    children: PhrasingContent[];
  }

  /** Words in another language: `data.lang` says which. */
  interface Span extends Parent {
    type: 'span';
    children: PhrasingContent[];
  }

  /** Source only: `:nt[…]`; its children are left as they are. */
  interface Untranslated extends Parent {
    type: 'untranslated';
    children: PhrasingContent[];
  }

  /** A use of a glossary concept. After `plugins` a candidate; in an edition only those that `assemble` links, with `data.target`. */
  interface Term extends Parent {
    type: 'term';
    /** `Concept.id`. */
    concept: string;
    /** Written as `:term[…]{#id}`: linked whatever the policy says. */
    forced?: boolean;
    /** The words are the concept's acronym. */
    abbreviation?: boolean;
    children: PhrasingContent[];
  }

  /** An acronym, with what it stands for in its own language; in the source, only where HTML's `<abbr title>` says so. */
  interface Abbreviation extends Parent {
    type: 'abbreviation';
    expansion: string;
    children: PhrasingContent[];
  }

  interface Superscript extends Parent {
    type: 'superscript';
    children: PhrasingContent[];
  }

  interface Subscript extends Parent {
    type: 'subscript';
    children: PhrasingContent[];
  }

  interface RootContentMap {
    phrasingPair: PhrasingPair;
    phrasingVariant: PhrasingVariant;
    value: Value;
    reference: CrossReference;
    pageReference: PageReference;
    label: Label;
    span: Span;
    untranslated: Untranslated;
    term: Term;
    abbreviation: Abbreviation;
    superscript: Superscript;
    subscript: Subscript;
  }

  interface PhrasingContentMap {
    phrasingPair: PhrasingPair;
    value: Value;
    reference: CrossReference;
    pageReference: PageReference;
    label: Label;
    span: Span;
    untranslated: Untranslated;
    term: Term;
    abbreviation: Abbreviation;
    superscript: Superscript;
    subscript: Subscript;
  }
}
