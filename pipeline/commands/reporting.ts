import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { version } from '../about.ts';
import type { CheckResult } from '../course.ts';
import { Failure } from '../model/index.ts';
import { readTemplates } from '../read/index.ts';
import { renderHtml, renderJson, renderJUnit, renderSarif, renderText, renderWaived } from '../report/index.ts';
import { shortPath } from './build.ts';
import type { Reporter } from './options.ts';
import type { Context } from './program.ts';
import type { ExitCode } from './terminal.ts';

export interface ReportFlags {
  readonly reporter?: Reporter;
  /** A file. */
  readonly report?: string;
}

const endings: Readonly<Record<string, Reporter>> = {
  '.txt': 'text',
  '.json': 'json',
  '.sarif': 'sarif',
  '.xml': 'junit',
  '.html': 'html',
};

/**
 * How findings are to be written, and whether to a file: `--reporter` says how, else the file's ending.
 *
 * @throws Failure `report-ending` when neither does.
 */
export function reportAsked({ reporter, report }: ReportFlags): { readonly form: Reporter; readonly file?: string } {
  if (report === undefined) return { form: reporter ?? 'text' };
  const form = reporter ?? endings[extname(report).toLowerCase()];
  if (!form) throw new Failure('report-ending', { path: report });
  return { form, file: report };
}

/** Standard output is for a program that reads it: nothing else is to be written there. */
export function isForPrograms(flags: ReportFlags): boolean {
  const { form, file } = reportAsked(flags);
  return form !== 'text' && file === undefined;
}

/** Findings and coverage in the form asked for. @param dir - The publication's folder. */
export function written(result: CheckResult, form: Reporter, at: { dir: string; context: Context }): string {
  const { diagnostics, review, settings, sources } = result;
  const { strings, language } = at.context.speech;
  const { waived = [] } = review;
  switch (form) {
    case 'json':
      return renderJson(diagnostics, { strings, coverage: review.coverage, waived });
    case 'sarif':
      return renderSarif(diagnostics, { strings, language, version: version(), waived });
    case 'junit': {
      const sides = review.units.flatMap((unit) => [unit.sides.en?.path, unit.sides.fr?.path]);
      const paths = [...new Set(sides.filter((path) => path !== undefined))];
      return renderJUnit(diagnostics, { strings, paths, waived });
    }
    case 'html': {
      const css = readTemplates(at.dir).text('report/report.css');
      return renderHtml({ diagnostics, review }, { strings, language, css, title: settings?.title[language] });
    }
    case 'text':
      return [
        renderText(diagnostics, { strings, language, sources, colour: false }),
        renderWaived(waived, { strings, language, colour: false }),
      ].join('');
  }
}

/** Writes the report to its file, if one was named, and says where it is. */
export async function writeReport(
  result: CheckResult,
  flags: ReportFlags,
  at: { dir: string; context: Context },
): Promise<void> {
  const { form, file } = reportAsked(flags);
  if (file === undefined) return;
  await mkdir(dirname(resolve(file)), { recursive: true });
  await writeFile(file, written(result, form, at));
  at.context.terminal.out(`${at.context.speech.say('report.written', { path: shortPath(resolve(file)) })}\n`);
}

/** Says what is wrong with how a command was called. */
export function misused(key: string, { speech, terminal }: Context): ExitCode {
  terminal.err(`${speech.say(key)}\n`);
  return 2;
}
