/** What we know of French and English: pure functions on strings. */
import type { Concept, Language, LanguageTag } from '../model/index.ts';

/** One piece of a block's text. */
export interface Run {
  readonly text: string;
  /** Context only: code, an address, words in another language. Comes back unchanged. */
  readonly frozen?: boolean;
}

export interface NeutralValue {
  readonly kind: 'num' | 'money' | 'pct' | 'date' | 'time';
  readonly value: string;
  readonly currency?: string;
}

export interface TermMatch {
  /** `Concept.id`. */
  readonly concept: string;
  readonly start: number;
  readonly end: number;
  /** The words are the concept's acronym. */
  readonly abbreviation: boolean;
}

export interface TermMatcher {
  find(text: string): readonly TermMatch[];
}

/** A piece of text to be set as a superscript: `er` of `1er`. Offsets into the text, end exclusive. */
export interface OrdinalRange {
  readonly start: number;
  readonly end: number;
}

export function typeset(_text: string, _tag: LanguageTag): string {
  throw new Error('not yet');
}
export function typesetRuns(_runs: readonly Run[], _tag: LanguageTag): string[] {
  throw new Error('not yet');
}
export function formatValue(_value: NeutralValue, _tag: LanguageTag): string | undefined {
  throw new Error('not yet');
}
export function formatDate(_iso: string, _tag: LanguageTag): string {
  throw new Error('not yet');
}
export function hyphenator(_tag: LanguageTag): (word: string) => readonly number[] {
  throw new Error('not yet');
}
export function slugOf(_text: string): string {
  throw new Error('not yet');
}
export function termMatcher(_concepts: readonly Concept[], _language: Language): TermMatcher {
  throw new Error('not yet');
}
export function collator(_tag: LanguageTag): (a: string, b: string) => number {
  throw new Error('not yet');
}
/** Where ordinal endings stand in typeset text. */
export function ordinals(_text: string, _tag: LanguageTag): readonly OrdinalRange[] {
  throw new Error('not yet');
}
/** `a, b and c` / `a, b et c`. */
export function joinList(_items: readonly string[], _tag: LanguageTag): string {
  throw new Error('not yet');
}
