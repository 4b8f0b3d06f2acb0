import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsOfCorpus } from '../helpers/corpus-faults.ts';
import { buildable, imported, lostWords } from '../helpers/importing.ts';
import { beginningsIn } from '../helpers/level.ts';
import { faultsOfTypesetting, passagesBelow } from '../helpers/typesetting.ts';

const folder = process.env.DIPTYCH_CORPORA;
const sets = folder ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'pairs.json'))) : [];

describe('every set under DIPTYCH_CORPORA', () => {
  test('there are sets', (context) => {
    if (folder === undefined) {
      console.warn('skipped: DIPTYCH_CORPORA names no folder of corpora');
      if (process.env.CI) throw new Error('DIPTYCH_CORPORA is not set');
      return context.skip();
    }
    expect(sets.length).toBeGreaterThan(0);
  });

  for (const name of sets) {
    test.each([true, false])(`${name}, with its map: %s`, async (withMap) => {
      const { faults, passages, diagnostics } = await faultsOfCorpus(join(folder ?? '', name), { withMap, pdf: true });
      const counts = new Map<string, number>();
      for (const { severity, rule } of diagnostics) {
        counts.set(`${severity} ${rule}`, (counts.get(`${severity} ${rule}`) ?? 0) + 1);
      }
      console.info(name, passages, 'passages', Object.fromEntries([...counts].sort()));
      expect(faults).toEqual([]);
    });
  }
});

describe('every set under DIPTYCH_CORPORA, in columns', () => {
  for (const name of sets) {
    test(`${name}: both halves of every pair begin on one page, their first baselines level`, async () => {
      const { pairs, uneven } = await beginningsIn(join(folder ?? '', name));
      console.info(name, pairs, 'pairs');
      expect(uneven).toEqual([]);
    });
  }
});

describe('every set under DIPTYCH_CORPORA, imported', () => {
  for (const name of folder ? readdirSync(folder).filter((each) => existsSync(join(folder, each, 'SOURCE.txt'))) : []) {
    test(name, async () => {
      const made = await imported(join(folder ?? '', name));
      console.info(name, made.out.split('\n').slice(-9).join('\n'));
      expect(lostWords(join(folder ?? '', name), made)).toEqual([]);
      expect(await buildable(made.dir)).toBe('done');
    });
  }
});

test.each(['fr-CA', 'fr-FR', 'en-CA'])('%s: all text under DIPTYCH_CORPORA is set once and for all', (tag) => {
  if (folder === undefined) return;
  const { faults, held } = faultsOfTypesetting(passagesBelow(folder), tag);
  console.info(tag, held);
  expect(faults).toEqual([]);
});
