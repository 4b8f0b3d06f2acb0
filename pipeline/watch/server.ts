import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Failure } from '../model/index.ts';
import { mediaTypeOf } from './media-types.ts';
import type { Pages } from './pages.ts';
import type { Preview } from './preview.ts';

/** The preview can be reached from this machine only. */
const host = '127.0.0.1';

/** How many ports are tried, beginning with `from`, before the system is asked for any. */
const attempts = 20;

export interface PreviewServer {
  /** `http://127.0.0.1:4300/`. */
  readonly address: string;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Exactly this one; 0 for any that is free. */
  readonly port?: number | undefined;
  /** Where to begin to look for a free one, when no port is named. */
  readonly from: number;
}

/**
 * Serves what the preview shows: every output at its path, the manifest, and the preview's own client. A path of a URL is
 * looked up among the outputs' names; it never becomes a path on the disk.
 *
 * @throws Failure `port-taken` when the port that was named is in use.
 */
export async function servePreview(preview: Preview, pages: Pages, options: ServerOptions): Promise<PreviewServer> {
  const server = createServer((request, response) => {
    const answer = answerTo(request, { preview, pages });
    if (answer === 'events') sendEvents(request, response, { preview, pages });
    else send(request, response, answer);
  });
  const port = await listen(server, options);
  return {
    address: `http://${host}:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections(); // those that wait for events would stay open
      }),
  };
}

async function listen(server: Server, { port, from }: ServerOptions): Promise<number> {
  if (port !== undefined) return listenAt(server, port);
  for (let candidate = from; candidate < from + attempts; candidate++) {
    try {
      return await listenAt(server, candidate);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }
  return listenAt(server, 0);
}

function listenAt(server: Server, port: number): Promise<number> {
  return new Promise((listening, failed) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      failed(taken ? new Failure('port-taken', { port }) : error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      listening((server.address() as AddressInfo).port);
    });
  });
}

/** What the server speaks for. */
interface Served {
  readonly preview: Preview;
  readonly pages: Pages;
}

interface Answer {
  readonly status: number;
  /** Its ending says what the bytes are. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of a page: by it the client knows whether to load it again. */
  readonly tag?: string;
}

function answerTo(request: IncomingMessage, { preview, pages }: Served): Answer | 'events' {
  if (!isOurHost(request)) return refusal(421);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const path = pathOf(request.url ?? '/');
  if (path === undefined) return refusal(400);
  if (path === '@diptych/events') return 'events';

  const own = pages.own(path);
  if (own) return { status: 200, path, bytes: own };
  if (path === 'manifest.json' && preview.files.size > 0) return { status: 200, path, bytes: preview.manifest };
  const found = preview.files.get(path === '' || path.endsWith('/') ? `${path}index.html` : path);
  if (!found && path === 'favicon.ico') return refusal(204); // browsers ask for it unasked, and would note an error
  if (!found) return absence({ preview, pages });
  if (!found.path.endsWith('.html')) return { status: 200, path: found.path, bytes: found.bytes };
  const tag = preview.tagOf(found);
  return { status: 200, path: found.path, bytes: pages.withClient(found.bytes, tag), tag };
}

/** Nothing by that name, or nothing at all yet; the client is in these pages too, and loads what comes to be there. */
function absence({ preview, pages }: Served): Answer {
  const path = '.html';
  if (preview.files.size > 0)
    return { status: 404, path, bytes: pages.withClient(pages.notFound, 'none'), tag: 'none' };
  return { status: 503, path, bytes: pages.withClient(pages.waiting, 'none'), tag: 'none' };
}

function refusal(status: number): Answer {
  return { status, path: '.txt', bytes: new Uint8Array() };
}

/** A page elsewhere may have a name of its own point to this machine; only these names are ours. */
function isOurHost({ headers, socket }: IncomingMessage): boolean {
  const port = socket.localPort;
  return headers.host === `${host}:${port}` || headers.host === `localhost:${port}`;
}

/** Decoded, without the first `/` and the query; undefined when it cannot be decoded. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, '').replace(/^\//, ''));
  } catch {
    return undefined;
  }
}

function send(request: IncomingMessage, response: ServerResponse, { status, path, bytes, tag }: Answer): void {
  const type = mediaTypeOf(path);
  response.writeHead(status, {
    ...guarded,
    ...(type.startsWith('text/html') && { 'Content-Security-Policy': "default-src 'self'" }),
    ...(tag && { ETag: `"${tag}"` }),
    ...(status !== 204 && { 'Content-Type': type, 'Content-Length': bytes.byteLength }),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

const guarded = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Server-sent events (HTML Standard, 9.2): the state now, and at each change. */
function sendEvents(request: IncomingMessage, response: ServerResponse, { preview, pages }: Served): void {
  response.writeHead(200, { ...guarded, 'Content-Type': 'text/event-stream; charset=utf-8' });
  const tell = (): void => void response.write(`data: ${pages.state(preview.trouble)}\n\n`);
  tell();
  request.once('close', preview.watch(tell));
}
