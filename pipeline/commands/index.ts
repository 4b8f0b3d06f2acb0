import { CommanderError } from 'commander';
import { Failure } from '../model/index.ts';
import { programFor } from './program.ts';
import { languageFor, type Speech, speechIn } from './speech.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { usageSentence } from './usage.ts';

export type { ExitCode, Terminal } from './terminal.ts';

/**
 * Does what the command line asks for.
 *
 * @param args - Without the names of node and of the script.
 */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const speech = speechIn(languageFor(args, terminal.env));
  let ended: ExitCode = 0;
  const program = programFor({ speech, terminal }, (code) => {
    ended = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return ended;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0; // help and version, asked for
      if (error.code !== 'commander.help') terminal.err(usageSentence(error, program, args, speech));
      return 2;
    }
    terminal.err(failureSentence(error, speech, terminal));
    return 2;
  }
}

/** A short sentence; where the code failed only if `DIPTYCH_DEBUG=1` asks for it. */
function failureSentence(error: unknown, { say }: Speech, terminal: Terminal): string {
  const debug = terminal.env.DIPTYCH_DEBUG === '1' && error instanceof Error ? `${error.stack}\n` : '';
  if (error instanceof Failure) return `${say(`failure.${error.key}`, error.details)}\n${debug}`;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code && path) return `${say('failure.disk', { code, path })}\n${debug}`;
  const lines = [
    say('failure.unexpected', { message: message ?? String(error) }),
    ...(debug ? [] : [say('failure.debug')]),
  ];
  return `${lines.join('\n')}\n${debug}`;
}
