import { parentPort } from 'node:worker_threads';
import { build } from '../build.ts';
import { newMemory } from '../memory.ts';
import { Failure } from '../model/index.ts';
import type { Made, Wanted } from './books.ts';
import { isOfBooks } from './pending.ts';

/** The thread that makes what takes long. It has a memory of its own, and reads the source by itself. */
const memory = newMemory();

parentPort?.on('message', (wanted: Wanted) => {
  void make(wanted).then((made) => parentPort?.postMessage(made));
});

async function make({ dir, out, draft, turn, newest }: Wanted): Promise<Made> {
  const stale = new AbortController();
  try {
    const result = await build(dir, {
      out,
      draft,
      memory,
      signal: stale.signal,
      run: async (_, stage) => {
        if (Atomics.load(newest, 0) !== turn) stale.abort(new Error('Newer work waits'));
        stale.signal.throwIfAborted();
        return stage(() => {});
      },
    });
    const files = result.files.filter(isOfBooks).map((file) => ({ ...file, bytes: new Uint8Array(file.bytes) }));
    const { outcome, diagnostics, sources } = result;
    return { turn, result: { outcome, out: result.out, files, diagnostics, sources } };
  } catch (error) {
    if (stale.signal.aborted) return { turn };
    if (error instanceof Failure) return { turn, failure: { key: error.key, details: error.details } };
    return { turn, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
