import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import type { OutputFile } from '../../pipeline/model/index.ts';
import { Preview } from '../../pipeline/watch/preview.ts';
import { type PreviewServer, servePreview } from '../../pipeline/watch/server/index.ts';
import { newPublication } from '../helpers/publication.ts';
import { type Asked, ask as askAt, file, page, pages, type Reply } from './helpers.ts';

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

const ask = (path: string, asked: Asked = {}): Promise<Reply> => askAt(server?.address ?? '', path, asked);

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
    ['/@diptych/page.js', 'text/javascript; charset=utf-8'],
    ['/@diptych/morphdom.js', 'text/javascript; charset=utf-8'],
    ['/@diptych/pdf.worker.mjs', 'text/javascript; charset=utf-8'],
    ['/@diptych/client.css', 'text/css; charset=utf-8'],
  ])('%s', async (path, type) => {
    await serve();
    const { status, headers } = await ask(path);
    expect([status, headers['content-type'], headers['x-content-type-options']]).toEqual([200, type, 'nosniff']);
    const ofPublication = !path.startsWith('/@diptych/');
    expect(headers['cross-origin-resource-policy']).toBe(ofPublication ? 'same-origin' : 'cross-origin');
  });

  test('pages have the client in their head, are as they were otherwise, and may load nothing from elsewhere', async () => {
    await serve();
    const { body, headers } = await ask('/en/index.html');
    const added = /(?<=<head>)<script type="module" src="\/@diptych\/page\.js" data-diptych="[^"]*"><\/script>/;
    expect(body).toMatch(added);
    expect(body.replace(added, '')).toBe(page);
    expect(headers['content-security-policy']).toMatch(/^default-src 'self';/);
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
    '/@diptych/../page.js',
    '/@diptych/app.eta',
    '/@diptych/%2e%2e/package.json',
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
    expect(body).toContain('/@diptych/page.js');
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

test('pages alone: books and the entry page that states their sizes stay', async () => {
  const preview = await serve();
  const book = file('a.pdf', '%PDF', 'pdf');
  preview.show([book, file('en/a.html', 'old'), file('gone.html', 'old'), file('index.html', 'sizes')]);
  preview.showPages([file('en/a.html', 'new'), file('index.html', 'no sizes')]);
  const shown = [...preview.files.values()].map(({ path, bytes }) => `${path} ${Buffer.from(bytes)}`).sort();
  expect(shown).toEqual(['a.pdf %PDF', 'en/a.html new', 'index.html sizes']);
});

test('a browser that asks for an icon of its own accord is told that there is none, without an error', async () => {
  await serve();
  expect(await ask('/favicon.ico')).toMatchObject({ status: 204, body: '' });
  expect((await ask('/other.ico')).status).toBe(404);
});

test('other machines see it only where that was asked for, and open nothing here', async (context) => {
  server = await servePreview(new Preview(), pages, { port: 0, from: 4300, host: '0.0.0.0' });
  expect(new URL(server.address).hostname).toBe('127.0.0.1');
  if (!server.elsewhere) {
    console.warn('skipped: this machine has no network');
    return context.skip();
  }
  const { body, status } = await askAt(server.elsewhere, '/@diptych/');
  expect([status, body.includes('"view":"'), body.includes('"act":"')]).toEqual([200, true, false]);
  expect((await askAt(server.address, '/@diptych/')).body).toContain('"act":"');
});

test('a host that is not this machine’s is told', async () => {
  const options = { port: 0, from: 4300, host: '192.0.2.1' };
  await expect(servePreview(new Preview(), pages, options)).rejects.toMatchObject({ key: 'no-such-host' });
});

test('a book’s chapters and files, unpacked from what was made', async () => {
  const dir = newPublication();
  const { files } = await build(dir, { to: 'memory', formats: ['epub'] });
  const preview = await serve(files);
  const key = /"view":"([^"]+)"/.exec((await ask('/@diptych/')).body)?.[1];
  const book = [...preview.files.keys()].find((path) => path.endsWith('-fr.epub'));
  const chapters = JSON.parse((await ask(`/@diptych/book/${key}/${book}/`)).body);
  expect(chapters.map(({ title }: { title: string }) => title)).toContain('Bienvenue');
  for (const { path } of chapters) {
    const { status, headers } = await ask(`/@diptych/book/${key}/${book}/${path}`);
    expect([path, status, headers['content-type']]).toEqual([path, 200, 'application/xhtml+xml; charset=utf-8']);
  }
  expect((await ask(`/@diptych/book/${key}/${book}/../../secret`)).status).toBe(404);
  expect((await ask(`/@diptych/book/${key}/none.epub/`)).status).toBe(404);
});
