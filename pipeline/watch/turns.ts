/** Does one piece of work at a time. */
export interface Turns {
  /** Asks for a turn. Asked during a turn, however often, one more follows it: it sees the newest state. */
  ask(): void;
  /** No turn begins any more; resolves when the one under way has ended. */
  close(): Promise<void>;
}

/** @param work - Must not throw. Its signal says that newer work waits, or that there is to be none any more. */
export function turns(work: (signal: AbortSignal) => Promise<void>): Turns {
  let running: Promise<void> | undefined;
  let superseded = new AbortController();
  let asked = false;
  let closed = false;

  async function run(): Promise<void> {
    while (asked && !closed) {
      asked = false;
      superseded = new AbortController();
      await work(superseded.signal);
    }
    running = undefined;
  }

  return {
    ask() {
      asked = true;
      superseded.abort();
      running ??= run();
    },
    async close() {
      closed = true;
      superseded.abort();
      await running;
    },
  };
}
