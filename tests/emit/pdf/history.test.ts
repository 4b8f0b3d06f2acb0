import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { History, type Taken } from '../../../pipeline/emit/pdf/fonts/index.ts';
import { shippedFonts } from './paged.ts';

const shaper = (await shippedFonts())('serif').own;
const letter = (text: string): Taken => ({ shaper, glyph: { id: 7, text, advance: 500 } });

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What nobody has is gone then. */
async function tidied(): Promise<void> {
  await turn();
  collect();
}

test('the same, taken up in the same order, is one history for as long as a page has it', async () => {
  const root = new History();
  const held = root.after({ shaper }).after(letter('a')).after(letter('b'));
  await tidied();
  expect(root.after({ shaper }).after(letter('a')).after(letter('b'))).toBe(held);
  expect(root.after({ shaper }).after(letter('b')).after(letter('a'))).not.toBe(held);
});

test('histories with which no page begins any more are let go: watch mode makes some with every save', async () => {
  const root = new History();
  const last = new WeakRef(root.after({ shaper }).after(letter('a')));
  await tidied();
  expect(last.deref()).toBeUndefined();
});
