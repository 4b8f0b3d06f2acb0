import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes by keys, in files of one folder; kept until they have not been asked for longest and the folder is full. */
export interface Entries {
  /** Undefined where there is nothing, or what is there is not what was put. */
  get(key: string): Uint8Array | undefined;
  /** A folder that cannot be written keeps nothing; nobody has to know. */
  put(key: string, bytes: Uint8Array): void;
  info(): { readonly entries: number; readonly bytes: number };
  /** Makes room, where something was put since. */
  trim(): void;
  clear(): void;
}

const digestLength = 32;

/** Names of what is being written begin so; what is older than an hour was left by a process that was killed. */
const partial = '.part-';
const hour = 60 * 60 * 1000;

/**
 * Each entry is written beside its place and takes it as a whole; its bytes follow their own SHA-256. So neither a kill
 * nor another process that writes the same can leave half of one.
 *
 * @param limit - Bytes that all entries may have together.
 */
export function entriesIn(folder: string, limit: number): Entries {
  const pathOf = (key: string): string => join(folder, key.slice(0, 2), key.slice(2));
  let isFuller = false;
  return {
    get(key) {
      const path = pathOf(key);
      try {
        const file = readFileSync(path);
        const [digest, bytes] = [file.subarray(0, digestLength), file.subarray(digestLength)];
        if (!createHash('sha256').update(bytes).digest().equals(digest)) {
          removed(path);
          return undefined;
        }
        const now = new Date();
        utimesSync(path, now, now);
        return bytes;
      } catch {
        return undefined;
      }
    },
    put(key, bytes) {
      if (bytes.byteLength > limit / 4) return;
      const path = pathOf(key);
      const part = join(folder, key.slice(0, 2), `${partial}${randomUUID()}`);
      try {
        mkdirSync(join(folder, key.slice(0, 2)), { recursive: true, mode: 0o700 });
        writeFileSync(part, Buffer.concat([createHash('sha256').update(bytes).digest(), bytes]), { mode: 0o600 });
        renameSync(part, path);
        isFuller = true;
      } catch {
        removed(part);
      }
    },
    info() {
      const all = filesIn(folder);
      return { entries: all.length, bytes: all.reduce((sum, { size }) => sum + size, 0) };
    },
    trim() {
      if (!isFuller) return;
      isFuller = false;
      const all = filesIn(folder).sort((one, other) => other.used - one.used);
      let room = limit;
      for (const { path, size, used } of all) {
        room -= size;
        if (room < 0 || (path.includes(partial) && Date.now() - used > hour)) removed(path);
      }
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What cannot be removed stays: somebody else may have done so before us. */
function removed(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // nothing to do
  }
}

interface StoredFile {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly used: number;
}

function filesIn(folder: string): StoredFile[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry): StoredFile[] => {
      if (!entry.isFile()) return [];
      const path = join(entry.parentPath, entry.name);
      const found = statSync(path, { throwIfNoEntry: false });
      return found ? [{ path, size: found.size, used: found.mtimeMs }] : [];
    });
  } catch {
    return [];
  }
}
