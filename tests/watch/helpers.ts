import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import type { OutputFile } from '../../pipeline/model/index.ts';
import { previewPages } from '../../pipeline/watch/pages.ts';
import { strings } from '../helpers/strings.ts';

export const pages = previewPages({ en: strings('en'), fr: strings('fr') }, 'fr');

export const file = (path: string, text: string, format: OutputFile['format'] = 'html'): OutputFile => ({
  path,
  format,
  languages: [],
  bytes: Buffer.from(text),
});

export const page =
  '<!doctype html><html lang="en"><head><title>x</title></head><body><main><p>é</p></main></body></html>';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  /** `PORT` stands for the server's. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The path as it is, not as a URL would have it. */
export function ask(address: string, path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Reply> {
  const { port, hostname } = new URL(address);
  const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]));
  return new Promise((resolve, reject) => {
    const asked = request({ port, hostname, path, method, headers: sent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    asked.on('error', reject).end(body);
  });
}

/** Sends exactly these bytes, and gives all that comes back until the server ends the connection. */
export function sendRaw(address: string, parts: readonly (string | number)[]): Promise<string> {
  const { port, hostname } = new URL(address);
  return new Promise((resolve) => {
    let got = '';
    const socket = connect(Number(port), hostname, async () => {
      for (const part of parts) {
        if (typeof part === 'number') await new Promise((next) => setTimeout(next, part));
        else if (!socket.destroyed) socket.write(part.replaceAll('PORT', port));
      }
    });
    socket.setEncoding('latin1').on('data', (text) => (got += text));
    socket.on('error', () => {});
    socket.on('close', () => resolve(got));
  });
}
