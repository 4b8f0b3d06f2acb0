import { expect, test } from 'vitest';
import { cleanPairs, pairedFolders } from '../helpers/corpora.ts';
import { generators, tryOut } from '../helpers/mutations.ts';
import { generatorsOfState } from '../helpers/mutations-of-state.ts';

/** A folder with more paired sets, beside those that the repository has. */
const more = process.env.DIPTYCH_CORPORA;
const folders = [...pairedFolders('tests/publications'), ...(more ? pairedFolders(more) : [])];
const pairs = cleanPairs(folders);

test.each([...generators, ...generatorsOfState])('$name is found 99 times in 100', (generator) => {
  const { tries, missed } = tryOut(generator, pairs, { tries: 500, seed: 19970912 });
  console.log(`${generator.name}: ${tries - missed.length} of ${tries}, over ${pairs.length} pairs`);
  if (missed.length > 0) console.log(missed[0]);
  expect(tries).toBe(500);
  expect(missed.length / tries).toBeLessThanOrEqual(0.01);
});
