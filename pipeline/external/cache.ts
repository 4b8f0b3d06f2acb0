import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What answered well, and when: milliseconds since 1970. */
interface Memory {
  isFine(address: string): boolean;
  keep(address: string): void;
  close(): Promise<void>;
}

const day = 24 * 60 * 60 * 1000;

/** What answered well in the last day need not be asked again. A file that cannot be read or written is no memory. */
export async function recall(path: string | undefined): Promise<Memory> {
  const now = Date.now();
  const known = new Map(path === undefined ? [] : (await entriesOf(path)).filter(([, when]) => now - when < day));
  return {
    isFine: (address) => known.has(address),
    keep: (address) => known.set(address, now),
    async close() {
      if (path === undefined) return;
      const text = `${JSON.stringify(Object.fromEntries([...known].sort()), undefined, 1)}\n`;
      const own = `${path}.${process.pid}`;
      await mkdir(dirname(path), { recursive: true })
        .then(() => writeFile(own, text))
        .then(() => rename(own, path))
        .catch(() => undefined);
    },
  };
}

async function entriesOf(path: string): Promise<[string, number][]> {
  try {
    const written: unknown = JSON.parse(await readFile(path, 'utf8'));
    const isEntry = (entry: [string, unknown]): entry is [string, number] => typeof entry[1] === 'number';
    return typeof written === 'object' && written !== null ? Object.entries(written).filter(isEntry) : [];
  } catch {
    return [];
  }
}
