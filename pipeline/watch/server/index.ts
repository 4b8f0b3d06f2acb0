import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Pages } from '../pages.ts';
import type { Preview } from '../preview.ts';
import type { Opening, Point } from '../source/index.ts';
import { answerTo, refusal, type Served } from './answers.ts';
import { sendEvents } from './events.ts';
import { type Doors, pathOf, refusalOf } from './guard.ts';
import { hostsOf, isFromHere, loopback, placesOf } from './hosts.ts';
import { isKey, newKeys } from './keys.ts';
import { listen, type PortOptions } from './listen.ts';
import { askedIn, pointFor } from './open.ts';
import { send } from './respond.ts';

export interface PreviewServer {
  /** `http://127.0.0.1:4300/`. */
  readonly address: string;
  /** For other machines, where they may ask. */
  readonly elsewhere?: string;
  close(): Promise<void>;
}

export interface ServerOptions extends PortOptions {
  /** An address of this machine, or `0.0.0.0` for all of them; unless told, nobody else reaches it. */
  readonly host?: string | undefined;
  /** Opens a place in the source; its path is relative to the publication. */
  readonly open?: ((at: Point) => Promise<Opening>) | undefined;
}

/** Milliseconds for a request's head, and for all of it: a browser on this machine needs one. */
const limits = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };

/** Bytes of a request's head: cookies of whatever else runs on this machine are sent to us too. */
const maxHeaderSize = 16 * 1024;

/** Connections at once: browsers open six each. */
const maxConnections = 256;

/** Streams at once. */
const mostStreams = 64;

/**
 * Serves what the preview shows: every output at its path, the manifest, and the preview page with what it needs. A path of a
 * URL is looked up among the outputs' names; it never becomes a path on the disk.
 *
 * @throws Failure when the port that was named is in use, or the host is not this machine's.
 */
export async function servePreview(preview: Preview, pages: Pages, options: ServerOptions): Promise<PreviewServer> {
  const host = options.host ?? loopback;
  const served: Served = { preview, pages, keys: newKeys() };
  const streams = new Set<() => void>();
  let doors: Doors = { hosts: new Set(), keys: served.keys };
  const server = createServer({ ...limits, maxHeaderSize }, (request, response) => {
    void respond(request, response).catch(() => response.destroy());
  });
  server.maxConnections = maxConnections;
  const port = await listen(server, host, options);
  doors = { ...doors, hosts: hostsOf(host, port) };
  const { here, elsewhere } = placesOf(host, port);
  return { address: here, ...(elsewhere && { elsewhere }), close };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusalOf(request, doors);
    const path = pathOf(request.url ?? '/');
    if (refused !== undefined || path === undefined) return send(request, response, refusal(refused ?? 400));
    if (request.method === 'POST') return opened(request, response);
    if (path === '@diptych/events') return listened(request, response);
    send(request, response, answerTo(request, path, served));
  }

  function listened(request: IncomingMessage, response: ServerResponse): void {
    const key = new URL(request.url ?? '', 'http://preview').searchParams.get('key');
    const refused = isKey(key, served.keys.view) ? streams.size >= mostStreams && 429 : 403;
    if (refused) send(request, response, refusal(refused));
    else {
      const end = sendEvents(request, response, served);
      streams.add(end);
      request.once('close', () => streams.delete(end));
    }
  }

  async function opened(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isFromHere(request.socket.remoteAddress)) return send(request, response, refusal(403));
    const asked = await askedIn(request);
    if (typeof asked === 'number') return send(request, response, refusal(asked));
    const point = pointFor(asked, preview);
    if (!point) return send(request, response, refusal(404));
    const opening = (await options.open?.(point)) ?? { how: 'told' };
    const place = `${point.path}:${point.line}:${point.column}`;
    const bytes = Buffer.from(JSON.stringify({ ...opening, place }));
    send(request, response, { status: 200, path: '.json', bytes, as: 'page' });
  }

  function close(): Promise<void> {
    for (const end of streams) end();
    return new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  }
}
