import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { type Before, type Diagnostic, diagnose, type Memory, noMemory, noStore, type Store } from '../model/index.ts';
import { decoded, decodeText } from './encodings.ts';
import { pointsIn } from './source.ts';

/** The publication's folder; nothing outside it is read, whatever links say. */
export interface Folder {
  /** Real path, links followed. */
  readonly root: string;
  /** Other people's repository: its own folder stands for `source/`. */
  readonly bare?: boolean;
  /** Of what was read before; nothing unless told. */
  readonly memory: Memory;
  /** Of what was read in earlier runs. */
  readonly store: Store;
}

export type ReadResult<Value> = { readonly value: Value } | { readonly fault: 'absent' | 'outside' | 'unreadable' };

export async function openFolder(dir: string, { memory = noMemory, store = noStore }: Before = {}): Promise<Folder> {
  return { root: await realpath(dir).catch(() => dir), memory: memory.part('read'), store };
}

function placeIn({ root, bare }: Pick<Folder, 'root' | 'bare'>, path: string): string {
  return join(root, bare ? path.replace(/^source(?:\/|$)/, '') : path);
}

/**
 * The same object as before while the file has not changed.
 *
 * @param path - Relative to the publication's folder, with `/`.
 */
export async function readBytes(folder: Folder, path: string): Promise<ReadResult<Uint8Array>> {
  const memory = folder.memory.part(path);
  return memory.recall('bytes', [memory.version(path)], async () => memory.same('bytes', await bytesAt(folder, path)));
}

async function bytesAt(folder: Folder, path: string): Promise<ReadResult<Uint8Array>> {
  try {
    const real = await realpath(placeIn(folder, path));
    if (!isInside(folder.root, real)) return { fault: 'outside' };
    if (!(await stat(real)).isFile()) return { fault: 'unreadable' };
    return { value: await readFile(real) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { fault: code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'unreadable' };
  }
}

/**
 * A text file in UTF-8, without its byte-order mark; undefined after a fault, which is reported unless it is absent.
 * Other people's may be in another encoding, which is told.
 */
export async function readText(folder: Folder, path: string): Promise<ReadText> {
  const read = await readBytes(folder, path);
  return folder.memory.part(path).recall('text', [read], () => textOf(read, path, folder.bare));
}

interface ReadText {
  readonly text?: string;
  readonly absent?: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function textOf(read: ReadResult<Uint8Array>, path: string, bare = false): ReadText {
  if ('fault' in read) {
    if (read.fault === 'absent') return { absent: true, diagnostics: [] };
    return { diagnostics: [diagnose('file-is-readable', { path, details: { variant: read.fault } })] };
  }
  if (bare) return foreignText(path, read.value);
  const text = decoded(read.value, 'utf-8');
  if (text !== undefined) return { text, diagnostics: [] };
  const { position, byte } = firstBadByte(read.value);
  return { diagnostics: [diagnose('file-is-readable', { path, position, details: { variant: 'encoding', byte } })] };
}

function foreignText(path: string, bytes: Uint8Array): { text?: string; diagnostics: readonly Diagnostic[] } {
  const read = decodeText(bytes);
  if (!read) return { diagnostics: [diagnose('file-is-readable', { path, details: { variant: 'no-text' } })] };
  const { text, encoding } = read;
  if (encoding === 'UTF-8') return { text, diagnostics: [] };
  const details = encoding === 'mixed' ? { variant: 'mixed' } : { variant: 'decoded', encoding };
  return { text, diagnostics: [diagnose('file-is-readable', { path, details, severity: 'warning' })] };
}

function firstBadByte(bytes: Uint8Array) {
  let [low, high] = [0, bytes.length];
  const isValid = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isValid(middle)) low = middle;
    else high = middle - 1;
  }
  // What was begun and never finished is the bad byte; a letter has four bytes at most.
  const wanting = [1, 2, 3].find((count) => ((bytes[low - count] ?? 0) & 0xc0) === 0xc0);
  if (wanting !== undefined && decoded(bytes.subarray(0, low), 'utf-8') === undefined) low -= wanting;
  const before = new TextDecoder().decode(bytes.subarray(0, low));
  const point = pointsIn(before)(before.length);
  const byte = `0x${(bytes[low] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  return { position: { start: point, end: point }, byte };
}

/**
 * Every file under a folder whose name ends so, in code-point order of their paths. Names that begin with `.` are
 * passed over. A link that leads outside the publication is reported and not followed.
 *
 * @param under - Relative to the publication's folder.
 */
export async function listFiles(folder: Pick<Folder, 'root' | 'bare'>, under: string, ending: RegExp): Promise<Listed> {
  const paths: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const walk = async (path: string): Promise<void> => {
    const real = await realpath(placeIn(folder, path)).catch(() => undefined);
    if (real === undefined || seen.has(real)) return;
    seen.add(real);
    const names = await readdir(real).catch(() => [] as string[]);
    for (const name of names.sort()) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const child = `${path}/${name}`;
      const target = await realpath(placeIn(folder, child)).catch(() => undefined);
      const kind = target === undefined ? undefined : await stat(target).catch(() => undefined);
      const wanted = ending.test(name);
      if (target === undefined || !kind) {
        if (wanted) diagnostics.push(diagnose('file-is-readable', { path: child, details: { variant: 'unreadable' } }));
      } else if (!isInside(folder.root, target)) {
        if (wanted || kind.isDirectory()) {
          diagnostics.push(diagnose('file-is-readable', { path: child, details: { variant: 'outside' } }));
        }
      } else if (kind.isDirectory()) await walk(child);
      else if (wanted) paths.push(child);
    }
  };
  await walk(under);
  return { paths: paths.sort(byCodePoint), diagnostics };
}

export interface Listed {
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Code-point order: the same on every system, whatever its locale. */
export function byCodePoint(a: string, b: string): number {
  const [one, two] = [[...a], [...b]];
  for (const [index, letter] of one.entries()) {
    const other = two[index];
    if (other === undefined) return 1;
    const difference = (letter.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - two.length;
}

export function isInside(root: string, path: string): boolean {
  const inside = relative(root, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
