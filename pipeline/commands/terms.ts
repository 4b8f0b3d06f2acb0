import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { examine } from '../build.ts';
import {
  type ColumnMap,
  csvColumns,
  type ImportedTerms,
  mergeTerms,
  readCsv,
  readTbx,
  writeCsv,
  writeSkos,
  writeTbx,
} from '../exchange/index.ts';
import { Failure } from '../model/index.ts';
import { readGlossary } from '../read/index.ts';
import { renderText } from '../report/index.ts';
import { changeFiles } from '../write/index.ts';
import { shortPath } from './build.ts';
import type { Context } from './program.ts';
import { misused, written } from './reporting.ts';
import type { ExitCode } from './terminal.ts';

const glossaryPath = 'source/glossary.yaml';

export interface ExportFlags {
  readonly tbx?: boolean;
  readonly dct?: boolean;
  readonly csv?: boolean;
  readonly skos?: boolean;
  readonly out?: string;
}

/** `diptych terms export`: the glossary in a form that other tools read, to standard output unless a file is named. */
export async function exportTermsCommand(dir: string, flags: ExportFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  if ([flags.tbx || flags.dct, flags.csv, flags.skos].filter(Boolean).length !== 1) {
    return misused('failure.terms-form', context);
  }
  const examined = await examine(dir);
  const { publication } = examined;
  if (!publication) {
    terminal.err(written(examined, 'text', { dir, context }));
    return 1;
  }
  const faults = examined.diagnostics.filter(({ path, severity }) => path === glossaryPath && severity === 'error');
  if (faults.length > 0) {
    terminal.err(written({ ...examined, diagnostics: faults }, 'text', { dir, context }));
    return 1;
  }
  const { concepts, settings } = publication;
  const { id, title, tags, url } = settings;
  const text = flags.csv
    ? writeCsv(concepts)
    : flags.skos
      ? writeSkos(concepts, { id, title, tags, ...(url !== undefined && { url }) })
      : writeTbx(concepts, { title, tags, style: flags.dct ? 'dct' : 'dca' });
  if (flags.out === undefined) {
    terminal.out(text);
    return 0;
  }
  const path = resolve(flags.out);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  terminal.out(`${speech.count('terms.exported', concepts.length)} ${shortPath(path)}\n`);
  return 0;
}

/** `diptych terms import FILE`: puts the concepts of a file into the glossary, and says what it left out. */
export async function importTermsCommand(
  file: string,
  { dir, columns }: { readonly dir: string; readonly columns?: ColumnMap | undefined },
  context: Context,
): Promise<ExitCode> {
  const { speech, terminal } = context;
  const imported = termsIn(await readFile(file, 'utf8'), file, columns);
  const before = await readFile(join(dir, glossaryPath), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const merged = mergeTerms(before ?? '', imported.concepts);
  const { diagnostics } = readGlossary(merged.text, glossaryPath);
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    const sources = new Map([[glossaryPath, merged.text]]);
    const { strings, language } = speech;
    terminal.out(renderText(diagnostics, { strings, language, sources, colour: false }));
    terminal.err(`${speech.say('failure.terms-invalid', { path: basename(file) })}\n`);
    return 1;
  }
  await changeFiles(dir, [{ path: glossaryPath, before, after: merged.text }]);
  const lines = [
    `${speech.count('terms.added', merged.added)} ${speech.count('terms.changed', merged.changed)}`,
    ...imported.incomplete.map(({ name, language }) => speech.say(`terms.incomplete.${language}`, { name })),
  ];
  terminal.out(`${lines.join('\n')}\n`);
  return imported.incomplete.length > 0 ? 1 : 0;
}

/** @throws Failure when the file is of no kind that is read, or not what its ending says. */
function termsIn(text: string, file: string, columns?: ColumnMap): ImportedTerms {
  const ending = extname(file).toLowerCase();
  const isTable = ending === '.csv' || ending === '.tsv' || ending === '.txt';
  const unknown = [...(columns?.keys() ?? [])].find((name) => !csvColumns.includes(name));
  if (unknown !== undefined) throw new Failure('terms-column', { name: unknown, columns: csvColumns.join(', ') });
  const imported = isTable ? readCsv(text, columns) : readTbx(text.replace(/^\uFEFF/, ''));
  if (!imported) throw new Failure(isTable ? 'terms-no-columns' : 'terms-not-tbx', { path: basename(file) });
  return imported;
}
