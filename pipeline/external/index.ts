/** Addresses elsewhere: whether they still answer. Only `diptych check --external` asks; no build does. */
import { type Diagnostic, diagnose, type Publication, type Severity } from '../model/index.ts';
import { addressesIn, type Place } from './addresses.ts';
import { type Answer, type AskOptions, ask } from './ask.ts';
import { recall } from './cache.ts';
import { politely, type QueueOptions } from './queue.ts';

export interface ExternalOptions extends Partial<AskOptions>, Partial<QueueOptions> {
  /** File that remembers what answered well, for a day; nothing is remembered unless told. */
  readonly cache?: string | undefined;
  /** Told before anything is asked. */
  readonly onBegin?: ((count: number) => void) | undefined;
}

const patience = { timeout: 15_000, atOnce: 8, gap: 500 } as const;

/** Asks every address outside the publication that a document links to, and says which do not answer, at each place. */
export async function checkExternal(publication: Publication, options: ExternalOptions = {}): Promise<Diagnostic[]> {
  const { timeout = patience.timeout, atOnce = patience.atOnce, gap = patience.gap, agent = 'Diptych' } = options;
  const addresses = addressesIn(publication);
  const memory = await recall(options.cache);
  const unknown = [...addresses.keys()].filter((address) => !memory.isFine(address));
  options.onBegin?.(unknown.length);
  const answers = await politely(unknown, (address, inTurn) => ask(address, { timeout, agent }, inTurn), {
    atOnce,
    gap,
  });
  for (const [address, answer] of answers) if (answer.kind === 'fine') memory.keep(address);
  await memory.close();
  return [...addresses].flatMap(([address, places]) => {
    const answer = answers.get(address);
    return answer && answer.kind !== 'fine' ? places.map((place) => findingOf(address, answer, place)) : [];
  });
}

/** What has gone is an error; what only did not answer today may be well tomorrow. */
const severities: Readonly<Record<Exclude<Answer['kind'], 'fine'>, Severity>> = {
  gone: 'error',
  'no-host': 'error',
  moved: 'info',
  loop: 'warning',
  refused: 'warning',
  silent: 'warning',
};

function findingOf(address: string, answer: Exclude<Answer, { kind: 'fine' }>, { path, position }: Place): Diagnostic {
  const { kind, ...more } = answer;
  const details = { variant: kind, address, ...more };
  return diagnose('external-link-answers', { path, position, details, severity: severities[kind] });
}
