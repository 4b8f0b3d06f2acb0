/**
 * Patterns of Liang's method, ready to be matched.
 *
 * Franklin Mark Liang, “Word Hy-phen-a-tion by Com-put-er”, Stanford University, 1983.
 */
export interface PatternTrie {
  /** Number of a character, from 1, by its code; 0 for one that no pattern holds. */
  readonly letters: Uint8Array;
  /** How many numbers there are. */
  readonly width: number;
  /** `next[node * width + letter - 1]` is the node that the letter leads to; 0 when none. The root is 0. */
  readonly next: Uint16Array;
  /** The values of the pattern that ends at a node: one before each of its characters, one after the last. */
  readonly values: readonly (Uint8Array | undefined)[];
}

/** Reads patterns in TeX's notation (`.ach4`), separated by white space. */
export function patternTrie(text: string): PatternTrie {
  const patterns = text.trim().split(/\s+/);
  const letters = numberLetters(text);
  const width = letters.reduce((most, letter) => Math.max(most, letter), 0);
  const next = new Uint16Array((text.length + 1) * width); // one node for each character at most
  const values: (Uint8Array | undefined)[] = [undefined];
  for (const pattern of patterns) {
    const word = pattern.replace(/\d/g, '');
    let node = 0;
    for (let index = 0; index < word.length; index += 1) {
      const edge = node * width + (letters[word.charCodeAt(index)] ?? 0) - 1;
      if (next[edge] === 0) next[edge] = values.push(undefined) - 1;
      node = next[edge] ?? 0;
    }
    values[node] = valuesOf(pattern, word.length);
  }
  return { letters, width, next: next.slice(0, values.length * width), values };
}

function numberLetters(text: string): Uint8Array {
  const letters = new Uint8Array(0x180); // Latin, with œ
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const counts = code > 0x20 && !(code >= 0x30 && code <= 0x39) && letters[code] === 0;
    if (counts) letters[code] = count += 1;
  }
  return letters;
}

function valuesOf(pattern: string, length: number): Uint8Array {
  const values = new Uint8Array(length + 1);
  let at = 0;
  for (const character of pattern) {
    if (character >= '0' && character <= '9') values[at] = Number(character);
    else at += 1;
  }
  return values;
}

/**
 * Where the patterns divide a word: offsets, ascending, odd values of Liang's method.
 *
 * @param word - Lower case.
 */
export function divide(word: string, trie: PatternTrie): number[] {
  const { letters, width, next, values } = trie;
  const dotted = `.${word}.`;
  const best = new Uint8Array(dotted.length + 1);
  for (let start = 0; start < dotted.length; start += 1) {
    let node = 0;
    for (let index = start; index < dotted.length; index += 1) {
      const letter = letters[dotted.charCodeAt(index)] ?? 0;
      if (letter === 0) break;
      node = next[node * width + letter - 1] ?? 0;
      if (node === 0) break;
      const found = values[node];
      if (found) raise(best, start, found);
    }
  }
  const offsets: number[] = [];
  for (let index = 2; index < dotted.length - 1; index += 1) if ((best[index] ?? 0) % 2 === 1) offsets.push(index - 1);
  return offsets;
}

function raise(best: Uint8Array, start: number, values: Uint8Array): void {
  for (let offset = 0; offset < values.length; offset += 1) {
    const value = values[offset] ?? 0;
    if (value > (best[start + offset] ?? 0)) best[start + offset] = value;
  }
}
