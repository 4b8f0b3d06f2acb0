import { expect, test } from 'vitest';
import { editAtRandom } from '../helpers/edits.ts';

test.each([
  { name: 'as it is published', seed: 1, draft: false },
  { name: 'as a draft', seed: 2, draft: true },
])('what is built with a memory is what is built afresh, $name', async ({ seed, draft }) => {
  const { faults, good } = await editAtRandom({ count: 20, seed, draft, allEvery: 10 });
  expect(faults).toEqual([]);
  expect(good).toBeGreaterThan(8);
});
