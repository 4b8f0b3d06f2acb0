import { deserialize } from 'node:v8';
import type { Read, ReadFrom, Store } from '../model/index.ts';
import { hashOf, newDigest, plainBytes } from './digests.ts';
import type { Entries } from './entries.ts';

/** What a value has read of tables: kind, key, and the digest of what was there. */
type Reads = readonly (readonly [kind: string, key: string, digest: string | undefined])[];

/** Under a key. */
interface Kept {
  readonly value: unknown;
  readonly reads?: Reads;
}

/**
 * Values by the digests of all that they are made from.
 *
 * @param maker - Another text for every version of the code that makes them.
 */
export function storeOf(entries: Entries, maker: string): Store {
  const digestOf = newDigest();
  const keyOf = (name: string, inputs: readonly unknown[]): string | undefined => {
    const parts = [maker, name, ...inputs.map(digestOf)];
    return parts.includes(undefined) ? undefined : hashOf(parts.map((part = '') => `${part.length} ${part}`));
  };
  const find = (key: string | undefined): Kept | undefined => {
    const bytes = key === undefined ? undefined : entries.get(key);
    return bytes && (deserialize(bytes) as Kept);
  };
  const keep = (key: string | undefined, kept: Kept): void => {
    const bytes = key === undefined ? undefined : plainBytes(kept);
    if (key && bytes) entries.put(key, bytes);
  };
  return {
    find: <Value>(name: string, inputs: readonly unknown[]) => find(keyOf(name, inputs))?.value as Value | undefined,
    keep: (name, inputs, value) => keep(keyOf(name, inputs), { value }),
    recall<Value>(name: string, inputs: readonly unknown[], make: () => Value): Value {
      const key = keyOf(name, inputs);
      const found = find(key);
      if (found) return found.value as Value;
      const value = make();
      keep(key, { value });
      return value;
    },
    async recallLater<Value>(name: string, inputs: readonly unknown[], make: () => Promise<Value>): Promise<Value> {
      const key = keyOf(name, inputs);
      const found = find(key);
      if (found) return found.value as Value;
      const value = await make();
      keep(key, { value });
      return value;
    },
    recallReading<Value>(name: string, from: ReadFrom, read: Read, make: (read: Read) => Value): Value {
      const { inputs, tables } = from;
      const key = keyOf(name, inputs);
      const said = (kind: string, own: string): string | undefined => digestOf(tables[kind]?.get(own));
      const found = find(key);
      if (found?.reads?.every(([kind, own, digest]) => digest !== undefined && said(kind, own) === digest)) {
        for (const [kind, own] of found.reads) read(kind, own);
        return found.value as Value;
      }
      const reads = new Map<string, Reads[number]>();
      const value = make((kind, own) => {
        reads.set(`${kind} ${own}`, [kind, own, said(kind, own)]);
        read(kind, own);
      });
      keep(key, { value, reads: [...reads.values()] });
      return value;
    },
    end: () => entries.trim(),
  };
}
