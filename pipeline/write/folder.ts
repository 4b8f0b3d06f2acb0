import { mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { OutputFile } from '../model/index.ts';
import { withLock } from './lock.ts';
import { ignoreFile, manifestOf, manifestText } from './manifest.ts';
import { assertOurs } from './ours.ts';

export interface WriteOptions {
  /** Folders that must never be replaced nor written into, such as the publication's source. */
  readonly keep?: readonly string[];
  /** The manifest says that the files are a draft. */
  readonly draft?: boolean | undefined;
  /** Told when another process is writing the same folder and we wait for it. */
  readonly onWait?: ((pid: number) => void) | undefined;
}

/** What stands beside the output folder while it is being replaced. All names begin with `.<name>.`. */
interface Siblings {
  readonly out: string;
  readonly parent: string;
  readonly lock: string;
  readonly journal: string;
  readonly old: string;
  readonly fresh: string;
}

/**
 * Replaces the folder `out` by one that holds these files, their manifest and the ignore file: as a whole or not at all,
 * whenever the process is killed. (Not when the power fails: nothing is forced to the disk.)
 *
 * 1. the new folder is written beside the old one;
 * 2. a journal says that it is complete: from here on the next command finishes what is left;
 * 3. the old one is renamed aside, the new one takes its name;
 * 4. the old one and the journal are removed.
 *
 * @throws Failure when `out` is not an output folder of ours, or another process does not let go of it.
 */
export async function replaceFolder(
  out: string,
  files: readonly OutputFile[],
  options: WriteOptions = {},
): Promise<void> {
  const place = await siblingsOf(out);
  await assertOurs(place.out, options.keep ?? []);
  await mkdir(place.parent, { recursive: true });
  await withLock(
    place.lock,
    async () => {
      await recover(place);
      await assertOurs(place.out, options.keep ?? []);
      await fill(place.fresh, files, options);
      await writeJournal(place);
      await swap(place);
    },
    options,
  );
}

/** Finishes or rolls back what a killed build left beside `out`. Nothing is touched when there is nothing. */
export async function recoverFolder(out: string, options: WriteOptions = {}): Promise<void> {
  const place = await siblingsOf(out);
  const names = await namesIn(place.parent);
  const left = (path: string): boolean => names.has(basename(path));
  if (![place.lock, place.journal, place.old].some(left) && abandoned(place, names).length === 0) return;
  await withLock(place.lock, () => recover(place), options);
}

async function recover(place: Siblings): Promise<void> {
  if (await readJournal(place)) await swap(place);
  const names = await namesIn(place.parent);
  if (names.has(basename(place.old)) && !names.has(basename(place.out))) await rename(place.old, place.out);
  else await remove(place.old);
  for (const name of abandoned(place, await namesIn(place.parent))) await remove(join(place.parent, name));
}

/** From a complete new folder to a clean end; may be begun again after being killed anywhere within. */
async function swap(place: Siblings): Promise<void> {
  const names = await namesIn(place.parent);
  if (names.has(basename(place.fresh))) {
    if (names.has(basename(place.out))) {
      await assertOurs(place.out, []); // somebody may have put another there since
      await remove(place.old);
      await rename(place.out, place.old);
    }
    await rename(place.fresh, place.out);
  }
  await remove(place.old);
  await remove(place.journal);
}

async function fill(folder: string, files: readonly OutputFile[], options: WriteOptions): Promise<void> {
  const manifest = manifestOf(files, options);
  const twice = manifest.files.find((file, at) => file.path === manifest.files[at + 1]?.path);
  if (twice) throw new Error(`Two outputs have the path ${twice.path}`);
  await remove(folder);
  await mkdir(folder);
  for (const { path, bytes } of files) {
    if (!isInside(path)) throw new Error(`An output would leave its folder: ${path}`);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  await writeFile(join(folder, '.gitignore'), ignoreFile);
  await writeFile(join(folder, 'manifest.json'), manifestText(manifest));
}

/** Relative, with `/`, no empty or dotted part. */
function isInside(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && !/[\\:\0]/.test(path);
}

async function writeJournal(place: Siblings): Promise<void> {
  await writeFile(`${place.journal}.part`, `${basename(place.fresh)}\n`);
  await rename(`${place.journal}.part`, place.journal);
}

async function readJournal(place: Siblings): Promise<boolean> {
  try {
    return (await readFile(place.journal, 'utf8')).length > 0;
  } catch {
    return false;
  }
}

async function siblingsOf(out: string): Promise<Siblings> {
  const real = await realpath(out).catch(() => resolve(out));
  const parent = dirname(real);
  const beside = (what: string): string => join(parent, `.${basename(real)}.${what}`);
  return {
    out: real,
    parent,
    lock: beside('lock'),
    journal: beside('journal'),
    old: beside('old'),
    fresh: beside('new'),
  };
}

/** Half-written things that no journal speaks of. */
function abandoned(place: Siblings, names: ReadonlySet<string>): string[] {
  return [place.fresh, `${place.journal}.part`].map((path) => basename(path)).filter((name) => names.has(name));
}

async function namesIn(folder: string): Promise<ReadonlySet<string>> {
  return new Set(await readdir(folder).catch(() => []));
}

async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}
