import type { IncomingMessage } from 'node:http';
import { isKey, type Keys } from './keys.ts';

export interface Doors {
  /** With their ports, as `Host` has them. */
  readonly hosts: ReadonlySet<string>;
  readonly keys: Keys;
}

/** Characters of an address that are looked at; no output has a longer name. */
const longest = 4096;

/** Bytes of what a page may ask to have done. */
export const largestBody = 4096;

/** Where the outputs are as frames without an origin see them; a key follows. */
const framed = /^\/@diptych\/(?:view|book)\/([^/]*)\//;

/** Scripts, styles and fonts of the package: anybody may have them. */
const client = /^\/@diptych\/[\w.-]+\.(?:m?js|css|woff2)(?:\?|$)/;

/**
 * What is wrong with a request, whatever it asks for: 421 for a host that we are not, 403 for a page elsewhere or a wrong key,
 * 400, 413 and 414 for what no browser of ours sends, 405 for other methods. Undefined when nothing is.
 */
export function refusalOf(request: IncomingMessage, { hosts, keys }: Doors): number | undefined {
  const { method = '', url = '', headers } = request;
  if (countOf(request, 'host') > 1) return 400;
  if (!hosts.has(headers.host?.toLowerCase() ?? '')) return 421;
  if (url.length > longest) return 414;
  const key = framed.exec(url)?.[1];
  if (key !== undefined && !isKey(key, keys.view)) return 403;
  if (isFromElsewhere(request, hosts, key !== undefined || client.test(url))) return 403;
  if (method === 'POST') return refusalOfPost(request, keys);
  if (method !== 'GET' && method !== 'HEAD') return 405;
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0) return 413;
  return undefined;
}

/** Frames of ours have the origin `null`, and their browser calls what they ask for cross-site. */
function isFromElsewhere({ headers }: IncomingMessage, hosts: ReadonlySet<string>, ofFrame: boolean): boolean {
  const { origin } = headers;
  if (origin === 'null' && ofFrame) return false;
  if (origin !== undefined) return !hosts.has(origin.replace(/^http:\/\//, '')) || !origin.startsWith('http://');
  const site = headers['sec-fetch-site'];
  return site === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate' && !ofFrame;
}

/** One thing can be asked for, by the preview's own page, which says where it stands and has the key. */
function refusalOfPost({ url, headers }: IncomingMessage, keys: Keys): number | undefined {
  if (url !== '/@diptych/open') return 405;
  if (headers.origin !== `http://${headers.host}`) return 403;
  if (!isKey(headers['x-diptych-key'], keys.act)) return 403;
  if (headers['content-type'] !== 'application/json') return 415;
  const length = Number(headers['content-length']);
  if (!Number.isInteger(length)) return 411;
  return length > largestBody ? 413 : undefined;
}

/** Node joins or drops headers that came twice; what came is in `rawHeaders`, name and value in turn. */
function countOf({ rawHeaders }: IncomingMessage, name: string): number {
  return rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === name).length;
}

/** Decoded, without the first `/` and the query. Undefined when it cannot be decoded, or holds what no name does. */
export function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, '').replace(/^\//, ''));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    return /[\u0000-\u001f\u007f]/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}
