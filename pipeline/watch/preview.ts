import type { OutputFile, OutputFormat } from '../model/index.ts';
import { manifestOf, manifestText } from '../write/index.ts';
import type { Finding } from './findings.ts';
import type { Origins } from './source/index.ts';

/** What the last build had to say. */
export interface News {
  /** Those that are listed, worst first. */
  readonly findings: readonly Finding[];
  /** How many there are in all, where that is more than are listed. */
  readonly count?: number;
  /** A sentence, if neither the source nor its author is to blame. */
  readonly failure?: string;
  /** Nothing was made: what is shown is of an older source. */
  readonly kept?: boolean;
}

export type ShownFormat = Extract<OutputFormat, 'html' | 'pdf' | 'epub'>;
export const shownFormats: readonly ShownFormat[] = ['html', 'pdf', 'epub'];

/** How a format stands to the source as it was saved last. */
export interface FormatState {
  /** `none`: there is nothing of it; `kept`: it cannot be made, and what is there is older. */
  readonly state: 'none' | 'making' | 'fresh' | 'kept';
  /** Milliseconds from when the change was noticed until it was made. */
  readonly took?: number;
}

/** Told to whoever looks: which files were shown, and which are. */
export interface Shown {
  readonly before: ReadonlyMap<string, OutputFile>;
  readonly after: ReadonlyMap<string, OutputFile>;
}

export interface PreviewOptions {
  readonly draft?: boolean | undefined;
  /** Milliseconds since whenever; for what formats took. */
  readonly now?: () => number;
}

/** Holds what the preview shows, and tells who looks when it changes. */
export class Preview {
  readonly #watchers = new Set<(shown: Shown) => void>();
  readonly #looked = new Map<string, number>();
  #files: ReadonlyMap<string, OutputFile> = new Map();
  #news: News = { findings: [] };
  #origins: Origins | undefined;
  #formats: Record<ShownFormat, FormatState> = {
    html: { state: 'making' },
    pdf: { state: 'making' },
    epub: { state: 'making' },
  };
  #noticed: number | undefined;
  #building: number | undefined;
  readonly #options: PreviewOptions;

  constructor(options: PreviewOptions = {}) {
    this.#options = options;
  }

  /** Of the last good build. */
  get files(): ReadonlyMap<string, OutputFile> {
    return this.#files;
  }

  get news(): News {
    return this.#news;
  }

  get formats(): Readonly<Record<ShownFormat, FormatState>> {
    return this.#formats;
  }

  /** Where in the source what is shown comes from; undefined before there was a good build. */
  get origins(): Origins | undefined {
    return this.#origins;
  }

  /** A file of the source is another than before: what is shown is stale until it is made again. */
  changed(): void {
    this.#noticed = this.#now();
    for (const format of shownFormats) this.#formats = { ...this.#formats, [format]: { state: 'making' } };
    this.#set(this.#files);
  }

  /** A build begins: it sees every change that was noticed until now. */
  begins(): void {
    this.#building = this.#noticed;
  }

  /** A good build of every format: its files take the place of all former ones. */
  show(files: readonly OutputFile[], news: News = { findings: [] }, origins?: Origins): void {
    this.#news = news;
    this.#origins = origins ?? this.#origins;
    for (const format of shownFormats) this.#made(format, files);
    this.#set(new Map(files.map((file) => [file.path, file])));
  }

  /**
   * A good build of the pages alone. Books of the build before stay until the new ones are made, and so does the entry
   * page, which states their sizes.
   */
  showPages(pages: readonly OutputFile[], news: News = { findings: [] }, origins?: Origins): void {
    const entry = this.#files.get('index.html');
    const books = [...this.#files.values()].filter(({ format }) => format === 'pdf' || format === 'epub');
    const shown = new Map([...pages, ...books].map((file) => [file.path, file]));
    if (entry && books.length > 0) shown.set(entry.path, entry);
    this.#news = news;
    this.#origins = origins ?? this.#origins;
    this.#made('html', pages);
    this.#set(shown);
  }

  /** A build that made nothing: the last good files stay. */
  explain(news: News): void {
    this.#news = { ...news, kept: true };
    for (const format of shownFormats) {
      const has = [...this.#files.values()].some((file) => file.format === format);
      this.#formats = { ...this.#formats, [format]: { state: has ? 'kept' : 'none' } };
    }
    this.#set(this.#files);
  }

  get manifest(): Uint8Array {
    return Buffer.from(manifestText(manifestOf([...this.#files.values()], this.#options)));
  }

  /** @param pages - Those that somebody looks at meanwhile. @returns How to stop being told. */
  watch(watcher: (shown: Shown) => void, pages: readonly string[] = []): () => void {
    const look = (by: 1 | -1): void => {
      for (const page of pages) this.#looked.set(page, (this.#looked.get(page) ?? 0) + by);
    };
    this.#watchers.add(watcher);
    look(1);
    return () => {
      if (this.#watchers.delete(watcher)) look(-1);
    };
  }

  isLookedAt(page: string): boolean {
    return (this.#looked.get(page) ?? 0) > 0;
  }

  #now(): number {
    return (this.#options.now ?? (() => performance.now()))();
  }

  /** What is made of an older state of the source is shown, but is not fresh: the newest change has a build of its own. */
  #made(format: ShownFormat, files: readonly OutputFile[]): void {
    if (this.#noticed !== this.#building || this.#formats[format].state === 'fresh') return;
    const has = files.some((file) => file.format === format);
    const took = this.#noticed === undefined ? {} : { took: this.#now() - this.#noticed };
    this.#formats = { ...this.#formats, [format]: has ? { state: 'fresh', ...took } : { state: 'none' } };
  }

  #set(files: ReadonlyMap<string, OutputFile>): void {
    const shown = { before: this.#files, after: files };
    this.#files = files;
    for (const watcher of this.#watchers) watcher(shown);
  }
}
