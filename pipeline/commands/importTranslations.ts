import { readFile } from 'node:fs/promises';
import { examine } from '../build.ts';
import {
  type Applied,
  applyTranslations,
  decodeExchange,
  type Incoming,
  readPo,
  readXliff,
  type Unreadable,
} from '../exchange/index.ts';
import { Failure } from '../model/index.ts';
import { changeFiles } from '../write/index.ts';
import type { Context } from './program.ts';
import { written } from './reporting.ts';
import type { ExitCode } from './terminal.ts';

/** `diptych import FILE.xlf|.po`: what translators changed, and nothing else, in the paired source. */
export async function importTranslations(path: string, dir: string, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const form = /\.po$/i.test(path) ? 'po' : 'xliff';
  const decoded = decodeExchange(await readFile(path), form);
  const incoming = 'reason' in decoded ? decoded : form === 'po' ? readPo(decoded.text) : readXliff(decoded.text);
  if (isUnreadable(incoming)) {
    const { reason, line, encoding = '' } = incoming;
    throw new Failure(reason, { path: line === undefined ? path : `${path}:${line}`, encoding });
  }
  const examined = await examine(dir);
  const { publication, review } = examined;
  if (!publication) {
    terminal.out(written(examined, 'text', { dir, context }));
    return 1;
  }
  const applied = applyTranslations(incoming, { documents: publication.documents, units: review.units });
  await changeFiles(dir, applied.changes);
  terminal.out(`${told(applied, context).join('\n')}\n`);
  return applied.refused.length > 0 ? 1 : 0;
}

function isUnreadable(incoming: Incoming | Unreadable): incoming is Unreadable {
  return 'reason' in incoming;
}

function told({ taken, same, refused, changes }: Applied, { speech }: Context): readonly string[] {
  return [
    ...changes.map(({ path }) => `  ${path}`),
    speech.count('translations.taken', taken.length),
    speech.count('translations.same', same),
    ...refused.map(({ name, reason }) => `  ${name}: ${speech.say(`translations.refused.${reason}`)}`),
    ...(refused.length > 0 ? [speech.count('translations.left', refused.length)] : []),
  ];
}
