import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildMemory } from './memory.ts';
import type {
  Coverage,
  Diagnostic,
  EditionId,
  Review,
  RunStage,
  Settings,
  SourceDocument,
  Staged,
  Store,
} from './model/index.ts';

/** A format that can be asked for. */
export type Format = 'pdf' | 'epub' | 'html';

/** In the order in which they are made: the entry page, which belongs to `html`, states the sizes of the others. */
export const formats: readonly Format[] = ['pdf', 'epub', 'html'];

export type Step = 'read' | 'transform' | 'assemble' | Format | 'write';

export interface CheckOptions {
  /** Those that the publication publishes, unless told. */
  readonly editions?: readonly EditionId[] | undefined;
  /** Runs each stage; slots are `read`, `transform:<document>`, `assemble:en`, `pdf:en` … Called plainly unless told. */
  readonly run?: RunStage | undefined;
  /** Told when a step begins and when it has ended. */
  readonly onStep?: ((step: Step, state: 'begins' | 'ended') => void) | undefined;
  /** Stops between two stages; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
  /** Of the builds before: what has not changed since is not made again. Nothing is remembered unless told. */
  readonly memory?: BuildMemory | undefined;
  /** Of earlier runs: what would be made from the same is not made again. Nothing is kept unless told. */
  readonly store?: Store | undefined;
  /** With a memory: the only files that may say something else than in the build before, while none came and none went. */
  readonly changed?: ReadonlySet<string> | undefined;
}

export interface CheckResult {
  /** From the first stage to the last; the same finding once. */
  readonly diagnostics: readonly Diagnostic[];
  /** Texts of the files that findings are about, by path. */
  readonly sources: ReadonlyMap<string, string>;
  /** How far the two languages are approved against each other. */
  readonly review: Review;
  /** Of `publication.yaml`; undefined when it cannot be used. */
  readonly settings?: Settings;
}

const nothing: Coverage = { units: 0, approved: 0, stale: 0, missing: 0 };

/** One run through the pipeline: calls the stages, and keeps what they had to say. */
export class Course {
  readonly #options: CheckOptions;
  readonly #found = new Map<string, Diagnostic>();
  readonly #sources = new Map<string, string>();
  #settings: Settings | undefined;
  #review: Review = { units: [], coverage: { en: nothing, fr: nothing } };

  constructor(options: CheckOptions) {
    this.#options = options;
  }

  /** Runs one stage, keeps its findings and gives its value. */
  async take<Value>(slot: string, stage: () => Staged<Value> | Promise<Staged<Value>>): Promise<Value> {
    this.#options.signal?.throwIfAborted();
    const staged = await (this.#options.run ? this.#options.run(slot, stage) : stage());
    for (const found of staged.diagnostics) this.#found.set(wordsOf(found), found);
    return staged.value;
  }

  async step<Value>(step: Step, work: () => Promise<Value>): Promise<Value> {
    this.#options.onStep?.(step, 'begins');
    const value = await work();
    this.#options.onStep?.(step, 'ended');
    return value;
  }

  /** Code frames show the text that was read, even if the file has changed since. */
  remember(documents: readonly SourceDocument[]): void {
    for (const document of documents) {
      for (const { path, text } of [document, ...(document.files ?? [])]) this.#sources.set(path, text);
    }
  }

  keep(settings: Settings, review: Review): void {
    this.#settings = settings;
    this.#review = review;
  }

  get hasErrors(): boolean {
    return [...this.#found.values()].some(({ severity }) => severity === 'error');
  }

  /** @param dir - The publication's folder, where files that are no documents are read for code frames. */
  result(dir: string): CheckResult {
    const diagnostics = [...this.#found.values()];
    const sources = new Map<string, string>();
    for (const path of new Set(diagnostics.map((found) => found.path))) {
      const text = this.#sources.get(path) ?? textOf(join(dir, path));
      if (text !== undefined) sources.set(path, text);
    }
    return { diagnostics, sources, review: this.#review, ...(this.#settings && { settings: this.#settings }) };
  }
}

const words = new WeakMap<Diagnostic, string>();

/** As JSON; a remembered finding is not written again. */
function wordsOf(found: Diagnostic): string {
  const known = words.get(found) ?? JSON.stringify(found);
  words.set(found, known);
  return known;
}

/** Undefined for what is not there, or is no file: then the finding speaks without a frame. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
