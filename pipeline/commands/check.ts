import { check } from '../build.ts';
import type { EditionId } from '../model/index.ts';
import { renderJson, renderText } from '../report/index.ts';
import type { Reporter } from './options.ts';
import type { Context } from './program.ts';
import type { ExitCode } from './terminal.ts';

export interface CheckFlags {
  readonly edition?: readonly EditionId[];
  readonly reporter?: Reporter;
}

/** `diptych check`: says what a build would find before it makes anything. */
export async function checkCommand(dir: string, flags: CheckFlags, { speech, terminal }: Context): Promise<ExitCode> {
  const { diagnostics, sources } = await check(dir, { editions: flags.edition });
  const { strings, language } = speech;
  const found =
    flags.reporter === 'json'
      ? renderJson(diagnostics, speech)
      : renderText(diagnostics, { strings, language, sources, colour: terminal.colour, width: terminal.columns });
  terminal.out(found || `${speech.say('check.fine')}\n`);
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}
