import { setTimeout as wait } from 'node:timers/promises';
import { addTo } from '../model/index.ts';

export interface QueueOptions {
  /** Hosts that are asked at the same time. */
  readonly atOnce: number;
  /** Milliseconds between an answer of a host and the next question to it. */
  readonly gap: number;
}

/** Puts one question when its host's turn has come: no two at the same time, and a pause between them. */
export type InTurn = <Answer>(address: string, question: () => Promise<Answer>) => Promise<Answer>;

/** Asks for each address: several hosts at the same time, each question of `ask` in its host's turn, wherever it leads. */
export async function politely<Answer>(
  addresses: readonly string[],
  ask: (address: string, inTurn: InTurn) => Promise<Answer>,
  { atOnce, gap }: QueueOptions,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const waiting = byHost(addresses);
  const inTurn = turns(gap);
  const askHosts = async (): Promise<void> => {
    for (let own = waiting.shift(); own; own = waiting.shift()) {
      for (const address of own) answers.set(address, await ask(address, inTurn));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, askHosts));
  return answers;
}

/** What a host was asked last counts, whoever asked: an address may lead to a host that is being asked already. */
function turns(gap: number): InTurn {
  const free = new Map<string, Promise<unknown>>();
  return (address, question) => {
    const { host } = new URL(address);
    const before = free.get(host);
    const answer = before ? before.then(() => question()) : question();
    free.set(
      host,
      answer.then(
        () => wait(gap),
        () => wait(gap),
      ),
    );
    return answer;
  };
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
