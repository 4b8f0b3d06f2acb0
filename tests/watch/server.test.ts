import { get, type IncomingHttpHeaders, request } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { OutputFile } from '../../pipeline/model/index.ts';
import { previewPages } from '../../pipeline/watch/pages.ts';
import { Preview } from '../../pipeline/watch/preview.ts';
import { type PreviewServer, servePreview } from '../../pipeline/watch/server.ts';
import { strings } from '../helpers/strings.ts';

const pages = previewPages({ en: strings('en'), fr: strings('fr') }, 'fr');
const file = (path: string, text: string): OutputFile => ({
  path,
  format: 'html',
  languages: [],
  bytes: Buffer.from(text),
});
const page = '<!doctype html><html lang="en"><head><title>x</title></head><body><p>é</p></body></html>';
const outputs = [
  file('index.html', page),
  file('en/index.html', page),
  file('en/été.html', page),
  file('assets/style.css', 'p{}'),
  file('a.pdf', '%PDF'),
  file('a.epub', 'PK'),
  file('map.svg', '<svg/>'),
  file('data.bin', 'x'),
];

let server: PreviewServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});
async function serve(files: readonly OutputFile[] = outputs): Promise<Preview> {
  const preview = new Preview();
  if (files.length > 0) preview.show(files);
  server = await servePreview(preview, pages, { port: 0, from: 4300 });
  return preview;
}

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The path as it is, not as a URL would have it. */
function ask(path: string, { method = 'GET', host }: { method?: string; host?: string } = {}): Promise<Reply> {
  const { port, hostname } = new URL(server?.address ?? '');
  const headers = host === undefined ? {} : { host: host.replace('PORT', port) };
  return new Promise((resolve, reject) => {
    const asked = request({ port, hostname, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

describe('what is served', () => {
  test.each([
    ['/index.html', 'text/html; charset=utf-8'],
    ['/', 'text/html; charset=utf-8'],
    ['/en/', 'text/html; charset=utf-8'],
    ['/en/%C3%A9t%C3%A9.html?x=1', 'text/html; charset=utf-8'],
    ['/assets/style.css', 'text/css; charset=utf-8'],
    ['/a.pdf', 'application/pdf'],
    ['/a.epub', 'application/epub+zip'],
    ['/map.svg', 'image/svg+xml'],
    ['/data.bin', 'application/octet-stream'],
    ['/manifest.json', 'application/json'],
    ['/@diptych/client.js', 'text/javascript; charset=utf-8'],
    ['/@diptych/client.css', 'text/css; charset=utf-8'],
  ])('%s', async (path, type) => {
    await serve();
    const { status, headers } = await ask(path);
    expect([status, headers['content-type'], headers['x-content-type-options']]).toEqual([200, type, 'nosniff']);
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  test('pages have the client in their head, are as they were otherwise, and may load nothing from elsewhere', async () => {
    await serve();
    const { body, headers } = await ask('/en/index.html');
    expect(
      body.replace(/<script src="\/@diptych\/client\.js" data-tag="[0-9a-f]{16}" defer><\/script>(?=<\/head>)/, ''),
    ).toBe(page);
    expect(body).not.toBe(page);
    expect(headers['content-security-policy']).toBe("default-src 'self'");
    expect(Number(headers['content-length'])).toBe(Buffer.byteLength(body));
  });

  test('other files are as they were made', async () => {
    await serve();
    expect((await ask('/assets/style.css')).body).toBe('p{}');
    const { files } = JSON.parse((await ask('/manifest.json')).body);
    expect(files.map(({ path }: OutputFile) => path)).toEqual(outputs.map(({ path }) => path).sort());
  });

  test.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/en/../../etc/passwd',
    '//etc/passwd',
    '/package.json',
    '/en',
    '/.gitignore',
    '/@diptych/',
    '/@diptych/../client.js',
    '/constructor',
    '/__proto__',
  ])('nothing else: %s', async (path) => {
    await serve();
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).toMatch(/<p lang="fr">Ce fichier n’existe pas/);
  });

  test('a path that cannot be decoded, and other methods', async () => {
    await serve();
    expect((await ask('/%E0%A4%A')).status).toBe(400);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await ask('/', { method })).status).toBe(405);
    const head = await ask('/a.pdf', { method: 'HEAD' });
    expect([head.status, head.headers['content-length'], head.body]).toEqual([200, '4', '']);
  });

  test('before there is anything: a page in both languages that waits', async () => {
    await serve([]);
    const { status, body } = await ask('/');
    expect(status).toBe(503);
    expect(body).toContain('There is nothing to show yet');
    expect(body).toContain('Il n’y a encore rien à afficher');
    expect(body).toContain('/@diptych/client.js');
  });
});

describe('who is served', () => {
  test.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.evil.example:PORT',
    '[::1]:PORT',
  ])('not who asks for the host %s', async (host) => {
    await serve();
    for (const path of ['/', '/manifest.json', '/@diptych/events', '/none'])
      expect((await ask(path, { host })).status).toBe(421);
  });

  test.each(['127.0.0.1:PORT', 'localhost:PORT'])('who asks for %s', async (host) => {
    await serve();
    expect((await ask('/', { host })).status).toBe(200);
  });

  test('this machine alone', async () => {
    await serve();
    expect(new URL(server?.address ?? '').hostname).toBe('127.0.0.1');
  });
});

test('a port that is taken: said when it was asked for, passed over when not', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const taken = (other.address() as { port: number }).port;
  const preview = new Preview();
  await expect(servePreview(preview, pages, { port: taken, from: 1 })).rejects.toMatchObject({
    key: 'port-taken',
    details: { port: taken },
  });
  server = await servePreview(preview, pages, { from: taken });
  expect(Number(new URL(server.address).port)).not.toBe(taken);
  other.close();
});

test('a page’s tag changes with the page and with what pages load, and with nothing else', async () => {
  const preview = await serve();
  const style: OutputFile = { ...file('assets/style.css', 'p{}'), format: 'asset' };
  const tagOf = async (path: string): Promise<unknown> => (await ask(path, { method: 'HEAD' })).headers.etag;
  preview.show([file('index.html', page), file('b.html', page), style]);
  const before = await tagOf('/');
  expect((await ask('/')).body).toContain(`data-tag=${before}`);
  preview.show([file('index.html', page), file('b.html', 'other'), style, file('a.pdf', '%PDF2')]);
  expect(await tagOf('/')).toBe(before);
  expect(await tagOf('/b.html')).not.toBe(before);
  preview.show([file('index.html', page), { ...style, bytes: Buffer.from('p{x}') }]);
  expect(await tagOf('/')).not.toBe(before);
  expect(await tagOf('/b.html')).toBe('"none"');
});

test('pages alone: books and the entry page that states their sizes stay', async () => {
  const preview = await serve();
  const book: OutputFile = { ...file('a.pdf', '%PDF'), format: 'pdf' };
  preview.show([book, file('en/a.html', 'old'), file('gone.html', 'old'), file('index.html', 'sizes')]);
  preview.showPages([file('en/a.html', 'new'), file('index.html', 'no sizes')]);
  const shown = [...preview.files.values()].map(({ path, bytes }) => `${path} ${Buffer.from(bytes)}`).sort();
  expect(shown).toEqual(['a.pdf %PDF', 'en/a.html new', 'index.html sizes']);
});

test('events tell the state now and at each change', async () => {
  const preview = await serve();
  const told: { findings: unknown[]; failure?: string; language: string }[] = [];
  const more = async (count: number): Promise<void> => {
    while (told.length < count) await new Promise((next) => setTimeout(next, 5));
  };
  get(`${server?.address}@diptych/events`, (response) => {
    response.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (line.startsWith('data: ')) told.push(JSON.parse(line.slice(6)));
    });
    response.on('error', () => {});
  }).on('error', () => {});
  await more(1);
  expect(told[0]).toMatchObject({ findings: [], language: 'fr', labels: { title: 'Constats' } });
  const finding = { place: 'a.md:1:1', severity: 'error', word: 'erreur', rule: 'x', message: 'm', frame: [] } as const;
  preview.explain({ findings: [finding] });
  await more(2);
  expect(told[1]).toMatchObject({ findings: [finding] });
  preview.show(outputs);
  await more(3);
  expect(told[2]).toMatchObject({ findings: [] });
  preview.explain({ findings: [], failure: 'failed' });
  await more(4);
  expect(told[3]).toMatchObject({ failure: 'failed' });
});

test('a browser that asks for an icon of its own accord is told that there is none, without an error', async () => {
  await serve();
  expect(await ask('/favicon.ico')).toMatchObject({ status: 204, body: '' });
  expect((await ask('/other.ico')).status).toBe(404);
});
