import type { Command, CommanderError } from 'commander';
import { nearest } from './nearest.ts';
import type { Speech } from './speech.ts';

/**
 * What was wrong with the way a command was called, in the reader's language.
 *
 * commander says it in English; its codes say what happened, and the first thing that it quotes is what it is about.
 */
export function usageSentence(
  error: CommanderError,
  program: Command,
  args: readonly string[],
  speech: Speech,
): string {
  const { say } = speech;
  const code = error.code.replace('commander.', '');
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const called = program.commands.find((command) => args.includes(command.name()));
  const lines = [sentence(code, name, error, speech)];
  const guess = suggestion(code, name, program, called);
  if (guess) lines.push(say('usage.suggestion', { name: guess }));
  lines.push(say('usage.see-help', { command: ['diptych', called?.name(), '--help'].filter(Boolean).join(' ') }));
  return `${lines.join('\n')}\n`;
}

function sentence(code: string, name: string, error: CommanderError, { say }: Speech): string {
  switch (code) {
    case 'unknownOption':
      return say('usage.unknown-option', { name });
    case 'unknownCommand':
      return say('usage.unknown-command', { name });
    case 'missingArgument':
      return say('usage.missing-argument', { name });
    case 'optionMissingArgument':
      return say('usage.option-missing-argument', { name });
    case 'excessArguments':
      return say('usage.excess-arguments', { name });
    case 'invalidArgument':
      return invalid(error.message, say);
    default:
      return say('usage.other', { message: error.message.replace(/^error: /, '') });
  }
}

/** "error: option '--port <number>' argument 'x' is invalid. <our own sentence>" */
function invalid(message: string, say: Speech['say']): string {
  const [, option, value, reason] = /'([^']*)'.*?'(.*)' is invalid\. (.*)$/s.exec(message) ?? [];
  if (option === undefined) return say('usage.other', { message });
  return `${say('usage.invalid-argument', { name: option, value: value ?? '' })}\n${reason ?? ''}`;
}

function suggestion(code: string, name: string, program: Command, called: Command | undefined): string | undefined {
  if (code === 'unknownCommand')
    return nearest(
      name,
      program.commands.map((command) => command.name()),
    );
  if (code !== 'unknownOption') return undefined;
  const options = [...program.options, ...(called?.options ?? [])].flatMap(({ long }) => long ?? []);
  return nearest(name.replace(/=.*/, ''), [...options, '--help']);
}
