import { setTimeout as wait } from 'node:timers/promises';
import { addTo } from '../model/index.ts';

export interface QueueOptions {
  /** Hosts that are asked at the same time. */
  readonly atOnce: number;
  /** Milliseconds between an answer of a host and the next question to it. */
  readonly gap: number;
}

/** Asks for each address: several hosts at the same time, each host one question after the other, with a pause. */
export async function politely<Answer>(
  addresses: readonly string[],
  ask: (address: string) => Promise<Answer>,
  { atOnce, gap }: QueueOptions,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const waiting = byHost(addresses);
  const askHosts = async (): Promise<void> => {
    for (let own = waiting.shift(); own; own = waiting.shift()) {
      for (const [index, address] of own.entries()) {
        if (index > 0) await wait(gap);
        answers.set(address, await ask(address));
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, askHosts));
  return answers;
}

/** The host with most addresses first: it takes longest. */
function byHost(addresses: readonly string[]): string[][] {
  const hosts = new Map<string, string[]>();
  for (const address of addresses) {
    const { host } = new URL(address);
    addTo(hosts, host, address);
  }
  return [...hosts.values()].sort((one, other) => other.length - one.length);
}
