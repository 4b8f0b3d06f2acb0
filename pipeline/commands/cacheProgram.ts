import type { Command } from 'commander';
import type { Context } from './program.ts';
import type { ExitCode } from './terminal.ts';

/** `diptych cache info` and `diptych cache clear`. */
export function addCache(cache: Command, context: Context, end: (code: ExitCode) => void): void {
  const { say } = context.speech;
  const command = (verb: string, purpose: string): Command =>
    cache.command(verb).usage('').description(purpose).helpOption('-h, --help', say('help.help-option'));
  command('info', say('help.cache-info')).action(async () => {
    const { cacheInfoCommand } = await import('./cache.ts');
    end(cacheInfoCommand(context));
  });
  command('clear', say('help.cache-clear')).action(async () => {
    const { cacheClearCommand } = await import('./cache.ts');
    end(cacheClearCommand(context));
  });
}
