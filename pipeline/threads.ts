import { Worker } from 'node:worker_threads';
import type { BookFormat, MakeBook } from './bookOf.ts';
import type { BilingualEdition, Edition, EmitOptions, OutputFile, Staged } from './model/index.ts';

/** What a thread is asked for. */
export interface Order {
  readonly number: number;
  /** The publication's folder, whose templates it reads. */
  readonly dir: string;
  readonly format: BookFormat;
  /** Of the edition, in this run. */
  readonly id: number;
  /** When it is asked for the first time; the thread keeps it for the other format. */
  readonly edition?: Edition | BilingualEdition;
  readonly options: EmitOptions;
}

/** What it gives. */
export interface Made {
  readonly number: number;
  readonly book?: Staged<readonly OutputFile[]>;
  readonly error?: Error;
}

export interface Threads {
  /** In one of the threads: the same one for all books of an edition, whose pages are laid out once. */
  readonly make: MakeBook;
  /** What is under way ends at once. */
  close(): Promise<void>;
}

/** Compiled, wherever this is run from: a thread takes JavaScript. */
const code = new URL(
  import.meta.url.endsWith('.ts') ? '../.build/bin/edition-worker.js' : './edition-worker.js',
  import.meta.url,
);

/** A thread, and what it has been given. */
interface Thread {
  readonly worker: Worker;
  /** Editions; one in both languages is two. */
  load: number;
}

/** @param count - Threads, begun when they are first needed. */
export function openThreads(count: number, dir: string): Threads {
  const threads: Thread[] = [];
  const places = new Map<Edition | BilingualEdition, { readonly id: number; readonly thread: Thread }>();
  const waiting = new Map<number, { resolve(book: Staged<readonly OutputFile[]>): void; reject(error: Error): void }>();
  let asked = 0;

  function begin(): Thread {
    const thread = { worker: new Worker(code), load: 0 };
    thread.worker.on('message', ({ number, book, error }: Made) => {
      const asker = waiting.get(number);
      waiting.delete(number);
      if (book) asker?.resolve(book);
      else asker?.reject(error ?? new Error('A thread made nothing'));
    });
    const fail = (error: Error): void => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    thread.worker.on('error', fail).on('exit', () => fail(new Error('A thread for books has ended')));
    threads.push(thread);
    return thread;
  }

  function least(): Thread {
    const free = threads.toSorted((one, other) => one.load - other.load)[0];
    return free && (free.load === 0 || threads.length >= count) ? free : begin();
  }

  return {
    make(format, edition, { instant, generator, formats, pdfStandard }) {
      const known = places.get(edition);
      const place = known ?? { id: places.size, thread: least() };
      if (!known) place.thread.load += 'sides' in edition ? 2 : 1;
      places.set(edition, place);
      const number = asked++;
      const options = { instant, generator, ...(formats && { formats }), ...(pdfStandard && { pdfStandard }) };
      const order: Order = { number, dir, format, id: place.id, options, ...(!known && { edition }) };
      return new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        place.thread.worker.postMessage(order);
      });
    },
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
