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

/** Whether it comes with the books: the PDFs, the EPUBs, and the entry page, which states their sizes. */
export function isOfBooks({ path, format }: OutputFile): boolean {
  return format === 'pdf' || format === 'epub' || path === 'index.html';
}

/** The pages that are shown, and the new books; a book with the same bytes stays the same file. */
export function joined(shown: ReadonlyMap<string, OutputFile>, books: readonly OutputFile[]): readonly OutputFile[] {
  const kept = books.map((book) => {
    const before = shown.get(book.path);
    return before && Buffer.compare(before.bytes, book.bytes) === 0 ? before : book;
  });
  const pages = [...shown.values()].filter((file) => !isOfBooks(file));
  const isEntry = ({ path }: OutputFile): boolean => path === 'index.html';
  return [...kept.filter((file) => !isEntry(file)), ...pages, ...kept.filter(isEntry)];
}

/** Whether two builds give the same pages: those that did not change are the same files. */
export function isSameResult(one: BuildResult | undefined, other: BuildResult | undefined): boolean {
  if (!one || !other || one.outcome !== other.outcome) return false;
  const pages = ({ files }: BuildResult): readonly OutputFile[] => files.filter((file) => !isOfBooks(file));
  const [before, after] = [pages(one), pages(other)];
  return before.length === after.length && before.every((file, at) => file === after[at]);
}

/** Files of plugins that the publication names. */
export function ownPluginsOf(result: BuildResult | undefined): readonly string[] {
  return (result?.settings?.plugins ?? []).map(({ name }) => name).filter((name) => /^[./]/.test(name));
}
