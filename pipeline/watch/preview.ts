import { createHash } from 'node:crypto';
import type { OutputFile } from '../model/index.ts';
import type { Told } from '../report/index.ts';
import { manifestOf, manifestText } from '../write/index.ts';

/** Why the newest source is not what is shown. */
export interface Trouble {
  /** Errors in the source. */
  readonly findings: readonly Told[];
  /** A sentence, if neither the source nor its author is to blame. */
  readonly failure?: string;
}

/** Holds what the preview shows, and tells who looks when it changes. */
export class Preview {
  readonly #watchers = new Set<() => void>();
  #files: ReadonlyMap<string, OutputFile> = new Map();
  #trouble: Trouble = { findings: [] };
  readonly #options: { readonly draft?: boolean | undefined };

  constructor(options: { readonly draft?: boolean | undefined } = {}) {
    this.#options = options;
  }

  /** Of the last good build. */
  get files(): ReadonlyMap<string, OutputFile> {
    return this.#files;
  }

  get trouble(): Trouble {
    return this.#trouble;
  }

  /** A good build of every format: its files take the place of all former ones. */
  show(files: readonly OutputFile[]): void {
    this.#set(new Map(files.map((file) => [file.path, file])), { findings: [] });
  }

  /**
   * A good build of the pages alone. Books of the build before stay until the new ones are made, and so does the entry
   * page, which states their sizes.
   */
  showPages(pages: readonly OutputFile[]): void {
    const entry = this.#files.get('index.html');
    const books = [...this.#files.values()].filter(({ format }) => format === 'pdf' || format === 'epub');
    const shown = new Map([...pages, ...books].map((file) => [file.path, file]));
    if (entry && books.length > 0) shown.set(entry.path, entry);
    this.#set(shown, { findings: [] });
  }

  /** A build that made nothing: the last good files stay. */
  explain(trouble: Trouble): void {
    this.#set(this.#files, trouble);
  }

  get manifest(): Uint8Array {
    return Buffer.from(manifestText(manifestOf([...this.#files.values()], this.#options)));
  }

  /** Changes when a page must be loaded again: its own bytes have changed, or those of what pages load. */
  tagOf(page: OutputFile): string {
    const hash = createHash('sha256').update(page.bytes);
    for (const { format, bytes } of this.#files.values()) if (format === 'asset') hash.update(bytes);
    return hash.digest('hex').slice(0, 16);
  }

  /** @returns How to stop being told. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #set(files: ReadonlyMap<string, OutputFile>, trouble: Trouble): void {
    this.#files = files;
    this.#trouble = trouble;
    for (const watcher of this.#watchers) watcher();
  }
}
