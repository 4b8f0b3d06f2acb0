import { resolve } from 'node:path';
import { type BuildResult, build } from '../build.ts';
import type { Step } from '../course.ts';
import { newMemory } from '../memory.ts';
import type { Language, LanguageMap, Strings } from '../model/index.ts';
import { booksOf } from './books.ts';
import { changesIn } from './changes.ts';
import { findingsOf } from './findings.ts';
import { previewPages } from './pages.ts';
import { isSameResult, joined, noChanges, ownPluginsOf } from './pending.ts';
import { type News, Preview } from './preview.ts';
import { servePreview } from './server/index.ts';
import { editorFor, Origins } from './source/index.ts';
import { turns } from './turns.ts';

export { openInBrowser } from './source/index.ts';

export interface WatchOptions {
  readonly out?: string | undefined;
  /** Shown and written in spite of errors, as a draft. */
  readonly draft?: boolean | undefined;
  /** Exactly this port; 0 for any that is free. Unless told, the first free one beginning with `from`. */
  readonly port?: number | undefined;
  readonly from: number;
  /** Reached from this machine only, unless told: an address of this machine, or `0.0.0.0` for all of them. */
  readonly host?: string | undefined;
  /** How a place in the source is opened: a program, or the name of a scheme, `vscode:`. */
  readonly editor?: string | undefined;
  /** Tables of both languages: the preview's own pages speak both. */
  readonly strings: LanguageMap<Strings>;
  /** Of the person at work, for findings in the browser. */
  readonly language: Language;
  readonly onBuild: (build: WatchedBuild) => void;
  /** Steps of the first build. */
  readonly onStep?: ((step: Step, state: 'begins' | 'ended') => void) | undefined;
  /** A sentence about something thrown. */
  readonly explain: (error: unknown) => string;
}

export interface WatchedBuild {
  /** Absent when something was thrown. */
  readonly result?: BuildResult;
  readonly error?: unknown;
  /** `pages`: the pages alone, in memory, at once; `all`: every format, written to the output folder, after them. */
  readonly what: 'pages' | 'all';
  /** Milliseconds. */
  readonly took: number;
  /** Whether there are good pages to show, of this build or a former one. */
  readonly shown: boolean;
}

export interface Watching {
  /** Of the preview page. */
  readonly address: string;
  /** For other machines, where they may ask. */
  readonly elsewhere?: string;
  /** Lets a build under way end, so that the output folder is whole. */
  close(): Promise<void>;
}

/**
 * Builds a publication again at every change, and shows it in the browser: the pages at once, then every format, which
 * is also written to `out`, in a thread of its own. A newer change ends the second part early, and never waits for it.
 *
 * @throws Failure when the first build throws one, or the port is taken. Errors in the source are shown, not thrown.
 */
export async function watch(dir: string, options: WatchOptions): Promise<Watching> {
  const preview = new Preview({ draft: options.draft });
  const { draft } = options;
  const openPoint = editorFor(options.editor);
  const server = await servePreview(preview, previewPages(options.strings, options.language), {
    ...options,
    open: (at) => openPoint({ ...at, path: resolve(dir, at.path) }),
  });
  const memory = newMemory();
  const books = booksOf({ dir, out: options.out, draft: options.draft });
  let pending = noChanges();
  let pages: BuildResult | undefined;
  const isLookedAt = (path: string): boolean => preview.isLookedAt(path);
  const makingBooks = turns(async (signal) => {
    const all = await made('all', async () => {
      const result = pages && (await books.make());
      return pages && result && { ...pages, ...result, files: joined(preview.files, result.files) };
    });
    if (signal.aborted || !all) return;
    options.onBuild(all);
    if (all.result?.outcome === 'done') look();
  });
  const makingPages = turns(async () => {
    const { paths, moved, isLook } = pending;
    pending = noChanges();
    preview.begins();
    const changed = moved ? {} : { changed: paths };
    const before = pages;
    const built = await made(
      'pages',
      () => build(dir, { now: ['html'], to: 'memory', memory, ...changed, draft, isLookedAt }),
      isLook,
    );
    if (!built) return;
    pages = built.result ?? pages;
    changes.also(ownPluginsOf(built.result));
    if (isLook && isSameResult(before, built.result)) return;
    if (isLook) show('pages', built);
    options.onBuild(built);
    if (built.result?.outcome === 'done') makingBooks.ask();
  });
  const changes = await changesIn(dir, ({ path, moved }) => {
    pending.paths.add(path);
    pending = { ...pending, moved: pending.moved || moved, isLook: false };
    books.stop();
    preview.changed();
    makingPages.ask();
  });
  const close = async (): Promise<void> => {
    await changes.close();
    books.stop();
    await makingPages.close();
    await makingBooks.close();
    await books.close();
    await server.close();
  };

  const first = await made('all', () => build(dir, { out: options.out, onStep: options.onStep, memory, draft }));
  if (!first?.result) {
    await close();
    throw first?.error;
  }
  pages = first.result;
  changes.also(ownPluginsOf(first.result));
  options.onBuild(first);
  const { address, elsewhere } = server;
  return { address: `${address}@diptych/`, ...(elsewhere && { elsewhere: `${elsewhere}@diptych/` }), close };

  /** Every file is read once more when there is time: an event that never came is no reason to show what is old. */
  function look(): void {
    if (pending.paths.size === 0) pending = { ...pending, moved: true, isLook: true };
    makingPages.ask();
  }

  /** Undefined where there is nothing to tell. */
  async function made(
    what: WatchedBuild['what'],
    make: () => Promise<BuildResult | undefined>,
    isQuiet = false,
  ): Promise<WatchedBuild | undefined> {
    const started = performance.now();
    const built = await make().then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
    if ('result' in built && !built.result) return undefined;
    const { result, ...failed } = { result: undefined, ...built };
    const found = { ...failed, ...(result && { result }) };
    const took = performance.now() - started;
    if (!isQuiet) show(what, found);
    return { ...found, what, took, shown: preview.files.size > 0 };
  }

  function show(what: WatchedBuild['what'], { result, error }: { result?: BuildResult; error?: unknown }): void {
    const origins = result?.documents && new Origins(result.documents);
    const news = result && newsOf(result, origins ?? preview.origins);
    if (!news) preview.explain({ findings: [], failure: options.explain(error) });
    else if (result.outcome === 'refused') preview.explain(news);
    else if (what === 'all') preview.show(result.files, news, origins);
    else preview.showPages(result.files, news, origins);
  }

  function newsOf({ diagnostics, sources }: BuildResult, origins: Origins | undefined): News {
    const findings = findingsOf(diagnostics, { strings: options.strings[options.language], sources, origins });
    return { findings, ...(findings.length < diagnostics.length && { count: diagnostics.length }) };
  }
}
