import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { OutputFile } from '../model/index.ts';

/** Computed once for each output: the next build has the same object where it made the same file. */
const hashes = new WeakMap<OutputFile, string>();
const names = new WeakMap<OutputFile, readonly string[]>();

/** Changes when the file's bytes do. */
export function tagOf(file: OutputFile): string {
  const known = hashes.get(file);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(file.bytes).digest('hex').slice(0, 16);
  hashes.set(file, hash);
  return hash;
}

/** Whether two states of an output are one. */
export function isSame(a: OutputFile | undefined, b: OutputFile | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && a.bytes.byteLength === b.bytes.byteLength && tagOf(a) === tagOf(b);
}

/** Paths of what a page loads: styles, scripts, pictures. Links to other pages are among them, and harm nothing. */
export function loadedBy(page: OutputFile): readonly string[] {
  const known = names.get(page);
  if (known) return known;
  const found = new Set<string>();
  for (const [, , name = ''] of Buffer.from(page.bytes)
    .toString()
    .matchAll(/\b(src|href)="([^"#?]+)/g)) {
    if (!/^[a-z]+:|^\//i.test(name) && !/\.html$/.test(name))
      found.add(posix.join(posix.dirname(page.path), decoded(name)));
  }
  const paths = [...found];
  names.set(page, paths);
  return paths;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
