import { languages } from '../model/index.ts';
import { renderText } from '../report/index.ts';
import { type WatchedBuild, watch } from '../watch/index.ts';
import { failureSentence } from './failure.ts';
import { startPort } from './options.ts';
import type { Context } from './program.ts';
import { progressFor } from './progress.ts';
import { tableOf } from './speech.ts';
import type { ExitCode } from './terminal.ts';

export interface WatchFlags {
  readonly port?: number;
  readonly out?: string;
}

/** `diptych watch`: the publication in the browser, until the person stops it. */
export async function watchCommand(dir: string, flags: WatchFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  const progress = await progressFor(['read', 'transform', 'assemble', 'pdf', 'epub', 'html', 'write'], context);
  const [en, fr] = languages.map(tableOf);
  if (!en || !fr) throw new Error('Both tables are shipped');
  const watching = await watch(dir, {
    ...flags,
    from: startPort,
    strings: { en, fr },
    language: speech.language,
    onStep: progress.onStep,
    onBuild: (build) => terminal.out(report(build, context)),
    explain: (error) => failureSentence(error, speech, terminal).trim(),
  }).finally(() => progress.end());
  terminal.out(`\n${speech.say('watch.address', { address: watching.address })}\n${speech.say('watch.stop')}\n\n`);
  await terminal.untilStopped();
  await watching.close();
  terminal.out(`${speech.say('watch.stopped')}\n`);
  return 0;
}

/** A line for each build, after what it had to say about the source. */
function report({ result, error, took, changed, shown }: WatchedBuild, { speech, terminal }: Context): string {
  const { strings, language, say, duration } = speech;
  const time = new Intl.DateTimeFormat(`${language}-CA`, { timeStyle: 'medium', hourCycle: 'h23' }).format(new Date());
  if (!result) return `${say('watch.failed', { time, message: failureSentence(error, speech, terminal).trim() })}\n`;
  const { diagnostics, sources, outcome } = result;
  const found = renderText(diagnostics, {
    strings,
    language,
    sources,
    colour: terminal.colour,
    width: terminal.columns,
  });
  const key = outcome === 'refused' ? (shown ? 'refused' : 'nothing-yet') : changed ? 'built' : 'same';
  return `${found && `\n${found}\n`}${say(`watch.${key}`, { time, duration: duration(took) })}\n`;
}
