import { type BuildResult, build } from '../build.ts';
import type { Step } from '../course.ts';
import type { Language, LanguageMap, Strings } from '../model/index.ts';
import { tellAll } from '../report/index.ts';
import { changesIn } from './changes.ts';
import { previewPages } from './pages.ts';
import { Preview } from './preview.ts';
import { servePreview } from './server.ts';
import { turns } from './turns.ts';

export interface WatchOptions {
  readonly out?: string | undefined;
  /** Exactly this port; 0 for any that is free. Unless told, the first free one beginning with `from`. */
  readonly port?: number | undefined;
  readonly from: number;
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
  /** Milliseconds. */
  readonly took: number;
  /** Whether any output is other than before. */
  readonly changed: boolean;
  /** Whether there are good pages to show, of this build or a former one. */
  readonly shown: boolean;
}

export interface Watching {
  readonly address: string;
  /** Lets a build under way end, so that the output folder is whole. */
  close(): Promise<void>;
}

/**
 * Builds a publication again at every change, and shows it in the browser; each good build is also written to `out`.
 *
 * @throws Failure when the first build throws one, or the port is taken. Errors in the source are shown, not thrown.
 */
export async function watch(dir: string, options: WatchOptions): Promise<Watching> {
  const preview = new Preview(String(Date.now()));
  const server = await servePreview(preview, previewPages(options.strings, options.language), options);
  const queue = turns(async () => options.onBuild(await rebuild()));
  const changes = await changesIn(dir, () => queue.ask());
  const close = async (): Promise<void> => {
    await changes.close();
    await queue.close();
    await server.close();
  };

  const first = await rebuild(options.onStep);
  if (!first.result) {
    await close();
    throw first.error;
  }
  options.onBuild(first);
  return { address: server.address, close };

  async function rebuild(onStep?: WatchOptions['onStep']): Promise<WatchedBuild> {
    const started = performance.now();
    const took = (): number => performance.now() - started;
    try {
      const result = await build(dir, { out: options.out, onStep });
      const changed = result.outcome === 'done' && preview.show(result.files);
      if (result.outcome === 'refused') preview.explain(toldErrors(result));
      return { result, took: took(), changed, shown: preview.state.files.size > 0 };
    } catch (error) {
      preview.explain([], options.explain(error));
      return { error, took: took(), changed: false, shown: preview.state.files.size > 0 };
    }
  }

  /** Errors only: what does not keep the pages from being shown is told at the terminal. */
  function toldErrors({ diagnostics, sources }: BuildResult): ReturnType<typeof tellAll> {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return tellAll(errors, { strings: options.strings[options.language], sources, width: 100 });
  }
}
