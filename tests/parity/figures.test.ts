import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fenced, findingsIn } from '../helpers/corpora.ts';

/** English, French that says the same, French that says something else. */
const rows = readFileSync('tests/parity/figures.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | ') as [english: string, same: string, other: string]);

const saysOf = (en: string, fr: string) =>
  findingsIn(fenced({ en, fr })).filter(({ rule }) => rule === 'numbers-match' || rule === 'placeholders-match');

describe('figures that two languages write in their own ways', () => {
  test('there are enough of them, and each has a French side that is wrong', () => {
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.filter((row) => row.length !== 3)).toEqual([]);
  });

  test.each(rows)('%s ↔ %s', (english, same) => {
    expect(saysOf(english, same)).toEqual([]);
  });

  test.each(rows.map(([english, , other]) => [english, other] as const))('%s ↮ %s', (english, other) => {
    expect(saysOf(english, other)).toMatchObject([{ rule: 'numbers-match', severity: 'error' }]);
  });
});
