/** Does one piece of work at a time. */
export interface Turns {
  /** Asks for a turn. Asked during a turn, however often, one more follows it: it sees the newest state. */
  ask(): void;
  /** No turn begins any more; resolves when the one under way has ended. */
  close(): Promise<void>;
}

/** @param work - Must not throw. */
export function turns(work: () => Promise<void>): Turns {
  let running: Promise<void> | undefined;
  let asked = false;
  let closed = false;

  async function run(): Promise<void> {
    while (asked && !closed) {
      asked = false;
      await work();
    }
    running = undefined;
  }

  return {
    ask() {
      asked = true;
      running ??= run();
    },
    async close() {
      closed = true;
      await running;
    },
  };
}
