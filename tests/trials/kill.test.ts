import { expect, test } from 'vitest';
import { killBuilds } from '../helpers/build-kills.ts';
import { killWriters } from '../helpers/kills.ts';

test('1,000 kills', async () => {
  const { faults, mended } = await killWriters(1000, 2005);
  console.log(`${mended} of 1,000 kills left something to mend`);
  expect(faults).toEqual([]);
  expect(mended).toBeGreaterThan(0);
});

test('200 killed builds that keep what they make', async () => {
  const { killed, faults } = await killBuilds(200, 2006, 10);
  console.log(`${killed} of 200 builds were killed before they ended`);
  expect(faults).toEqual([]);
  expect(killed).toBeGreaterThan(100);
});
