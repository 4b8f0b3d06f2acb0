import { parentPort } from 'node:worker_threads';
import { bookMaker, type MakeBook } from './bookOf.ts';
import type { BilingualEdition, Edition } from './model/index.ts';
import { readTemplates } from './read/index.ts';
import type { Made, Order } from './threads.ts';

/** A thread that makes the books of whole editions, one after another. */
const editions = new Map<number, Edition | BilingualEdition>();
const makers = new Map<string, MakeBook>();
const turn = { ended: Promise.resolve() };

parentPort?.on('message', (order: Order) => {
  turn.ended = turn.ended.then(() => make(order)).then((made) => parentPort?.postMessage(made));
});

/** With the publication's templates, whose fonts are loaded once. */
function makerFor(dir: string): MakeBook {
  const maker = makers.get(dir) ?? bookMaker(readTemplates(dir));
  makers.set(dir, maker);
  return maker;
}

async function make({ number, dir, format, id, edition, options }: Order): Promise<Made> {
  if (edition) editions.set(id, edition);
  const known = editions.get(id);
  try {
    if (!known) throw new Error('An edition that was never given');
    return { number, book: await makerFor(dir)(format, known, options) };
  } catch (error) {
    return { number, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
