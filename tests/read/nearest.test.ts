import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '../../pipeline/read/nearest.ts';

describe('the name that was meant', () => {
  test.each([
    ['title', 'title', 0],
    ['titel', 'title', 1],
    ['tite', 'title', 1],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
  ])('%s and %s are %i apart', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test.each([
    ['notte', 'note'],
    ['WARNING', 'warning'],
    ['impotrant', 'important'],
    ['zzz', undefined],
    ['x'.repeat(100_000), undefined],
  ])('%s', (name, meant) => {
    expect(nearest(name, ['note', 'tip', 'warning', 'important', 'en', 'fr'])).toBe(meant);
  });
});
