import { Failure } from '../model/index.ts';
import type { Speech } from './speech.ts';
import type { Terminal } from './terminal.ts';

/** Why a command failed, in a short sentence; where in the code only if `DIPTYCH_DEBUG=1` asks for it. */
export function failureSentence(error: unknown, { say }: Speech, { env }: Pick<Terminal, 'env'>): string {
  const debug = env.DIPTYCH_DEBUG === '1' && error instanceof Error ? `${error.stack}\n` : '';
  if (error instanceof Failure) return `${say(`failure.${error.key}`, error.details)}\n${debug}`;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code && path) return `${say('failure.disk', { code, path })}\n${debug}`;
  const sentence = say('failure.unexpected', { message: message ?? String(error) });
  return `${sentence}\n${debug || `${say('failure.debug')}\n`}`;
}
