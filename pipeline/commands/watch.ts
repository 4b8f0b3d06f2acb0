import { languages } from '../model/index.ts';
import { renderText } from '../report/index.ts';
import { openInBrowser, type WatchedBuild, type Watching, watch } from '../watch/index.ts';
import { shortPath } from './build.ts';
import { failureSentence } from './failure.ts';
import { startPort } from './options.ts';
import type { Context } from './program.ts';
import { progressFor } from './progress.ts';
import { tableOf } from './speech.ts';
import type { ExitCode } from './terminal.ts';
import { sparing } from './thrift.ts';

export interface WatchFlags {
  readonly port?: number;
  readonly out?: string;
  readonly draft?: boolean;
  readonly host?: string;
  readonly editor?: string;
  readonly open?: boolean;
}

/** `diptych watch`: the publication in the browser, until the person stops it. */
export async function watchCommand(dir: string, flags: WatchFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  const progress = await progressFor(['read', 'transform', 'assemble', 'pdf', 'epub', 'html', 'write'], context);
  const [en, fr] = languages.map(tableOf);
  if (!en || !fr) throw new Error('Both tables are shipped');
  const report = reporter(context);
  const watching = await watch(dir, {
    ...flags,
    editor: flags.editor ?? terminal.env.VISUAL ?? terminal.env.EDITOR,
    from: startPort,
    strings: { en, fr },
    language: speech.language,
    onStep: sparing(progress.onStep),
    onBuild: (build) => terminal.out(report(build)),
    explain: (error) => failureSentence(error, speech, terminal).trim(),
  }).finally(() => progress.end());
  const stopped = terminal.untilStopped(); // listened for before the address is told
  terminal.out(`\n${addressLines(watching, context)}${speech.say('watch.stop')}\n\n`);
  if (flags.open) openInBrowser(watching.address);
  await stopped;
  await watching.close();
  terminal.out(`\n${speech.say('watch.stopped')}\n`);
  return 0;
}

function addressLines({ address, elsewhere }: Watching, { speech }: Context): string {
  const lines = [speech.say('watch.address', { address })];
  if (elsewhere) lines.push(speech.say('watch.elsewhere', { address: elsewhere }));
  return lines.map((line) => `${line}\n`).join('');
}

/** A line for each build, after what it had to say about the source and was not said already. */
function reporter({ speech, terminal }: Context): (build: WatchedBuild) => string {
  const { strings, language, say, duration } = speech;
  let before: ReadonlySet<string> = new Set();
  return ({ result, error, what, took, shown }) => {
    const time = new Date().toTimeString().slice(0, 8);
    if (!result) return `${time}  ${failureSentence(error, speech, terminal)}`;
    const { diagnostics, sources, outcome } = result;
    const news = diagnostics.filter((found) => what === 'pages' || !before.has(JSON.stringify(found)));
    before = new Set(diagnostics.map((found) => JSON.stringify(found)));
    const found = renderText(news, { strings, language, sources, colour: terminal.colour, width: terminal.columns });
    const key = outcome === 'done' ? what : shown ? 'refused' : 'nothing-yet';
    const out = shortPath(result.out);
    return `${found && `\n${found}\n`}${time}  ${say(`watch.${key}`, { out, duration: duration(took) })}\n`;
  };
}
