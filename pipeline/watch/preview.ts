import type { OutputFile } from '../model/index.ts';
import type { Told } from '../report/index.ts';
import { manifestOf, manifestText } from '../write/index.ts';

/** What the preview shows at a moment. */
export interface PreviewState {
  /** Changes when pages must be loaded again; never the same in two runs of the preview. */
  readonly generation: string;
  /** Of the last good build, by path; the manifest among them. Empty before there was one. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Why the newest source could not be built; empty when it could. */
  readonly findings: readonly Told[];
  /** Why it could not, if neither the source nor its author is to blame. */
  readonly failure?: string | undefined;
}

/** Holds what is shown, and tells who looks when it changes. */
export class Preview {
  readonly #run: string;
  readonly #watchers = new Set<(state: PreviewState) => void>();
  #turn = 0;
  #state: PreviewState;

  /** @param run - Different in each run of the preview, so that pages of a former one are loaded again. */
  constructor(run: string) {
    this.#run = run;
    this.#state = { generation: `${run}.0`, files: new Map(), findings: [] };
  }

  get state(): PreviewState {
    return this.#state;
  }

  /** A good build: its files take the place of the former ones. @returns Whether any of them differs. */
  show(files: readonly OutputFile[]): boolean {
    const manifest = new TextEncoder().encode(manifestText(manifestOf(files)));
    const before = this.#state.files.get('manifest.json');
    const changed = !before || Buffer.compare(before, manifest) !== 0;
    if (changed) this.#turn++;
    const shown = new Map(files.map(({ path, bytes }) => [path, bytes]));
    shown.set('manifest.json', manifest);
    this.#set({ generation: `${this.#run}.${this.#turn}`, files: shown, findings: [] });
    return changed;
  }

  /** A build that made nothing: the last good files stay. */
  explain(findings: readonly Told[], failure?: string): void {
    this.#set({ ...this.#state, findings, failure });
  }

  /** @returns How to stop being told. */
  watch(watcher: (state: PreviewState) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #set(state: PreviewState): void {
    this.#state = state;
    for (const watcher of this.#watchers) watcher(state);
  }
}
