import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examine } from '../build.ts';
import { isPassage, outgoing, writePo, writeXliff } from '../exchange/index.ts';
import type { Context } from './program.ts';
import { misused, written } from './reporting.ts';
import type { ExitCode } from './terminal.ts';

export interface ExportFlags {
  readonly xliff?: boolean;
  readonly po?: boolean;
  readonly stale?: boolean;
  readonly out?: string;
}

/** `diptych export --xliff|--po`: passages for translators, a file for each direction and format. */
export async function exportCommand(dir: string, flags: ExportFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  if (!flags.xliff && !flags.po) {
    return misused('failure.export-format', context);
  }
  const examined = await examine(dir);
  const { publication, review } = examined;
  if (!publication) {
    terminal.out(written(examined, 'text', { dir, context }));
    return 1;
  }
  const { id, tags } = publication.settings;
  const directions = outgoing(review, tags, flags.stale ?? false);
  const folder = flags.out ?? '.';
  const lines: string[] = [];
  for (const direction of directions) {
    const name = `${id}-${direction.from}-${direction.to}`;
    const files = [
      ...(flags.xliff ? [{ path: `${name}.xlf`, text: writeXliff(direction) }] : []),
      ...(flags.po ? [{ path: `${name}.po`, text: writePo(direction) }] : []),
    ];
    await mkdir(folder, { recursive: true });
    for (const { path, text } of files) {
      await writeFile(join(folder, path), text);
      lines.push(`  ${join(folder, path)}  ${speech.count('export.units', direction.units.length)}`);
    }
  }
  const others = review.units.filter((unit) => !isPassage(unit)).length;
  if (lines.length === 0) lines.push(speech.say('export.nothing'));
  if (others > 0) lines.push(speech.count('export.others', others));
  terminal.out(`${lines.join('\n')}\n`);
  return 0;
}
