import { expect, test } from 'vitest';
import { editAndKeep, editAtRandom } from '../helpers/edits.ts';
import { parseAfterEdits } from '../helpers/reparsing.ts';

const edits = Number(process.env.EDITS ?? 500);
const seed = Number(process.env.SEED ?? 100);

test(`${edits} edits`, async () => {
  const { faults, good } = await editAtRandom({ count: edits / 2, seed, draft: false, allEvery: 50 });
  expect(faults).toEqual([]);
  expect(good).toBeGreaterThan(edits / 8);
});

test(`${edits} edits of a draft`, async () => {
  const { faults } = await editAtRandom({ count: edits / 2, seed: seed + 1, draft: true, allEvery: 50 });
  expect(faults).toEqual([]);
});

test(`${edits} edits with what earlier runs left`, async () => {
  for (const draft of [false, true]) {
    const { faults, rested } = await editAndKeep({ count: edits / 2, seed, draft, allEvery: 10, limit: 4_000_000 });
    expect(faults).toEqual([]);
    expect(rested).toBeGreaterThan(edits / 50);
  }
});

test('texts parsed after others', () => {
  expect(parseAfterEdits(edits, seed).faults).toEqual([]);
});
