import { cp, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { check } from '../build.ts';
import { type ImportedRepository, importRepository } from '../exchange/index.ts';
import { comparisonRules, type Diagnostic, Failure, type RuleId } from '../model/index.ts';
import { readRepository } from '../read/index.ts';
import { renderText } from '../report/index.ts';
import { shortPath } from './build.ts';
import { writeAll } from './folders.ts';
import { importReport } from './importReport.ts';
import { importTranslations } from './importTranslations.ts';
import { assertEmpty } from './init.ts';
import type { Context } from './program.ts';
import { misused } from './reporting.ts';
import type { ExitCode } from './terminal.ts';
import { otherFiles, untakenOf } from './untaken.ts';

export interface ImportFlags {
  readonly out?: string;
  /** Of the publication that translations go into. */
  readonly into?: string;
}

/** `diptych import`: a repository into a new publication, or a file of translators into the one that is there. */
export async function importCommand(path: string, flags: ImportFlags, context: Context): Promise<ExitCode> {
  const isFile = (await stat(path).catch(() => undefined))?.isFile() ?? /\.(?:xlf|xliff|po)$/i.test(path);
  return isFile ? importTranslations(path, flags.into ?? '.', context) : importFolder(path, flags, context);
}

/** `diptych import DIR --out DIR`: a publication from other people's bilingual repository, and a report of what was doubtful. */
async function importFolder(dir: string, { out }: ImportFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  if (out === undefined) {
    return misused('failure.import-out', context);
  }
  const [from, to] = [resolve(dir), resolve(out)];
  if (!(await stat(from).catch(() => undefined))?.isDirectory()) throw new Failure('no-folder', { path: dir });
  await assertEmpty(to);
  const read = await readRepository(from);
  if (read.value.length === 0) throw new Failure('no-markdown', { path: dir });
  const others = await otherFiles(from);
  const imported = importRepository(read.value, others.paths);
  const found = { ...imported, diagnostics: read.diagnostics, untaken: untakenOf(others, imported.used) };
  await mkdir(dirname(to), { recursive: true });
  const beside = await mkdtemp(join(dirname(to), `.${basename(to)}.`));
  let left: readonly Diagnostic[];
  try {
    await write(imported, from, beside);
    left = await eased(beside, basename(from));
    await writeFile(join(beside, 'import.txt'), `${importReport(found, speech)}\n`);
    await rm(to, { recursive: true, force: true });
    await rename(beside, to);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  const errors = left.filter(({ severity }) => severity === 'error');
  const { strings, language } = speech;
  const options = { strings, language, sources: new Map(), colour: terminal.colour, width: terminal.columns };
  const lines = [
    ...(errors.length > 0 ? [renderText(errors, options)] : []),
    importReport(found, speech, { brief: true }),
    speech.say('import.done', { path: shortPath(to), report: join(shortPath(to), 'import.txt') }),
    ...(errors.length > 0 ? [speech.count('import.errors', errors.length)] : []),
  ];
  terminal.out(`${lines.join('\n')}\n`);
  return errors.length > 0 ? 1 : 0;
}

async function write({ documents, used }: ImportedRepository, from: string, to: string): Promise<void> {
  await writeAll(to, documents);
  for (const path of used) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await cp(join(from, path.replace(/^source\//, '')), join(to, path));
  }
}

/**
 * Writes `publication.yaml`. What the rules between the languages find in what is there already is no reason to refuse
 * it: those that find errors are set to warn, each with the number of its findings.
 *
 * @returns What is found then.
 */
async function eased(dir: string, name: string): Promise<readonly Diagnostic[]> {
  const id =
    name
      .replace(/[^A-Za-z0-9_-]+/g, '-')
      .replace(/^[-_]+|[-_]+$/g, '')
      .slice(0, 80) || 'publication';
  const title = JSON.stringify(name);
  const head = `id: ${id}\ntitle: {en: ${title}, fr: ${title}}\nlanguages: [en-CA, fr-CA]\n`;
  const path = join(dir, 'source/publication.yaml');
  await writeFile(path, head);
  const counts = new Map<RuleId, number>();
  const first = await check(dir);
  for (const { rule, severity } of first.diagnostics) {
    const isOurs = severity === 'error' && (comparisonRules as readonly RuleId[]).includes(rule);
    if (isOurs) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const lines = [...counts].sort().map(([rule, count]) => `  ${rule}: warning # ${count}\n`);
  if (lines.length > 0) await writeFile(path, `${head}rules:\n${lines.join('')}`);
  return first.diagnostics.filter(({ rule }) => !counts.has(rule));
}
