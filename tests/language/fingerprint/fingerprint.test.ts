import { describe, expect, test } from 'vitest';
import { changeSince, fingerprint, type Passage } from '../../../pipeline/language/index.ts';
import type { Language } from '../../../pipeline/model/index.ts';

const passage = (source: string, language: Language = 'en'): Passage => ({
  language,
  source,
  words: source,
  links: [...source.matchAll(/\]\((.*?)\)/g)].map(([, url = '']) => url),
  values: [],
});

/** What came when one text became another. */
const change = (before: string, after: string, language: Language = 'en') =>
  changeSince(fingerprint(passage(before, language)), passage(after, language));

test('a fingerprint is W-L-F, of SHA-256', () => {
  expect(fingerprint(passage('The plan.'))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}$/);
  // printf 'The plan.' | sha256sum; printf 'Theplan' | sha256sum
  expect(fingerprint(passage(' The\n  plan. ')).slice(0, 13)).toBe('8fe5cea3-347e');
});

describe('nothing has come', () => {
  test.each([
    ['lines broken elsewhere', 'One long paragraph\nof two lines.', 'One long\nparagraph of two lines.'],
    ['other line ends', 'One\nline.', 'One\r\nline.'],
    ['no-break spaces', 'It costs 10 $ at 9 h 30.', 'It costs 10\u00a0$ at 9\u202fh\u00a030.'],
    ['composed letters', 'Que\u0301bec', 'Québec'],
    ['a waiver beside it', 'One line.', '<!-- diptych-ignore numbers-match "why" -->\nOne line.'],
  ])('%s', (_, before, after) => {
    expect(change(before, after)).toBeUndefined();
  });
});

describe('signs alone', () => {
  test.each<[string, string, string, Language?]>([
    ['an elision set right', 'On nest pas là.', 'On n’est pas là.', 'fr'],
    ['curly apostrophes', "Canada's plan", 'Canada’s plan'],
    ['a comma', 'Red, white and blue', 'Red, white, and blue'],
    ['emphasis', 'The plan', 'The *plan*'],
    ['a dash', 'The plan - as it is', 'The plan – as it is'],
  ])('%s', (_, before, after, language) => {
    expect(change(before, after, language)).toBe('signs');
  });
});

describe('words', () => {
  test.each<[string, string, string, Language?]>([
    ['a typing mistake', 'The govenment agreed in 2001.', 'The government agreed in 2001.'],
    ['another word', 'The big plan of 2001', 'The large plan of 2001'],
    ['an article more', 'A plan', 'One plan'],
    ['sentences in another order', 'We met in 2001. We agreed in 2002.', 'We agreed in 2002. We met in 2001.'],
    ['a date written otherwise', 'On December 12, 2001, it began.', 'On 12 December 2001, it began.'],
    ['a short form written out', 'It doesn’t work.', 'It does not work.'],
  ])('%s', (_, before, after, language) => {
    expect(change(before, after, language)).toBe('words');
  });
});

describe('facts', () => {
  test.each<[string, string, string, Language?]>([
    ['a figure', 'In 2001, 8 items', 'In 2001, 9 items'],
    ['a number word', 'It has three parts', 'It has four parts'],
    ['an amount', 'US$4.8 billion', 'US$4.9 billion'],
    ['a scale', '4,8 millions', '4,8 milliards', 'fr'],
    ['a negation', 'It applies to you.', 'It does not apply to you.'],
    ['a negation in French', 'Cela s’applique.', 'Cela ne s’applique plus.', 'fr'],
    ['a negation gone', 'Sans frais', 'Avec frais', 'fr'],
    ['where a link leads', 'See [it](a.md).', 'See [it](b.md).'],
  ])('%s', (_, before, after, language) => {
    expect(change(before, after, language)).toBe('facts');
  });
});

test.each(['', 'yes', '3fa9c1d2', '3fa9c1d2-9b1c', '3fa9c1d2-9b1c-77e', 'xfa9c1d2-9b1c-77e0'])(
  '“%s” is no fingerprint',
  (rev) => {
    expect(changeSince(rev, passage('The plan.'))).toBe('unreadable');
  },
);
