import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answers.ts';
import { mediaTypeOf } from './media-types.ts';

export function send({ method }: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status, path, bytes, tag } = answer;
  const type = mediaTypeOf(path);
  response.writeHead(status, {
    ...guarded,
    ...headersFor(answer, type),
    ...(tag && { ETag: `"${tag}"` }),
    ...(status >= 400 && status !== 404 && status !== 503 && { Connection: 'close' }),
    ...(status !== 204 && { 'Content-Type': type, 'Content-Length': bytes.byteLength }),
  });
  response.end(method === 'HEAD' ? undefined : bytes);
}

/** On everything. */
export const guarded = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/**
 * Frames in a sandbox have no origin: what they load must be open to any; nobody else knows its address, which has a key. The
 * preview page runs what we named, and is in no frame.
 */
function headersFor({ as, nonce }: Answer, type: string): Readonly<Record<string, string>> {
  const open = { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': 'null' };
  if (as === 'app') return { 'Content-Security-Policy': appPolicy(nonce ?? ''), 'X-Frame-Options': 'DENY', ...apart };
  const policy = { 'Content-Security-Policy': "default-src 'self'; frame-ancestors 'self'; base-uri 'none'" };
  return { ...(as === 'frame' && open), ...(/html|svg/.test(type) && policy) };
}

/** Windows that open it, or that it opens, have no way into it. */
const apart = { 'Cross-Origin-Opener-Policy': 'same-origin' };

function appPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
