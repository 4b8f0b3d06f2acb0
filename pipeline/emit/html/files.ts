import type { Memory, OutputFile } from '../../model/index.ts';

/** A file before its bytes are made. */
export interface Wanted extends Omit<OutputFile, 'bytes'> {
  /** All that its text depends on. */
  readonly inputs: readonly unknown[];
  /** Asked for after the build has ended, perhaps: it reads nothing but what it has. */
  readonly make: () => string;
  /** Long to make, and asked for by few. */
  readonly isLate?: boolean;
}

/**
 * Pages that are made at once in a build with a memory. Of more, as after a change of templates, the others are made when
 * somebody asks for their bytes.
 */
const atOnce = 24;

/** Whether a file is made when its bytes are asked for, not at once. */
export type Waits = (file: Pick<Wanted, 'path' | 'isLate'>) => boolean;

export const nothingWaits: Waits = () => false;

/** In builds with a memory. @param isLookedAt - Pages that cannot wait; unless told, as many as `atOnce` are made. */
export function waiting(isLookedAt?: (path: string) => boolean): Waits {
  let made = 0;
  return ({ path, isLate = false }) => {
    if (isLookedAt ? !isLookedAt(path) : isLate || made >= atOnce) return true;
    made += 1;
    return false;
  };
}

/** Makes files: those whose inputs have not changed are the ones of the build before. */
export function filesOf(wanted: readonly Wanted[], memory: Memory, waits: Waits): readonly OutputFile[] {
  return wanted.map(({ inputs, make, isLate, ...fields }) =>
    memory.part(fields.path).recall('file', inputs, (before?: OutputFile) => {
      if (waits({ path: fields.path, ...(isLate && { isLate }) })) return later(fields, make);
      const bytes = new TextEncoder().encode(make());
      return before && isWhole(before) && isEqual(before.bytes, bytes) ? before : { ...fields, bytes };
    }),
  );
}

/** A file whose bytes are made when they are first read. */
function later(fields: Omit<OutputFile, 'bytes'>, make: () => string): OutputFile {
  let bytes: Uint8Array | undefined;
  const get = (): Uint8Array => {
    bytes ??= new TextEncoder().encode(make());
    return bytes;
  };
  return Object.defineProperty({ ...fields }, 'bytes', { enumerable: true, get }) as OutputFile;
}

function isWhole(file: OutputFile): boolean {
  return Object.getOwnPropertyDescriptor(file, 'bytes')?.value !== undefined;
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
