import { check } from '../build.ts';
import type { EditionId } from '../model/index.ts';
import { renderText, renderWaived } from '../report/index.ts';
import type { Context } from './program.ts';
import { isForPrograms, type ReportFlags, reportAsked, writeReport, written } from './reporting.ts';
import type { ExitCode } from './terminal.ts';

export interface CheckFlags extends ReportFlags {
  readonly edition?: readonly EditionId[];
}

/** `diptych check`: says what a build would find before it makes anything. */
export async function checkCommand(dir: string, flags: CheckFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  const { form } = reportAsked(flags);
  const result = await check(dir, { editions: flags.edition });
  const { diagnostics, sources, review } = result;
  const { strings, language } = speech;
  if (isForPrograms(flags)) terminal.out(written(result, form, { dir, context }));
  else {
    const { colour, columns: width } = terminal;
    const found = renderText(diagnostics, { strings, language, sources, colour, width });
    terminal.out(found || `${speech.say('check.fine')}\n`);
    terminal.out(renderWaived(review.waived ?? [], { strings, language, colour, width }));
    await writeReport(result, flags, { dir, context });
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}
