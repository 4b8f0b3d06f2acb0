import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Watched, watchPublication } from '../helpers/watching.ts';

let watched: Watched;
beforeAll(async () => {
  watched = await watchPublication(5);
}, 120_000);
afterAll(() => watched.close());

test('of three saves that come one after another, the last is shown, each time', async () => {
  for (let burst = 0; burst < 10; burst += 1) expect(await watched.saveThrice(burst, 'write')).toBe('shown');
});

test('likewise of saves by renaming, as editors do it', async () => {
  for (let burst = 0; burst < 10; burst += 1) expect(await watched.saveThrice(burst, 'rename')).toBe('shown');
});
