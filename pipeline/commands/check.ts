import { join } from 'node:path';
import { version } from '../about.ts';
import { check, examine } from '../build.ts';
import { ownFolder } from '../cache/index.ts';
import { type Diagnostic, type EditionId, fillCount } from '../model/index.ts';
import { renderText, renderWaived } from '../report/index.ts';
import { ownStore } from './kept.ts';
import type { Context } from './program.ts';
import { isForPrograms, type ReportFlags, reportAsked, writeReport, written } from './reporting.ts';
import type { ExitCode } from './terminal.ts';

export interface CheckFlags extends ReportFlags {
  readonly edition?: readonly EditionId[];
  /** Ask addresses elsewhere too. */
  readonly external?: boolean;
  readonly cache?: boolean;
}

/** `diptych check`: says what a build would find before it makes anything. */
export async function checkCommand(dir: string, flags: CheckFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  const { form } = reportAsked(flags);
  const checked = await check(dir, { editions: flags.edition, store: ownStore(flags, terminal.env) });
  const answers = flags.external ? await external(dir, context) : [];
  const result = { ...checked, diagnostics: [...checked.diagnostics, ...answers] };
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

/** The network is asked here alone. The code that does is loaded when it is wanted. */
async function external(dir: string, { speech, terminal }: Context): Promise<readonly Diagnostic[]> {
  const { publication } = await examine(dir);
  if (!publication) return [];
  const { checkExternal } = await import('../external/index.ts');
  const folder = ownFolder(terminal.env);
  return checkExternal(publication, {
    agent: `Diptych/${version()} (link check)`,
    ...(folder && { cache: join(folder, 'external-links.json') }),
    onBegin: (count) => {
      if (count > 0) terminal.err(`${fillCount(speech.strings, 'tool.check.external', count, speech.language)}\n`);
    },
  });
}
