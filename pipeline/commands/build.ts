import { existsSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { type BuildResult, build } from '../build.ts';
import { type Format, formats, type Step } from '../course.ts';
import { type EditionId, editionsOf, isPrintOnly, type PdfStandard } from '../model/index.ts';
import { renderText } from '../report/index.ts';
import { ownStore } from './kept.ts';
import type { Context } from './program.ts';
import { progressFor, silent } from './progress.ts';
import { isForPrograms, type ReportFlags, reportAsked, writeReport, written } from './reporting.ts';
import { outputTable } from './table.ts';
import type { ExitCode } from './terminal.ts';
import { sparing } from './thrift.ts';

export interface BuildFlags extends ReportFlags {
  readonly out?: string;
  readonly format?: readonly Format[];
  readonly edition?: readonly EditionId[];
  readonly pdfStandard?: PdfStandard;
  readonly draft?: boolean;
  readonly cache?: boolean;
  readonly jobs?: number;
}

/** `diptych build`: makes the files; says what it found, what came out, where, how large and how long it took. */
export async function buildCommand(dir: string, flags: BuildFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  const started = performance.now();
  const asked = formats.filter((format) => flags.format?.includes(format) ?? true);
  const steps: readonly Step[] = ['read', 'transform', 'assemble', ...asked, 'write'];
  const forPrograms = isForPrograms(flags);
  const progress = forPrograms ? silent : await progressFor(steps, context);
  const result = await build(dir, {
    out: flags.out,
    formats: flags.format,
    editions: flags.edition,
    pdfStandard: flags.pdfStandard,
    draft: flags.draft,
    store: ownStore(flags, terminal.env),
    jobs: flags.jobs,
    mayRest: reportAsked(flags).form === 'text',
    onStep: sparing(progress.onStep),
    onWait: (pid) => terminal.err(`${speech.say('build.waiting', { pid })}\n`),
  }).finally(() => progress.end());

  if (forPrograms) terminal.out(written(result, reportAsked(flags).form, { dir, context }));
  else {
    const editions = flags.edition ?? (result.settings ? editionsOf(result.settings) : []);
    const lacksBook = asked.includes('epub') && editions.some(isPrintOnly);
    terminal.out(`\n${report(result, { took: performance.now() - started, lacksBook }, context)}`);
  }
  await writeReport(result, flags, { dir, context });
  return result.outcome === 'done' ? 0 : 1;
}

interface Told {
  /** Milliseconds. */
  readonly took: number;
  /** An EPUB was asked for, and an edition that has none. */
  readonly lacksBook: boolean;
}

function report(result: BuildResult, { took, lacksBook }: Told, { speech, terminal }: Context): string {
  const { strings, language, say, count, size, duration } = speech;
  const { sources, diagnostics, outcome, files } = result;
  const out = shortPath(result.out);
  const found = renderText(diagnostics, {
    strings,
    language,
    sources,
    colour: terminal.colour,
    width: terminal.columns,
  });
  const before = found ? `${found}\n` : '';
  if (outcome === 'refused') {
    const kept = existsSync(result.out) ? ` ${say('build.kept', { out })}` : '';
    return `${before}${say('build.refused')}${kept}\n`;
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  const done = say(result.isUnchanged ? 'build.unchanged' : 'build.done', {
    files: count('report.files', files.length),
    out,
    size: size(bytes),
    time: duration(took),
  });
  const entry = files.find(({ path }) => path === 'index.html');
  const begin = entry ? `${say('build.begin-at', { path: join(out, entry.path) })}\n` : '';
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const draft = result.draft ? `${errors > 0 ? count('build.draft-errors', errors) : say('build.draft')}\n` : '';
  const lacking = lacksBook ? `${say('build.print-has-no-epub')}\n` : '';
  return `${before}${outputTable(files, speech)}\n${done}\n${lacking}${draft}${begin}`;
}

/** From where we stand, when that is shorter to read. */
export function shortPath(path: string): string {
  const near = relative('.', path);
  return near === '' ? '.' : near.startsWith('..') || isAbsolute(near) ? path : near;
}
