import { addTo, type Concept, type Language } from '../../model/index.ts';
import { type Entry, entriesOf, type Slot } from './entries.ts';
import { type TermToken, termTokens, uniform } from './tokens.ts';
import { isVerbAt } from './verbs.ts';

/** A use of a concept in a text. Offsets into that text, end exclusive. */
export interface TermMatch {
  /** `Concept.id`. */
  readonly concept: string;
  readonly start: number;
  readonly end: number;
  /** The words are the concept's acronym. */
  readonly abbreviation: boolean;
  /** What the glossary calls it: its term, its acronym, or another approved form, uninflected. */
  readonly form: string;
  /** Further concepts that the same words name. */
  readonly others: readonly string[];
}

export interface TermMatcher {
  /** @param tokens - The text's, where they are known. */
  find(text: string, tokens?: readonly TermToken[]): readonly TermMatch[];
}

/** A node of the trie: edges are numbers of sets of forms, so that inflection multiplies no branches. */
interface Node {
  readonly edges: Map<number, Node>;
  readonly entries: Entry[];
}

interface Trie {
  readonly root: Node;
  /** By folded form, the sets that hold it. */
  readonly sets: ReadonlyMap<string, readonly number[]>;
  readonly language: Language;
}

/**
 * Finds the terms of a glossary in running text: the longest at the leftmost place, words whole, never across
 * punctuation that the term itself does not hold. Straight and curly apostrophes are one, and so are all spaces.
 *
 * Case does not count, but for four: tokens in capitals match as they are (`GRC`, not `grc`); so does every word of a
 * concept that is `caseSensitive`, save that a lower-case one may begin a sentence; a name of one word (`Act`) keeps its
 * capital. A name of several words is found in lower case as well ("smart border declaration"): it is the same concept.
 * A lower-case word that is plainly a verb where it stands is no term.
 */
export function termMatcher(concepts: readonly Concept[], language: Language): TermMatcher {
  const trie = { ...trieOf(concepts.flatMap((concept) => entriesOf(concept, language))), language };
  return { find: (text, tokens = termTokens(text, language)) => findTerms(text, tokens, trie) };
}

function trieOf(entries: readonly Entry[]): Omit<Trie, 'language'> {
  const root: Node = { edges: new Map(), entries: [] };
  const sets = new Map<string, number[]>();
  const numbers = new Map<string, number>();
  const numberOf = (slot: Slot): number => {
    const key = [...new Set(slot.forms)].sort().join(' ');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(key, number);
    for (const form of new Set(slot.forms)) addTo(sets, form, number);
    return number;
  };
  for (const entry of entries) {
    let node = root;
    for (const slot of entry.slots) {
      const number = numberOf(slot);
      const next = node.edges.get(number) ?? { edges: new Map(), entries: [] };
      node.edges.set(number, next);
      node = next;
    }
    node.entries.push(entry);
  }
  return { root, sets };
}

function findTerms(text: string, tokens: readonly TermToken[], trie: Trie): TermMatch[] {
  const matches: TermMatch[] = [];
  let index = 0;
  while (index < tokens.length) {
    const found = longestAt(text, tokens, { index, trie });
    if (found) matches.push(found.match);
    index = found ? found.next : index + 1;
  }
  return matches;
}

/** The longest term that begins with token `index`, and the token after it. */
function longestAt(text: string, tokens: readonly TermToken[], { index, trie }: { index: number; trie: Trie }) {
  let nodes: readonly Node[] = [trie.root];
  let best: { match: TermMatch; next: number } | undefined;
  for (let at = index; at < tokens.length && nodes.length > 0; at += 1) {
    const numbers = trie.sets.get(tokens[at]?.folded ?? '');
    if (!numbers) break;
    nodes = nodes.flatMap((node) => numbers.flatMap((number) => node.edges.get(number) ?? []));
    const used = tokens.slice(index, at + 1);
    const [entry, ...more] = nodes.flatMap((node) => node.entries).filter((candidate) => fits(candidate, used, text));
    const [first, last] = [used[0], used.at(-1)];
    if (!entry || !first || !last) continue;
    if (first === last && /^\p{Ll}/u.test(first.text) && isVerbAt(text, first, trie.language)) continue;
    const { concept, abbreviation, form } = entry;
    const others = [...new Set(more.map((each) => each.concept))].filter((each) => each !== concept);
    best = { match: { concept, start: first.start, end: last.end, abbreviation, form, others }, next: at + 1 };
  }
  return best;
}

/** Whether the case of the tokens is what the entry asks for. */
function fits({ slots }: Entry, tokens: readonly TermToken[], text: string): boolean {
  return slots.every((slot, index) => {
    const token = tokens[index];
    if (!token) return false;
    if (slot.capital && !/^\p{Lu}/u.test(token.text)) return false;
    if (!slot.exact) return true;
    const written = uniform(token.text);
    if (slot.exact.has(written)) return true;
    const lowered = written.charAt(0).toLowerCase() + written.slice(1);
    return index === 0 && slot.exact.has(lowered) && beginsSentence(text, token.start);
  });
}

/** Whether a sentence begins at the offset: nothing, or a full stop and the like, stands before. */
function beginsSentence(text: string, offset: number): boolean {
  return /(?:^|[.!?…])["'«“‘(\s]*$/u.test(text.slice(Math.max(0, offset - 8), offset));
}
