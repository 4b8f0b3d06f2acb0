import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hyphenator } from '../../../pipeline/language/index.ts';

/** The word with a middle dot where it may divide. */
function divided(word: string, tag: string): string {
  const ends = [...hyphenator(tag)(word), word.length];
  return ends.map((end, index) => word.slice(ends[index - 1] ?? 0, end)).join('·');
}

describe('hyphenation', () => {
  it.each([
    ['intelligence', 'in·tel·li·gence'],
    ['transfrontalière', 'trans·fron·ta·lière'],
    ['l’intelligence', 'l’in·tel·li·gence'],
    ["l'intelligence", "l'in·tel·li·gence"],
    ['aujourd’hui', 'au·jour·d’hui'],
    ['d’urgence,', 'd’ur·gence,'],
    ['l’abri', 'l’abri'],
    ['constitutionnellement', 'consti·tu·tion·nel·le·ment'],
    ['arc-en-ciel', 'arc-en-ciel'],
    ['Saint-Barthélemy', 'Saint-Bar·thé·lemy'],
    ['« Équipement »', '« Équi·pe·ment »'],
  ])('divides the French word %s as %s', (word, expected) => {
    expect(divided(word, 'fr-CA')).toBe(expected);
  });

  it.each([
    ['associate', 'as·so·ciate'],
    ['government’s', 'gov·ern·ment’s'],
    ['enforcement', 'en·force·ment'],
    ['“intelligence,”', '“in·tel·li·gence,”'],
    ['cross-jurisdictional', 'cross-ju·ris·dic·tional'],
    ['Declaration', 'Dec·la·ra·tion'],
    ['definitions', 'def·i·ni·tions'],
    ['present', 'present'],
    ['shouldn’t', 'shouldn’t'],
    ['into\u00ADlerable', 'into\u00AD·lerable'],
  ])('divides the English word %s as %s', (word, expected) => {
    expect(divided(word, 'en-CA')).toBe(expected);
  });

  it.each([
    'GRC',
    'IBETs',
    'B2B-transactions',
    'canada.ca',
    'someone@example.ca',
    'https://example.ca',
    'été',
    'a_variable',
  ])('does not divide %s', (word) => {
    expect(hyphenator('fr-CA')(word)).toEqual([]);
    expect(hyphenator('en-CA')(word)).toEqual([]);
  });

  it('leaves two letters before and three after, and no piece without a vowel', () => {
    const letter = fc.constantFrom(..."abcdefghijklmnoprstuvéèçœ’'-");
    const word = fc.array(letter, { maxLength: 20 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, fc.constantFrom('en-CA', 'fr-CA'), (text, tag) => {
        for (const offset of hyphenator(tag)(text)) {
          expect(text.slice(0, offset)).toMatch(/[\p{L}]{2}$/u);
          expect(text.slice(offset)).toMatch(/^\p{L}['’]*\p{L}['’]*\p{L}/u);
          expect(text[offset - 1]).not.toMatch(/['’-]/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('remembers a word: the same answer, the same object', () => {
    expect(hyphenator('en-CA')('remembering')).toBe(hyphenator('en-GB')('remembering'));
  });
});
