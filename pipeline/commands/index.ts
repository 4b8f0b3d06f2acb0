import { CommanderError } from 'commander';
import { failureSentence } from './failure.ts';
import { programFor } from './program.ts';
import { languageFor, speechIn } from './speech.ts';
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
