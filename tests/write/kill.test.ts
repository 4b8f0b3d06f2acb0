import { expect, test } from 'vitest';
import { killWriters } from '../helpers/kills.ts';

test('killed at any moment, the next command leaves a whole old or a whole new folder', async () => {
  const { faults, mended } = await killWriters(15, 7);
  expect(faults).toEqual([]);
  expect(mended).toBeGreaterThan(0);
});
