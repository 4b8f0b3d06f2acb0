import { describe, expect, test } from 'vitest';
import { beginsSentence, capitalised } from '../../pipeline/language/index.ts';

describe('whether a sentence begins', () => {
  test.each([
    '',
    '« ',
    '(',
    'It ends. ',
    'Est-ce fini ? ',
    'C’est « fini. » ',
    'Done.) (',
    'And so on… ',
    'In 2001. ',
    'It was a plan. “',
  ])('after “%s” it does', (before) => expect(beginsSentence(before)).toBe(true));

  test.each([
    'See ',
    'voir la ',
    'p. ex. ',
    'voir éq. ',
    'c.-à-d. ',
    'art. ',
    'cf. ',
    'As J. ',
    'le plan (voir le ',
    'Ensuite : ',
    'one, ',
    'no',
    '3.',
    'e.g. ',
  ])('after “%s” it does not', (before) => expect(beginsSentence(before)).toBe(false));
});

test('a capital keeps the rest as it is', () => {
  expect(['équation 1', 'tableau', 'œuvre', '2', ''].map(capitalised)).toEqual([
    'Équation 1',
    'Tableau',
    'Œuvre',
    '2',
    '',
  ]);
});
