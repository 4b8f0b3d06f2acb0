import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Preview } from '../preview.ts';
import type { Point } from '../source/index.ts';
import { largestBody } from './guard.ts';

/** A block on a page, by what a browser knows of it. */
const askedBlock = z.strictObject({
  /** Path of a page, or id of a document. */
  page: z.string().max(1024),
  /** Of the block and of those around it. */
  ids: z.array(z.string().max(256)).max(32),
  language: z.enum(['en', 'fr']),
});

/** Of a finding, as it was told: `path:line:column`. */
const askedFinding = z.strictObject({ place: z.string().max(1024) });

const asked = z.union([askedBlock, askedFinding]);
type Asked = z.infer<typeof asked>;

/** @returns A status where it is not what we ask for: 413 or 400. */
export async function askedIn(request: IncomingMessage): Promise<Asked | 400 | 413> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > largestBody) return 413;
    parts.push(part);
  }
  try {
    return asked.parse(JSON.parse(Buffer.concat(parts).toString()));
  } catch {
    return 400;
  }
}

/** Where that is in the source; nothing that a browser says becomes a path. Undefined for what we did not tell of. */
export function pointFor(asked: Asked, { news, origins }: Preview): Point | undefined {
  if ('page' in asked) return origins?.pointOf(asked.page, asked.ids, asked.language);
  const place = news.findings.find((found) => found.place === asked.place)?.place ?? '';
  const [, path, line = 1, column = 1] = /^(.+?)(?::(\d+):(\d+))?$/.exec(place) ?? [];
  return path === undefined ? undefined : { path, line: Number(line), column: Number(column) };
}
