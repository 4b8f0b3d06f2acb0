import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Preview } from '../../pipeline/watch/preview.ts';
import { hostsOf, isFromHere } from '../../pipeline/watch/server/hosts.ts';
import { type PreviewServer, servePreview } from '../../pipeline/watch/server/index.ts';
import { ask, file, page, pages, sendRaw } from './helpers.ts';

/** Stands in the folder that the server could reach, in no output. */
const secret = 'only the owner of this machine may read it';
const dir = mkdtempSync(join(tmpdir(), 'diptych-safety-'));
const opened: unknown[] = [];
let server: PreviewServer;
let view = '';
let act = '';

beforeAll(async () => {
  writeFileSync(join(dir, 'secret.txt'), secret);
  symlinkSync(join(dir, 'secret.txt'), join(dir, 'link.html'));
  process.chdir(dir);
  const preview = new Preview();
  preview.show([file('index.html', page), file('en/a.html', page), file('link.txt/x', 'x', 'asset')]);
  const open = async (at: unknown): Promise<{ how: 'told' }> => {
    opened.push(at);
    return { how: 'told' };
  };
  server = await servePreview(preview, pages, { port: 0, from: 4300, open });
  const app = await ask(server.address, '/@diptych/');
  view = /"view":"([^"]+)"/.exec(app.body)?.[1] ?? '';
  act = /"act":"([^"]+)"/.exec(app.body)?.[1] ?? '';
  expect([view.length, act.length]).toEqual([24, 24]);
});
afterAll(() => server.close());

const here = 'http://127.0.0.1:PORT';
const post = { Origin: here, 'Content-Type': 'application/json' };
const body = JSON.stringify({ page: 'en/a.html', ids: ['a'], language: 'en' });

/** What is asked, and the one status that it may have. */
const hostile: readonly [what: string, path: string, status: number, asked?: Parameters<typeof ask>[2]][] = [
  ['a foreign host', '/', 421, { headers: { Host: 'evil.example' } }],
  ['a foreign host with our port', '/', 421, { headers: { Host: 'evil.example:PORT' } }],
  ['a name that ends in ours', '/', 421, { headers: { Host: 'evil.localhost:PORT' } }],
  ['a name that begins with ours', '/', 421, { headers: { Host: 'localhost.evil.example:PORT' } }],
  ['our name with another port', '/', 421, { headers: { Host: '127.0.0.1:1' } }],
  ['our name without a port', '/', 421, { headers: { Host: '127.0.0.1' } }],
  ['an address that is not listened at', '/', 421, { headers: { Host: '[::1]:PORT' } }],
  ['a foreign host for the preview page', '/@diptych/', 421, { headers: { Host: 'evil.example:PORT' } }],
  ['a foreign host for the events', '/@diptych/events', 421, { headers: { Host: 'evil.example:PORT' } }],
  ['a foreign origin', '/', 403, { headers: { Origin: 'http://evil.example' } }],
  ['a foreign origin with our port', '/', 403, { headers: { Origin: 'http://evil.example:PORT' } }],
  ['our origin by another scheme', '/', 403, { headers: { Origin: 'https://127.0.0.1:PORT' } }],
  ['no origin, said aloud', '/en/a.html', 403, { headers: { Origin: 'null' } }],
  [
    'what a page elsewhere embeds',
    '/',
    403,
    { headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' } },
  ],
  ['the events without a key', '/@diptych/events', 403],
  ['the events with a wrong key', '/@diptych/events?key=AAAAAAAAAAAAAAAAAAAAAAAA', 403],
  ['the outputs of frames with a wrong key', '/@diptych/view/AAAAAAAAAAAAAAAAAAAAAAAA/en/a.html', 403],
  ['the outputs of frames without a key', '/@diptych/view//en/a.html', 403],
  ['a book with a wrong key', '/@diptych/book/x/a.epub/', 403],
  ['a path above', '/../secret.txt', 404],
  ['a path above, encoded', '/%2e%2e/secret.txt', 404],
  ['a path above with encoded slashes', '/..%2fsecret.txt', 404],
  ['a path above with backslashes', '/..%5csecret.txt', 404],
  ['a path above through a folder that is there', '/en/..%2f..%2fsecret.txt', 404],
  ['a path from the root', '//etc/passwd', 404],
  ['a file that is on the disk only', '/secret.txt', 404],
  ['a link out of the folder', '/link.html', 404],
  ['an address of another server', 'http://evil.example/secret.txt', 404],
  ['a name that every object has', '/__proto__', 404],
  ['a file of the preview’s folder by a path', '/@diptych/..%2f..%2fpackage.json', 404],
  ['NUL', '/en/a.html%00.txt', 400],
  ['a line break', '/en/a.html%0d%0aX-Evil:%201', 400],
  ['what cannot be decoded', '/%E0%A4%A', 400],
  ['a very long address', `/${'a'.repeat(5000)}`, 414],
  ['a body where none belongs', '/', 413, { headers: { 'Content-Length': '5' }, body: 'hello' }],
  ['another method', '/', 405, { method: 'DELETE' }],
  ['a way to ask for other methods', '/', 405, { method: 'OPTIONS' }],
  ['TRACE', '/', 405, { method: 'TRACE' }],
  ['a post to a page', '/en/a.html', 405, { method: 'POST', headers: post, body }],
  ['a post without a key', '/@diptych/open', 403, { method: 'POST', headers: post, body }],
  [
    'a post without an origin',
    '/@diptych/open',
    403,
    { method: 'POST', headers: { 'Content-Type': 'application/json' }, body },
  ],
];

describe('is refused, and says nothing', () => {
  test.each(hostile)('%s', async (_, path, status, asked) => {
    const reply = await ask(server.address, path, asked);
    expect(reply.status).toBe(status);
    expect(reply.body + JSON.stringify(reply.headers)).not.toContain(secret);
    expect(reply.headers['access-control-allow-origin'] ?? '').not.toMatch(/evil|\*/);
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
  });

  test('a post with the key that is to look, from elsewhere, of another kind, too large, or of nothing that we know', async () => {
    const sent = async (headers: Record<string, string>, text = body): Promise<number> =>
      (await ask(server.address, '/@diptych/open', { method: 'POST', headers: { ...post, ...headers }, body: text }))
        .status;
    const key = { 'X-Diptych-Key': act };
    expect(await sent({ 'X-Diptych-Key': view })).toBe(403);
    expect(await sent({ ...key, Origin: 'http://evil.example' })).toBe(403);
    expect(await sent({ ...key, Origin: 'null' })).toBe(403);
    expect(await sent({ ...key, Host: 'evil.example:PORT' })).toBe(421);
    expect(await sent({ ...key, 'Content-Type': 'text/plain' })).toBe(415);
    expect(await sent(key, JSON.stringify({ page: 'x'.repeat(5000), ids: [], language: 'en' }))).toBe(413);
    expect(await sent(key, '{')).toBe(400);
    expect(await sent(key, JSON.stringify({ page: '../../etc/passwd', ids: [], language: 'en', run: 'x' }))).toBe(400);
    expect(await sent(key, JSON.stringify({ page: '../../etc/passwd', ids: [], language: 'en' }))).toBe(404);
    expect(await sent({ ...key, 'Transfer-Encoding': 'chunked' })).toBe(411);
    expect(opened).toEqual([]);
  });

  test.each([
    [
      'a head that is too large',
      ['GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX: ', 'x'.repeat(40_000), '\r\n\r\n'],
      431,
    ],
    ['two hosts', ['GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: evil.example\r\n\r\n'], 400],
    ['no host', ['GET / HTTP/1.1\r\n\r\n'], 400],
    ['what is no request', ['\u0000\u0001\u0002\r\n\r\n'], 400],
    [
      'two lengths',
      ['POST / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na'],
      400,
    ],
  ] as const)('%s', async (_, parts, status) => {
    expect(await sendRaw(server.address, parts)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  test('a head that never ends, in the time that is given for it', async () => {
    const slow = sendRaw(server.address, ['GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n', 100, 'X-A: 1\r\n']);
    expect((await ask(server.address, '/')).status).toBe(200);
    expect(await slow).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe('is served', () => {
  test.each(['127.0.0.1:PORT', 'localhost:PORT', 'LOCALHOST:PORT'])('who asks for %s', async (Host) => {
    expect((await ask(server.address, '/', { headers: { Host } })).status).toBe(200);
  });

  test('who comes by a link from elsewhere, and our own pages', async () => {
    const asked = [
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' },
      { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors', Origin: here },
    ];
    for (const headers of asked) expect((await ask(server.address, '/', { headers })).status).toBe(200);
  });

  test('frames without an origin, by their key', async () => {
    const reply = await ask(server.address, `/@diptych/view/${view}/en/a.html`, { headers: { Origin: 'null' } });
    expect([reply.status, reply.headers['access-control-allow-origin']]).toEqual([200, 'null']);
    expect(reply.headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  test('the preview page: what it names runs, it is in no frame, and no other page can be read by its key', async () => {
    const { headers, body: html } = await ask(server.address, '/@diptych/');
    const policy = headers['content-security-policy'] as string;
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe/);
    for (const [tag] of html.matchAll(/<(?:script|style)\b[^>]*>|<link[^>]*stylesheet[^>]*>/g))
      expect(tag).toContain(nonce);
    const again = await ask(server.address, '/@diptych/');
    expect(again.headers['content-security-policy']).not.toBe(policy);
    expect((await ask(server.address, '/en/a.html')).body).not.toContain(act);
  });
});

test('which names are ours: this machine’s, and those that were asked for', () => {
  expect([...hostsOf('127.0.0.1', 1)]).toEqual(['127.0.0.1:1', 'localhost:1']);
  expect([...hostsOf('192.168.1.2', 1)]).toEqual(['127.0.0.1:1', 'localhost:1', '192.168.1.2:1']);
  expect([...hostsOf('fd00::1', 1)]).toContain('[fd00::1]:1');
  expect([...hostsOf('0.0.0.0', 1)].some((name) => name.startsWith('0.0.0.0'))).toBe(false);
  expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.8.8.8'].every(isFromHere)).toBe(true);
  expect([undefined, '10.0.0.1', '::ffff:10.0.0.1', '128.0.0.1'].some(isFromHere)).toBe(false);
});
