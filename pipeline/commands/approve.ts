import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examine } from '../build.ts';
import { approvalsPath, approve } from '../edit/index.ts';
import type { Unit } from '../model/index.ts';
import { wrap } from '../report/index.ts';
import { changeFiles } from '../write/index.ts';
import type { Context } from './program.ts';
import { misused, written } from './reporting.ts';
import type { ExitCode } from './terminal.ts';
import { noSuchUnits, unitsNamed } from './unitNames.ts';

export interface ApproveFlags {
  readonly all?: boolean;
}

/** `diptych approve ID…|--all [dir]`: says of passages that their two sides were compared and agree. */
export async function approveCommand(
  args: readonly string[],
  flags: ApproveFlags,
  context: Context,
): Promise<ExitCode> {
  const { speech, terminal } = context;
  const { dir, names } = placed(args, flags);
  if (!flags.all && names.length === 0) {
    return misused('failure.nothing-named', context);
  }
  const examined = await examine(dir);
  const { publication, review } = examined;
  if (!publication) {
    terminal.out(written(examined, 'text', { dir, context }));
    return 1;
  }
  const { units } = review;
  const found = flags.all ? { units, unknown: [] } : unitsNamed(names, units);
  if (found.unknown.length > 0) {
    terminal.err(noSuchUnits(found.unknown, units, speech));
    return 2;
  }
  const whole = found.units.filter(({ state }) => state !== 'missing');
  const changes = approve(whole, {
    documents: publication.documents,
    approvals: await readFile(join(dir, approvalsPath), 'utf8').catch(() => undefined),
  });
  await changeFiles(dir, changes);
  const paths = changes.map(({ path }) => path);
  terminal.out(told(found.units, paths, context));
  return whole.length < found.units.length && !flags.all ? 1 : 0;
}

/** The last word is a folder if it can be one, and is not all that there is. */
function placed(args: readonly string[], { all }: ApproveFlags): { dir: string; names: readonly string[] } {
  const last = args.at(-1);
  const isFolder = last !== undefined && (all || (args.length > 1 && existsSync(join(last, 'source'))));
  return isFolder ? { dir: last, names: args.slice(0, -1) } : { dir: '.', names: args };
}

function told(units: readonly Unit[], paths: readonly string[], { speech, terminal }: Context): string {
  const { say, count, language } = speech;
  const missing = units.filter(({ state }) => state === 'missing');
  const whole = units.length - missing.length;
  const list = new Intl.ListFormat(`${language}-CA`, { type: 'conjunction' });
  const done =
    paths.length > 0
      ? say('approve.done', { units: count('approve.units', whole), files: list.format(paths) })
      : say('approve.fine');
  const left =
    missing.length > 0 ? [count('approve.missing', missing.length), ...missing.map(({ name }) => `  ${name}`)] : [];
  return `${[...wrap(done, terminal.columns), ...left].join('\n')}\n`;
}
