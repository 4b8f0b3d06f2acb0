import { expect, test } from 'vitest';
import { cleanPairs } from '../helpers/corpora.ts';
import { generators, tryOut } from '../helpers/mutations.ts';
import { generatorsOfState } from '../helpers/mutations-of-state.ts';

const pairs = cleanPairs(['tests/publications/12factor', 'tests/publications/cloud-guardrails']);

test('there is clean text to break', () => expect(pairs.length).toBeGreaterThan(80));

test.each([...generators, ...generatorsOfState])('$name is found where it is', (generator) => {
  const { tries, missed } = tryOut(generator, pairs, { tries: 25, seed: 20041219 });
  expect(tries).toBe(25);
  expect(missed).toEqual([]);
});
