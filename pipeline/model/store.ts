import type { Memory, Read, ReadFrom } from './memory.ts';

/**
 * What outlives the process: values that are plain data, by what all their inputs say. A value is given again, as a copy,
 * whenever it would be made from the same.
 */
export interface Store {
  /** Undefined where nothing was kept for these inputs. */
  find<Value>(name: string, inputs: readonly unknown[]): Value | undefined;
  keep(name: string, inputs: readonly unknown[], value: unknown): void;
  /** @param inputs - All that the value is made from, but for the version of the code. */
  recall<Value>(name: string, inputs: readonly unknown[], make: () => Value): Value;
  recallLater<Value>(name: string, inputs: readonly unknown[], make: () => Promise<Value>): Promise<Value>;
  /** For what reads tables by keys. @param read - Told what the value has read, also when it was made in an earlier run. */
  recallReading<Value>(name: string, from: ReadFrom, read: Read, make: (read: Read) => Value): Value;
  /** A run has ended: what is too much goes. */
  end(): void;
}

/** What a stage may have of before: of the build before, and of earlier runs. Nothing unless told. */
export interface Before {
  readonly memory?: Memory | undefined;
  readonly store?: Store | undefined;
}

/** Nothing outlives the process. */
export const noStore: Store = {
  find: () => undefined,
  keep: () => {},
  recall: (_name, _inputs, make) => make(),
  recallLater: (_name, _inputs, make) => make(),
  recallReading: (_name, _from, read, make) => make(read),
  end: () => {},
};
