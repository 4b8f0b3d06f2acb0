import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { BuildOptions, BuildResult } from './build.ts';
import type { Manifest, OutputFile } from './model/index.ts';
import { manifestOf, manifestText } from './write/index.ts';

/** What a build said, and what it left in its output folder. Its units are not kept: that would be all of its text. */
interface Known extends Pick<BuildResult, 'draft' | 'diagnostics' | 'sources' | 'review' | 'settings'> {
  readonly manifest: Manifest;
  /** Paths of the files, in the order of making. */
  readonly order: readonly string[];
}

type Options = Pick<
  BuildOptions,
  'store' | 'mayRest' | 'formats' | 'editions' | 'draft' | 'pdfStandard' | 'instant' | 'to'
>;

/** The files under these folders are all that a build reads of a publication. */
const read = ['source', 'templates'];

/** A build that would say and make what an earlier one did, and how to keep it once it is made. */
export interface Twin {
  /** Undefined where there was none, or the output folder is not as it left it. */
  readonly before: BuildResult | undefined;
  /** Not where a file was changed meanwhile: what was made is then of another source than was looked for. */
  keep(result: BuildResult): Promise<void>;
}

const none: Twin = { before: undefined, keep: async () => {} };

/**
 * Looks for an earlier build of the same files with the same options. Plugins of the publication may read what they like:
 * nothing is kept of builds that ran some.
 *
 * @param out - Output folder of both.
 */
export async function twinOf(dir: string, out: string, options: Options): Promise<Twin> {
  const { store, mayRest, formats, editions, draft, pdfStandard, instant, to } = options;
  if (!store || !mayRest || to === 'memory') return none;
  const { SOURCE_DATE_EPOCH: epoch } = process.env;
  const source = await digestOf(dir);
  if (source === undefined) return none;
  const inputs = [source, formats?.join(), editions?.join(), draft, pdfStandard, instant, epoch];
  const known = store.find<Known>('build', inputs);
  return {
    before: known && (await asItWasLeft(out, known)),
    async keep(result) {
      const { settings, diagnostics, sources, files } = result;
      if (!settings || (settings.plugins ?? []).length > 0 || (await digestOf(dir)) !== source) return;
      const review = { ...result.review, units: [] };
      const manifest = manifestOf(files, { draft });
      const order = files.map(({ path }) => path);
      const known: Known = { draft: result.draft, diagnostics, sources, review, settings, manifest, order };
      store.keep('build', inputs, known);
    },
  };
}

/** Names and bytes of all files that a build may read; undefined where some cannot be read, such as a link to a folder. */
async function digestOf(dir: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  for (const folder of read) {
    for (const path of await filesIn(join(dir, folder))) {
      const bytes = await readFile(join(dir, folder, path)).catch(() => undefined);
      if (!bytes) return undefined;
      hash.update(`${folder}/${path}\0${bytes.byteLength}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** Relative to the folder, with `/`, in code-unit order; links are followed. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}

async function asItWasLeft(out: string, { manifest, order, ...said }: Known): Promise<BuildResult | undefined> {
  const text = await readFile(join(out, 'manifest.json'), 'utf8').catch(() => undefined);
  if (text !== manifestText(manifest)) return undefined;
  const wanted = [...manifest.files.map(({ path }) => path), 'manifest.json', '.gitignore'].sort();
  if ((await filesIn(out)).join('\n') !== wanted.join('\n')) return undefined;
  const files = new Map<string, OutputFile>();
  for (const { sha256, bytes: _, ...file } of manifest.files) {
    const bytes = await readFile(join(out, file.path));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return undefined;
    files.set(file.path, { ...file, bytes });
  }
  return { ...said, outcome: 'done', out, files: order.flatMap((path) => files.get(path) ?? []), isUnchanged: true };
}
