import { describe, expect, it } from 'vitest';
import { collator, joinList, slugOf } from '../../pipeline/language/index.ts';

describe('slugs', () => {
  it.each([
    ['L’œuvre d’été : n° 5', 'l-oeuvre-d-ete-n-5'],
    ['Smart Border Declaration', 'smart-border-declaration'],
    ['  ÇA — et là !  ', 'ca-et-la'],
    ['Cross-Border Crime', 'cross-border-crime'],
    ['Été décomposé'.normalize('NFD'), 'ete-decompose'],
    ['日本', ''],
  ])('%s → %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });
});

describe('alphabetical order', () => {
  it('takes accents for letters, and numbers by their value', () => {
    expect(['zone', 'étude', 'Étude', 'etude', 'fait 10', 'fait 9'].sort(collator('fr-CA'))).toEqual([
      'etude',
      'étude',
      'Étude',
      'fait 9',
      'fait 10',
      'zone',
    ]);
  });

  it('is equal only for the same text', () => {
    const compare = collator('en-CA');
    expect(compare('a', 'a')).toBe(0);
    expect(compare('a\u00ADb', 'ab')).not.toBe(0);
  });
});

describe('lists in a sentence', () => {
  it.each([
    [[], '', ''],
    [['a'], 'a', 'a'],
    [['a', 'b'], 'a and b', 'a et b'],
    [['a', 'b', 'c'], 'a, b and c', 'a, b et c'],
  ])('%j', (items, english, french) => {
    expect([joinList(items, 'en-CA'), joinList(items, 'fr-CA')]).toEqual([english, french]);
  });
});
