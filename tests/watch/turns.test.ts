import { expect, test } from 'vitest';
import { turns } from '../../pipeline/watch/turns.ts';

test('one at a time; asked often during a turn, one more follows', async () => {
  let inside = 0;
  let most = 0;
  let done = 0;
  const queue = turns(async () => {
    most = Math.max(most, ++inside);
    await new Promise((next) => setTimeout(next, 5));
    inside--;
    done++;
  });
  for (let ask = 0; ask < 20; ask++) queue.ask();
  await new Promise((next) => setTimeout(next, 50));
  expect([most, done]).toEqual([1, 2]);
  queue.ask();
  await queue.close();
  expect(done).toBe(3);
  queue.ask();
  await queue.close();
  expect(done).toBe(3);
});
