import english from 'hyphen/patterns/en-us.js';
import french from 'hyphen/patterns/fr.js';
import { expect, it } from 'vitest';
import { englishPatterns } from '../../../pipeline/language/hyphenation/patterns-en.ts';
import { frenchPatterns } from '../../../pipeline/language/hyphenation/patterns-fr.ts';

type Branch = (typeof english)[1];

/** The package's trie as patterns in TeX's notation. A dot at the beginning has no value before it. */
function unpack([values, trie]: typeof english): string[] {
  const walk = (branch: Branch, letters: string): string[] => {
    const [below, row] = Array.isArray(branch)
      ? branch
      : typeof branch === 'number'
        ? [{}, branch]
        : [branch, undefined];
    const own = row === undefined ? [] : [written(letters, values[row] ?? [])];
    return [...own, ...Object.entries(below).flatMap(([letter, next]) => walk(next, letters + letter))];
  };
  return walk(trie, '');
}

function written(letters: string, values: readonly number[]): string {
  const dot = letters.startsWith('.') ? '.' : '';
  const rest = letters.slice(dot.length);
  return dot + [...rest, ''].map((letter, index) => (values[index] || '') + letter).join('');
}

it.each([
  ['English', englishPatterns, english, 4938],
  ['French', frenchPatterns, french, 1145],
] as const)('the %s patterns are those of the package', (_, text, packed, count) => {
  const ours = text.trim().split(/\s+/);
  expect(ours).toHaveLength(count);
  expect(ours.toSorted()).toEqual(unpack(packed).toSorted());
});
