import type { ServerResponse } from 'node:http';

/** Bytes that wait for a slow browser before it is told no more. */
const patience = 1024 * 1024;

/**
 * Server-sent events for one browser (HTML Standard, 9.2), numbered. A browser that does not take them in time is told
 * nothing until it does: the numbers go on, so that it sees that it missed some, and what waits for it does not grow.
 */
export class Stream {
  readonly #response: ServerResponse;
  #number = 0;
  #missed = false;

  /** @param caughtUp - The browser takes messages again, and missed some. */
  constructor(response: ServerResponse, caughtUp: () => void) {
    this.#response = response;
    response.on('drain', () => {
      if (!this.#missed) return;
      this.#missed = false;
      caughtUp();
    });
  }

  /** @param json - A message. */
  tell(json: string): void {
    this.#number++;
    if (this.#response.writableLength > patience) {
      this.#missed = true;
      return;
    }
    this.#response.write(`id: ${this.#number}\ndata: {"seq":${this.#number},"message":${json}}\n\n`);
  }

  /** So that proxies and browsers do not take silence for an end. */
  keepAlive(): void {
    if (this.#response.writableLength === 0) this.#response.write(':\n\n');
  }
}
