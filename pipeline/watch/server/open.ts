import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { largestBody } from './guard.ts';

/** A block on a page, by what a browser knows of it. */
const askedBlock = z.strictObject({
  /** Path of a page, or id of a document. */
  page: z.string().max(1024),
  /** Of the block and of those around it. */
  ids: z.array(z.string().max(256)).max(32),
  language: z.enum(['en', 'fr']),
});
export type AskedBlock = z.infer<typeof askedBlock>;

/** @returns A status where it is not what we ask for: 413 or 400. */
export async function askedIn(request: IncomingMessage): Promise<AskedBlock | 400 | 413> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > largestBody) return 413;
    parts.push(part);
  }
  try {
    return askedBlock.parse(JSON.parse(Buffer.concat(parts).toString()));
  } catch {
    return 400;
  }
}
