/**
 * What one build keeps for the next. A value is given again while everything that it was made from is the same: the same
 * object, or an equal word. So what is remembered is never changed, and what a stage reads stands in its inputs, all of it.
 */
export interface Memory {
  /** The value of this name, made again when one of its inputs is another than when it was made. */
  recall<Value>(name: string, inputs: readonly unknown[], make: (before?: Value) => Value): Value;
  /** Likewise, for what reads tables by keys: it is made again when a key that it read has another value. */
  recallReading<Value>(name: string, from: ReadFrom, make: (read: Read) => Value): Value;
  /** The value that had this name before, where this one says the same: then what was made from it need not be made again. */
  same<Value>(name: string, value: Value): Value;
  /** The memory of a part: of a document, of an edition. */
  part(name: string): Memory;
  /**
   * Another number when the file may have changed.
   *
   * @param path - Relative to the publication's folder. `source/`: which files are in it; `templates/*`: what any of them says.
   */
  version(path: string): number;
}

export interface ReadFrom {
  readonly inputs: readonly unknown[];
  /** By their kind: `token`, `label`, `page`. */
  readonly tables: Readonly<Record<string, Table>>;
}

/** Gives the same object under a key for as long as it says the same. */
export interface Table {
  get(key: string): unknown;
}

/** Notes that the value depends on a key of a table: `token`, `smart`. */
export type Read = (table: string, key: string) => void;

/** For a build that nothing follows. */
export const noMemory: Memory = {
  recall: (_name, _inputs, make) => make(),
  recallReading: (_name, _from, make) => make(() => {}),
  same: (_name, value) => value,
  part: () => noMemory,
  version: () => 0,
};

/** A table, its values those of the one before where they say the same; that one itself where nothing differs. */
export function kept<Value>(
  table: ReadonlyMap<string, Value>,
  before: ReadonlyMap<string, Value> | undefined,
): ReadonlyMap<string, Value> {
  if (!before) return table;
  const made = new Map<string, Value>();
  let differs = table.size !== before.size;
  for (const [key, value] of table) {
    const old = before.get(key);
    const isOld = old !== undefined && isSame(old, value);
    made.set(key, isOld ? old : value);
    differs ||= !isOld;
  }
  return differs ? made : before;
}

/** Whether two values say the same, down to their last part. Functions are the same only when they are one. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  if (ArrayBuffer.isView(one)) return isSameBytes(one as Uint8Array, other as Uint8Array);
  if (Array.isArray(one)) {
    const others = other as readonly unknown[];
    return one.length === others.length && one.every((value, at) => isSame(value, others[at]));
  }
  if (one instanceof Map || one instanceof Set) {
    const others = other as typeof one;
    return one.size === others.size && isSame([...one], [...others]);
  }
  const keys = Object.keys(one) as (keyof typeof one)[];
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && isSame(one[key], other[key]));
}

function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
