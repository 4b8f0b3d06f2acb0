import { expect, test } from 'vitest';
import { killWriters } from '../helpers/kills.ts';

test('1,000 kills', async () => {
  const { faults, mended } = await killWriters(1000, 2005);
  console.log(`${mended} of 1,000 kills left something to mend`);
  expect(faults).toEqual([]);
  expect(mended).toBeGreaterThan(0);
});
