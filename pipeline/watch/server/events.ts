import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Shown } from '../preview.ts';
import type { Served } from './answers.ts';
import { bookMessages, contentsMessage, fullMessage, type Message, pageMessages } from './messages.ts';
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
    for (const page of looked) stream.tell(fullMessage(page, preview.files));
  });

  /** What has not changed since is not told again. */
  function tellOnce(message: Message): void {
    const json = JSON.stringify(message);
    if (told.get(message.type) === json) return;
    told.set(message.type, json);
    stream.tell(message, json);
  }

  function tellState(): void {
    if (isApp) tellOnce({ type: 'state', formats: preview.formats });
    tellOnce({ type: 'diagnostics', ...preview.news });
    if (isApp) tellOnce(contentsMessage(preview, pages.language));
  }

  function tell(shown: Shown): void {
    if (shown.before !== shown.after) {
      for (const page of looked) for (const message of pageMessages(page, shown)) stream.tell(message);
      if (isApp) for (const message of bookMessages(shown)) stream.tell(message);
    }
    tellState();
  }

  tellState();
  looked.forEach((page, at) => {
    const message = fullMessage(page, preview.files);
    if (message.tag !== tags[at]) stream.tell(message);
  });
  const stop = preview.watch(tell);
  const beating = setInterval(() => stream.keepAlive(), beat).unref();
  const end = (): void => {
    stop();
    clearInterval(beating);
    response.end();
  };
  request.once('close', end);
  return end;
}
