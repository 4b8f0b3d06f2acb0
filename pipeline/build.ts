import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { version } from './about.ts';
import { assembleBilingual, assembleEdition } from './assemble/index.ts';
import type { BookFormat } from './bookOf.ts';
import { type Books, booksIn } from './books.ts';
import { type CheckOptions, type CheckResult, Course, type Format, formats } from './course.ts';
import { instantOf } from './instant.ts';
import { namesOf } from './language/index.ts';
import {
  type BilingualEdition,
  bilingualKinds,
  type Edition,
  type EditionId,
  editionsOf,
  Failure,
  isPrintOnly,
  type Language,
  type Memory,
  noMemory,
  type OutputFile,
  type PdfStandard,
  type Publication,
  type RememberingOptions,
  type Settings,
  type SourceDocument,
  type Templates,
} from './model/index.ts';
import { checkFreshness, checkParity } from './parity/index.ts';
import { runOwnPlugins, transformContext, transformDocument } from './plugins/index.ts';
import { ownTemplates, readPublication, readTemplates } from './read/index.ts';
import { twinOf } from './unchanged.ts';
import { assertOurs, recoverFolder, replaceFolder } from './write/index.ts';

export interface BuildOptions extends CheckOptions {
  /** Folder of the outputs, replaced as a whole; `dist` in the publication's folder unless told. */
  readonly out?: string | undefined;
  /** All, unless told. The output folder then holds only what was asked for, as its manifest says. */
  readonly formats?: readonly Format[] | undefined;
  /** Of those asked for, the ones to make now; somebody else makes the others. All unless told. */
  readonly now?: readonly Format[] | undefined;
  /** In builds with a memory: whether somebody looks at a page now. Others are made when their bytes are asked for. */
  readonly isLookedAt?: ((path: string) => boolean) | undefined;
  /** Time of making, ISO 8601 in UTC; unless told, the publication's date, else `SOURCE_DATE_EPOCH`, else 2000-01-01. */
  readonly instant?: string | undefined;
  /** `memory` writes nothing; `disk` unless told. */
  readonly to?: 'disk' | 'memory' | undefined;
  /** Publish in spite of errors, marked as a draft on every page of every format and in the manifest. */
  readonly draft?: boolean | undefined;
  /** What PDF files keep to; as `publication.yaml` says, unless told. */
  readonly pdfStandard?: PdfStandard | undefined;
  /** With a store: does nothing where an earlier build left the output folder as this one would. It gives no units then. */
  readonly mayRest?: boolean | undefined;
  /** Threads that make books side by side; none unless told. */
  readonly jobs?: number | undefined;
  /** Told when another process is writing the same folder and we wait for it. */
  readonly onWait?: ((pid: number) => void) | undefined;
}

export interface BuildResult extends CheckResult {
  /** The files say that they are a draft. */
  readonly draft: boolean;
  /** `refused`: the source has errors; nothing was made, and the output folder is as it was. */
  readonly outcome: 'done' | 'refused';
  /** An earlier build of the same files had left the output folder so, and nothing was done. */
  readonly isUnchanged?: true;
  readonly out: string;
  /** What was made, in the order of making; without the manifest. */
  readonly files: readonly OutputFile[];
  /**
   * As plugins left them, with the ids that outputs have; absent when there is no publication to speak of, and when
   * nothing was done.
   */
  readonly documents?: readonly SourceDocument[];
}

/**
 * The whole pipeline: from a publication's folder to its files.
 *
 * @throws Failure when `dir` is no publication, or `out` cannot be replaced.
 */
export async function build(dir: string, options: BuildOptions = {}): Promise<BuildResult> {
  const out = resolve(options.out ?? join(dir, 'dist'));
  const keep = [join(dir, 'source'), join(dir, 'templates')];
  const course = new Course(options);
  const draft = options.draft ?? false;
  options.memory?.begin(options.changed);
  if (options.to !== 'memory') {
    await assertOurs(out, keep); // at once, not after all the work
    await recoverFolder(out, options);
  }
  const twin = await twinOf(dir, out, options);
  if (twin.before) return twin.before;

  const made = await assembled(dir, course, options);
  const refused = (): BuildResult => {
    options.memory?.end(false);
    options.store?.end();
    const documents = made && { documents: made.documents };
    return { outcome: 'refused', draft, out, files: [], ...course.result(dir), ...documents };
  };
  if (!made || (course.hasErrors && !draft)) return refused();

  const files = await emitted(dir, made, course, options);
  const result = { ...course.result(dir), documents: made.documents };
  if (course.hasErrors && !draft) return refused();

  if (options.to !== 'memory') await course.step('write', () => replaceFolder(out, files, { ...options, keep }));
  options.memory?.end();
  const done: BuildResult = { outcome: 'done', draft, out, files, ...result };
  await twin.keep(done);
  options.store?.end();
  return done;
}

/** All that a build says about the source before it makes anything. */
export async function check(dir: string, options: CheckOptions = {}): Promise<CheckResult> {
  const course = new Course(options);
  await recoverFolder(resolve(dir, 'dist'));
  await assembled(dir, course, options);
  options.store?.end();
  return course.result(dir);
}

/** The source as it was read, and how each of its units stands; nothing else is held against it. */
export async function examine(dir: string): Promise<ExamineResult> {
  const course = new Course({});
  await assertPublication(dir);
  const publication = await course.take('read', () => readPublication(dir));
  if (publication) course.keep(publication.settings, checkFreshness(publication).value);
  return { publication, ...course.result(dir) };
}

export interface ExamineResult extends CheckResult {
  /** Undefined when there is none to speak of; the findings say why. */
  readonly publication: Publication | undefined;
}

interface Assembled {
  readonly settings: Settings;
  readonly documents: readonly SourceDocument[];
  /** Those in one language that were asked for, in the publication's order. */
  readonly editions: readonly Edition[];
  readonly bilingual: readonly BilingualEdition[];
  readonly templates: Templates;
  readonly memory: Memory;
  /** What the publication's own templates say. */
  readonly own: string;
}

/** Undefined when there is no publication to speak of; the course then has errors. */
async function assembled(
  dir: string,
  course: Course,
  options: Pick<BuildOptions, 'editions' | 'draft' | 'memory' | 'store'>,
): Promise<Assembled | undefined> {
  const { memory = noMemory, store } = options;
  await assertPublication(dir);
  const read = await course.step('read', () => course.take('read', () => readPublication(dir, { memory, store })));
  if (!read) return undefined;
  course.remember(read.documents);
  course.keep(read.settings, await course.take('parity', () => checkParity(read, { memory, store })));
  const own = memory.recall('own templates', [memory.version('templates/*')], () => ownTemplates(dir));
  const templates = memory.recall('templates', [own], () => readTemplates(dir));

  const publication = await course.step('transform', async () => {
    const { concepts, plugins = [] } = read;
    const names = memory.recall('names', [concepts], () => memory.same('names', concepts.map(namesOf)));
    const context = transformContext(read.settings, names, memory);
    const documents = [];
    for (const source of read.documents) {
      const run = (): ReturnType<typeof runOwnPlugins> =>
        memory.part(source.path).recall('plugins', [source, plugins], () => runOwnPlugins(source, plugins));
      const document = plugins.length > 0 ? await course.take(`plugins:${source.id}`, run) : source;
      documents.push(
        await course.take(`transform:${document.id}`, () => transformDocument(document, context, { memory, store })),
      );
    }
    return { ...read, documents, ...(options.draft && { draft: true }) };
  });

  const asked = options.editions ?? editionsOf(read.settings);
  const editions = await course.step('assemble', () => assembleAll(publication, asked, { course, templates, memory }));
  return {
    settings: read.settings,
    documents: publication.documents,
    ...editions,
    templates,
    memory,
    own,
  };
}

/** A bilingual edition is made from both in one language, whether or not these are published. */
async function assembleAll(
  publication: Publication,
  asked: readonly EditionId[],
  { course, templates, memory }: { readonly course: Course; readonly templates: Templates; readonly memory: Memory },
): Promise<Pick<Assembled, 'editions' | 'bilingual'>> {
  const assemble = (language: Language): Promise<Edition> =>
    course.take(`assemble:${language}`, () =>
      assembleEdition(publication, language, { strings: templates.strings, memory }),
    );
  const kinds = bilingualKinds.filter((kind) => asked.includes(kind));
  const made = new Map<EditionId, Edition>();
  for (const language of publication.settings.order) {
    if (kinds.length > 0 || asked.includes(language)) made.set(language, await assemble(language));
  }
  const [en, fr] = [made.get('en'), made.get('fr')];
  const bilingual = en && fr ? kinds.map((kind) => assembleBilingual({ en, fr }, kind, memory)) : [];
  return { editions: [...made.values()].filter(({ id }) => asked.includes(id)), bilingual };
}

/** ISO dates on which documents were modified. */
function modifiedIn({ editions, bilingual }: Assembled): string[] {
  const sides = [...editions, ...bilingual.flatMap((edition) => [edition.sides.en, edition.sides.fr])];
  return sides.flatMap(({ documents }) => documents.flatMap(({ modified }) => modified?.iso ?? []));
}

async function emitted(
  dir: string,
  made: Assembled,
  course: Course,
  options: BuildOptions,
): Promise<readonly OutputFile[]> {
  const emit: RememberingOptions = {
    instant: options.instant ?? instantOf(made.settings.dates, modifiedIn(made), process.env.SOURCE_DATE_EPOCH),
    generator: `Diptych ${version()}`,
    ...(options.formats && { formats: options.formats }),
    memory: made.memory,
    isLookedAt: options.isLookedAt,
    ...(options.pdfStandard && { pdfStandard: options.pdfStandard }),
  };
  const printed = { ...emit, ...booksIn(dir, made, options) };
  const files: OutputFile[] = [];
  try {
    for (const format of formats.filter((format) => isMade(format, options))) {
      await course.step(format, async () => {
        files.push(...(await emitters[format](made, course, { ...printed, downloads: [...files] })));
      });
    }
  } finally {
    await printed.close();
  }
  return files;
}

function isMade(format: Format, { formats: asked, now }: BuildOptions): boolean {
  return (asked?.includes(format) ?? true) && (now?.includes(format) ?? true);
}

type Emitter = (
  made: Assembled,
  course: Course,
  options: RememberingOptions & Books & { downloads: readonly OutputFile[] },
) => Promise<readonly OutputFile[]>;

const emitters: Readonly<Record<Format, Emitter>> = {
  pdf: ({ editions, bilingual }, course, options) => booksOf('pdf', [...editions, ...bilingual], course, options),
  epub: ({ editions, bilingual }, course, options) =>
    booksOf('epub', [...editions, ...bilingual.filter(({ id }) => !isPrintOnly(id))], course, options),
  async html({ editions, bilingual, templates }, course, options) {
    const { emitEntry, emitHtml } = await import('./emit/html/index.ts');
    const all = [...editions, ...bilingual];
    const pages = await course.take('html', () => emitHtml(all, templates, options));
    return [...pages, ...emitEntry(all, templates, options)];
  },
};

/** One after another, or all at once where threads make them. What was found is told in the order of the editions. */
async function booksOf(
  format: BookFormat,
  editions: readonly (Edition | BilingualEdition)[],
  course: Course,
  options: RememberingOptions & Books,
): Promise<readonly OutputFile[]> {
  const begun = options.atOnce ? editions.map((edition) => options.make(format, edition, options)) : [];
  for (const book of begun) book.catch(() => {}); // told when its turn comes
  const files: OutputFile[] = [];
  for (const [at, edition] of editions.entries()) {
    const make = () => begun[at] ?? options.make(format, edition, options);
    files.push(...(await course.take(`${format}:${edition.id}`, make)));
  }
  return files;
}

async function assertPublication(dir: string): Promise<void> {
  const isFolder = await stat(join(dir, 'source')).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new Failure('no-publication', { path: resolve(dir) });
}
