import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Shown } from '../preview.ts';
import type { Served } from './answers.ts';
import { bookMessages, contentsJson, fullMessage, jsonOf, type Message, pageMessages } from './messages.ts';
import { guarded } from './respond.ts';
import { Stream } from './stream.ts';

/** Milliseconds between signs of life. */
const beat = 20_000;

/** Pages that one browser may look at. */
const mostPages = 16;

/**
 * Tells a browser what changes of the pages that it looks at: `page=<path>&tag=<tag>` for each of them, in turn; with `app`
 * also what else the preview page shows.
 *
 * @returns What ends the stream.
 */
export function sendEvents(request: IncomingMessage, response: ServerResponse, served: Served): () => void {
  const { preview, pages } = served;
  const query = new URL(request.url ?? '', 'http://preview').searchParams;
  const looked = query.getAll('page').slice(0, mostPages);
  const tags = query.getAll('tag');
  const isApp = query.has('app');
  response.writeHead(200, { ...guarded, 'Content-Type': 'text/event-stream; charset=utf-8' });
  response.write('retry: 500\n\n');

  const told = new Map<string, string>();
  const stream = new Stream(response, () => {
    told.clear();
    tellState();
    for (const page of looked) stream.tell(jsonOf(fullMessage(page, preview.files)));
  });

  /** What has not changed since is not told again. */
  function tellOnce(type: Message['type'], json: string): void {
    if (told.get(type) === json) return;
    told.set(type, json);
    stream.tell(json);
  }

  function tellState(): void {
    const { formats, news } = preview;
    if (isApp) tellOnce('state', JSON.stringify({ type: 'state', formats } satisfies Message));
    tellOnce('diagnostics', JSON.stringify({ type: 'diagnostics', ...news } satisfies Message));
    if (isApp) tellOnce('contents', contentsJson(preview, pages.language));
  }

  function tell(shown: Shown): void {
    if (shown.before !== shown.after) {
      for (const page of looked) for (const message of pageMessages(page, shown)) stream.tell(jsonOf(message));
      if (isApp) for (const message of bookMessages(shown)) stream.tell(jsonOf(message));
    }
    tellState();
  }

  tellState();
  looked.forEach((page, at) => {
    const message = fullMessage(page, preview.files);
    if (message.tag !== tags[at]) stream.tell(jsonOf(message));
  });
  const stop = preview.watch(tell, looked);
  const beating = setInterval(() => stream.keepAlive(), beat).unref();
  const end = (): void => {
    stop();
    clearInterval(beating);
    response.end();
  };
  request.once('close', end);
  return end;
}
