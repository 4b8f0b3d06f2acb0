import { zlibSync } from 'fflate';
import { type Memory, noMemory, Recent } from '../../../model/index.ts';

/** Bytes → the same in the format of zlib, with the same result under every Node. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** Streams of about 600 pages. */
const most = 1024;

const deflateAnew: Deflate = (bytes) => zlibSync(bytes, { level: 6 });

/** @param memory - Of the builds before: most pages of a book are what they were. */
export function deflateWith(memory: Memory = noMemory): Deflate {
  if (memory === noMemory) return deflateAnew;
  const recent = memory.recall('deflated', [], () => new Recent<Uint8Array>(most));
  return (bytes) => recent.get(Buffer.from(bytes).toString('latin1'), () => deflateAnew(bytes));
}
