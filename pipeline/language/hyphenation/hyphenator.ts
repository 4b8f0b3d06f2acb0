import type { Language, LanguageTag } from '../../model/index.ts';
import { languageOf } from '../tags.ts';
import { furtherEnglishExceptions } from './exceptions-en.ts';
import { englishExceptions, englishPatterns } from './patterns-en.ts';
import { frenchPatterns } from './patterns-fr.ts';
import { divide, type PatternTrie, patternTrie } from './trie.ts';

/** Letters that must stand before a hyphen, and after it (TeX's own for English, babel's for French). */
const leftMinimum = 2;
const rightMinimum = 3;

/** A part of a compound that has fewer letters is not divided: its own hyphen is near enough. */
const compoundMinimum = 8;

interface Dictionary {
  readonly trie: PatternTrie;
  /** Words that the patterns get wrong. */
  readonly exceptions: ReadonlyMap<string, readonly number[]>;
}

type Hyphenate = (word: string) => readonly number[];

const nowhere: readonly number[] = [];
const hyphenators = new Map<Language, Hyphenate>();

/**
 * Where words of a language divide: offsets into the word at which a hyphen may be put, ascending.
 *
 * A word comes with its punctuation or without. Words with digits, addresses and acronyms are not divided; nor is the
 * place beside a hyphen or an apostrophe. Patterns are read when the first word is asked for; answers are remembered.
 */
export function hyphenator(tag: LanguageTag): Hyphenate {
  const language = languageOf(tag);
  const made = hyphenators.get(language) ?? makeHyphenator(language);
  hyphenators.set(language, made);
  return made;
}

function makeHyphenator(language: Language): Hyphenate {
  const remembered = new Map<string, readonly number[]>();
  const read: Dictionary[] = [];
  const dictionary = (): Dictionary => {
    read[0] ??= dictionaryOf(language);
    return read[0];
  };
  return (word) => {
    let offsets = remembered.get(word);
    if (offsets === undefined) {
      offsets = isDivisible(word) ? divideWord(word, language, dictionary) : nowhere;
      remembered.set(word, offsets);
    }
    return offsets;
  };
}

function dictionaryOf(language: Language): Dictionary {
  if (language === 'fr') return { trie: patternTrie(frenchPatterns), exceptions: new Map() };
  const further = furtherEnglishExceptions.split(' ').flatMap((divided) => [divided, `${divided}s`]);
  const exceptions = [...englishExceptions.split(' '), ...further].map(exceptionOf);
  return { trie: patternTrie(englishPatterns), exceptions: new Map(exceptions) };
}

/** `ta-ble` → the word and its offsets. */
function exceptionOf(divided: string): [word: string, offsets: number[]] {
  const pieces = divided.split('-');
  const ends = pieces.map((_, index) => pieces.slice(0, index + 1).join('').length);
  return [pieces.join(''), ends.slice(0, -1)];
}

/** Digits, signs of addresses, and two capitals in a row say that it is not an ordinary word. */
function isDivisible(word: string): boolean {
  return (
    word.length > leftMinimum + rightMinimum - 1 &&
    !/[\p{N}@/\\_:=&#]|[\p{L}]\.[\p{L}]|\p{Lu}['’]?\p{Lu}/u.test(word) &&
    word === word.normalize('NFC')
  );
}

const vowel = /[aeiouyàâäéèêëîïôöùûüÿœæ]/;

const parts = /[\p{L}\p{M}'’]+/gu;

function divideWord(word: string, language: Language, dictionary: () => Dictionary): readonly number[] {
  if (word.includes('\u00AD')) return authored(word);
  const compound = /\p{L}[-‐‑]\p{L}/u.test(word);
  const offsets: number[] = [];
  for (const match of word.matchAll(parts)) {
    const part = match[0];
    if (compound && part.length < compoundMinimum) continue;
    for (const offset of dividePart(part, language, dictionary)) offsets.push(match.index + offset);
  }
  return offsets.length > 0 ? offsets : nowhere;
}

/** Soft hyphens say where; the offset is that behind each. */
function authored(word: string): readonly number[] {
  return [...word.matchAll(/\u00AD(?=.)/gu)].map((match) => match.index + 1);
}

/** Divides a stretch of letters and apostrophes. */
function dividePart(part: string, language: Language, dictionary: () => Dictionary): readonly number[] {
  const lower = part.toLowerCase().replaceAll('’', "'");
  if (lower.length !== part.length) return nowhere;
  const start = /^'*/.exec(lower)?.[0].length ?? 0;
  const tail = language === 'en' ? /(?<=\p{L})(?:n't|'\p{L}*)?'*$/u : /'*$/u; // `government's` divides as `government`
  const end = tail.exec(lower)?.index ?? lower.length;
  const word = lower.slice(start, end);
  const { trie, exceptions } = dictionary();
  return (exceptions.get(word) ?? sounded(word, divide(word, trie)))
    .filter((at) => leavesEnough(word, at))
    .map((at) => at + start);
}

/** Leaves out the places beside a piece that has no vowel: no syllable is made of consonants, whatever patterns say. */
function sounded(word: string, offsets: readonly number[]): readonly number[] {
  const mute = offsets.map((offset, index) => !vowel.test(word.slice(offsets[index - 1] ?? 0, offset)));
  mute.push(!vowel.test(word.slice(offsets.at(-1) ?? 0)));
  return offsets.filter((_, index) => !mute[index] && !mute[index + 1]);
}

/** Whether enough letters stand on both sides, the elided article not counted: `l’in-` but not `l’a-`. */
function leavesEnough(word: string, at: number): boolean {
  const before = word.slice(word.lastIndexOf("'", at - 1) + 1, at);
  const after = word.slice(at).replaceAll("'", '');
  return before.length >= leftMinimum && after.length >= rightMinimum;
}
