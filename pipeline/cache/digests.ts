import { createHash } from 'node:crypto';
import { DefaultSerializer } from 'node:v8';

/** No plain data: a function, a promise. */
class NotPlain extends Error {}

class PlainSerializer extends DefaultSerializer {
  readonly _getDataCloneError = (message: string): Error => new NotPlain(message); // what Node’s serializer throws
}

/** Undefined where the value is no plain data. */
export function plainBytes(value: unknown): Uint8Array | undefined {
  return orNothing(() => {
    const serializer = new PlainSerializer();
    serializer.writeHeader();
    serializer.writeValue(value);
    return serializer.releaseBuffer();
  });
}

export function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/**
 * Says what a value says in few letters: the same for all that say the same, however they were made. Undefined of what is
 * no plain data. Each object is looked at once, so none may change.
 */
export function newDigest(): (value: unknown) => string | undefined {
  const known = new WeakMap<object, string>();
  const digestOf = (value: unknown): string => {
    if (typeof value === 'function' || typeof value === 'symbol') throw new NotPlain();
    if (typeof value === 'string') return `string ${value.length} ${value}`;
    if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`;
    const before = known.get(value);
    if (before !== undefined) return before;
    const made = hashOf([...partsOf(value)]);
    known.set(value, made);
    return made;
  };
  function* partsOf(value: object): Generator<string | Uint8Array> {
    if (ArrayBuffer.isView(value)) yield value as Uint8Array;
    else if (isNode(value)) yield JSON.stringify(value);
    else if (value instanceof Promise) throw new NotPlain();
    else if (Array.isArray(value) || value instanceof Set) {
      yield value.constructor.name;
      for (const each of value) yield `${digestOf(each)},`;
    } else {
      const isTable = value instanceof Map;
      yield isTable ? 'Map' : 'Object';
      for (const [key, each] of isTable ? value : Object.entries(value)) yield `${digestOf(key)},${digestOf(each)},`;
    }
  }
  return (value) => orNothing(() => digestOf(value));
}

/** Nodes of trees are JSON through and through, which is written faster than it is walked through. */
function isNode(value: object): boolean {
  return 'type' in value && typeof value.type === 'string' && ('children' in value || 'value' in value);
}

function orNothing<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}
