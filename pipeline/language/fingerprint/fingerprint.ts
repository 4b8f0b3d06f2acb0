import { sha256 } from '@noble/hashes/sha2.js';
import type { Change, Language } from '../../model/index.ts';
import { factsIn } from '../facts/index.ts';
import { negationsIn } from './negations.ts';

/** One side of a unit, as far as it matters whether it has changed. */
export interface Passage {
  readonly language: Language;
  /** As written. */
  readonly source: string;
  /** Its words alone, a line for each block. */
  readonly words: string;
  /** Where its links lead, and its pictures. */
  readonly links: readonly string[];
  /** Its neutral values: `money 7700000000 CAD`. */
  readonly values: readonly string[];
}

/**
 * What a passage was when somebody held the other side against it, so that one can tell later what kind of change came:
 * `W-L-F`, the first 8, 4 and 4 hexadecimal digits of the SHA-256 of its source with white space evened out, of its
 * letters and digits alone, and of its facts (figures, links, negations).
 */
export function fingerprint(passage: Passage): string {
  return `${wholeOf(passage)}-${lettersOf(passage)}-${factsOf(passage)}`;
}

/**
 * What has come since a fingerprint was taken; undefined when nothing has.
 *
 * `signs`: letters and digits are the same. `facts`: figures, links or negations differ. `unreadable`: what was written
 * is no fingerprint.
 */
export function changeSince(taken: string, passage: Passage): Change | undefined {
  const [, whole, letters, facts] = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})$/.exec(taken.toLowerCase()) ?? [];
  if (whole === undefined) return 'unreadable';
  if (whole === wholeOf(passage)) return undefined;
  if (letters === lettersOf(passage) && facts === factsOf(passage)) return 'signs';
  return facts === factsOf(passage) ? 'words' : 'facts';
}

/** A waiver is no part of what is said. */
const waiver = /<!--\s*diptych-ignore\b[\s\S]*?-->/g;

/** In NFC, every run of white space (no-break spaces too) as one space. */
function evened(source: string): string {
  return source.replace(waiver, ' ').normalize('NFC').replace(/\s+/g, ' ').trim();
}

function wholeOf({ source }: Passage): string {
  return hash(evened(source), 8);
}

function lettersOf({ source }: Passage): string {
  return hash(evened(source).replace(/[^\p{L}\p{N}]/gu, ''), 4);
}

/** As a multiset: whoever puts one sentence before another changes no fact. The word "one" is mostly an article. */
function factsOf({ words, language, links, values }: Passage): string {
  const facts = factsIn(words, language)
    .filter(({ word, value }) => !(word && value === '1'))
    .map(({ kind, value, currency }) => `${kind} ${value} ${currency ?? ''}`);
  const stated = [...facts, ...values, ...links.map((link) => `link ${link}`)].sort();
  return hash([...stated, `negations ${negationsIn(words, language)}`].join('\n'), 4);
}

function hash(text: string, digits: number): string {
  const bytes = sha256(new TextEncoder().encode(text)).subarray(0, digits / 2);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
