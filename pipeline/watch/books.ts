import { Worker } from 'node:worker_threads';
import type { BuildResult } from '../build.ts';
import { Failure } from '../model/index.ts';

/** What the thread is asked for. */
export interface Wanted {
  readonly dir: string;
  readonly out: string | undefined;
  readonly draft: boolean | undefined;
  readonly turn: number;
  /** The turn that is wanted now: work for another one ends at the next stage. */
  readonly newest: Int32Array;
}

/** What it gives: nothing where newer work waited. */
export interface Made {
  readonly turn: number;
  readonly result?: BooksResult;
  readonly failure?: { readonly key: string; readonly details: Readonly<Record<string, string | number>> };
  readonly error?: Error;
}

/** Of a build of every format: the books and the entry page. */
type BooksResult = Pick<BuildResult, 'outcome' | 'out' | 'files' | 'diagnostics' | 'sources'>;

/** Makes every format and writes it to the output folder, in a thread of its own: pages never wait for it. */
export interface Books {
  /** Undefined where newer work was asked for before it ended. @throws what the build threw. */
  make(): Promise<BooksResult | undefined>;
  /** What is under way ends early. */
  stop(): void;
  /** Lets what is under way end, so that the output folder is whole. */
  close(): Promise<void>;
}

/** Compiled, wherever this is run from: a thread takes JavaScript. */
const code = new URL(
  import.meta.url.endsWith('.ts') ? '../../.build/bin/books-worker.js' : './books-worker.js',
  import.meta.url,
);

export function booksOf(how: Pick<Wanted, 'dir' | 'out' | 'draft'>): Books {
  const newest = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let worker: Worker | undefined;
  let running: Promise<BooksResult | undefined> = Promise.resolve(undefined);

  async function run(turn: number): Promise<BooksResult | undefined> {
    if (Atomics.load(newest, 0) !== turn) return undefined;
    worker ??= new Worker(code);
    const thread = worker;
    const { result, failure, error } = await new Promise<Made>((made) => {
      const settle = (answer: Made): void => {
        thread.off('message', settle).off('error', fail).off('exit', exit);
        made(answer);
      };
      const fail = (error: Error): void => {
        worker = undefined; // it is gone: the next turn has another
        settle({ turn, error });
      };
      const exit = (): void => fail(new Error('The thread for books has ended'));
      thread.on('message', settle).on('error', fail).on('exit', exit);
      thread.postMessage({ ...how, turn, newest } satisfies Wanted);
    });
    if (Atomics.load(newest, 0) !== turn) return undefined;
    if (failure) throw new Failure(failure.key, failure.details);
    if (error) throw error;
    return result;
  }

  return {
    make() {
      const turn = Atomics.add(newest, 0, 1) + 1;
      const before = running.catch(() => undefined);
      running = before.then(() => run(turn));
      return running;
    },
    stop: () => void Atomics.add(newest, 0, 1),
    async close() {
      Atomics.add(newest, 0, 1);
      await running.catch(() => undefined);
      await worker?.terminate();
    },
  };
}
