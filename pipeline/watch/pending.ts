import type { BuildResult } from '../build.ts';
import type { OutputFile } from '../model/index.ts';

/** What was noticed since the last build began. */
export interface Pending {
  readonly paths: Set<string>;
  /** Some came or went, or it is not known: every file is read again. */
  readonly moved: boolean;
  /** Nothing was noticed: it is looked whether that is right. */
  readonly isLook: boolean;
}

export function noChanges(): Pending {
  return { paths: new Set(), moved: false, isLook: false };
}

/** The pages that are shown, and the new books; a book with the same bytes stays the same file. */
export function joined(shown: ReadonlyMap<string, OutputFile>, books: readonly OutputFile[]): readonly OutputFile[] {
  const isBook = ({ path, format }: OutputFile): boolean =>
    format === 'pdf' || format === 'epub' || path === 'index.html';
  const kept = books.map((book) => {
    const before = shown.get(book.path);
    return before && Buffer.compare(before.bytes, book.bytes) === 0 ? before : book;
  });
  const pages = [...shown.values()].filter((file) => !isBook(file));
  const isEntry = ({ path }: OutputFile): boolean => path === 'index.html';
  return [...kept.filter((file) => !isEntry(file)), ...pages, ...kept.filter(isEntry)];
}

export function isSameResult(one: BuildResult | undefined, other: BuildResult | undefined): boolean {
  if (!one || !other || one.outcome !== other.outcome) return false;
  const files = (result: BuildResult): readonly OutputFile[] =>
    result.files.filter(({ format }) => format !== 'pdf' && format !== 'epub');
  const [before, after] = [files(one), files(other)];
  const isSame = (file: OutputFile, at: number): boolean => file === after[at] || file.path === 'index.html';
  return before.length === after.length && before.every(isSame);
}

/** Files of plugins that the publication names. */
export function ownPluginsOf(result: BuildResult | undefined): readonly string[] {
  return (result?.settings?.plugins ?? []).map(({ name }) => name).filter((name) => /^[./]/.test(name));
}
