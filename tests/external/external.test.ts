import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkExternal, type ExternalOptions } from '../../pipeline/external/index.ts';
import type { Diagnostic } from '../../pipeline/model/index.ts';
import { samplePublication } from '../helpers/assembled.ts';

/** On this machine alone: what each path answers. */
const answers: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/fine': (_, response) => response.writeHead(200).end('fine'),
  '/gone': (_, response) => response.writeHead(404).end(),
  '/410': (_, response) => response.writeHead(410).end(),
  '/refused': (_, response) => response.writeHead(403).end(),
  '/moved': (_, response) => response.writeHead(301, { location: '/fine' }).end(),
  '/for-now': (_, response) => response.writeHead(302, { location: '/fine' }).end(),
  '/round': (_, response) => response.writeHead(301, { location: '/round' }).end(),
  '/far': (_, response) => response.writeHead(302, { location: '/further' }).end(),
  '/further': (_, response) => response.writeHead(302, { location: '/fine' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/hosts' }).end(),
  '/endless': ({ url }, response) => response.writeHead(302, { location: `${url}x` }).end(),
  '/abroad': (_, response) =>
    response.writeHead(302, { location: `http://${host.replace('127.0.0.1', 'localhost')}/fine` }).end(),
  '/no-head': ({ method }, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end(),
  '/silent': () => {},
};

const asked: string[] = [];
/** When the server was asked, in milliseconds, and by what name. */
const times: { readonly host: string; readonly at: number }[] = [];
let open = 0;
let mostOpen = 0;
let server: Server;
let host = '';
const dir = mkdtempSync(join(tmpdir(), 'diptych-external-'));

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    times.push({ host: request.headers.host ?? '', at: performance.now() });
    mostOpen = Math.max(mostOpen, ++open);
    response.on('close', () => open--);
    answers[(request.url ?? '').replace(/x+$/, '')]?.(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(dir, { recursive: true, force: true });
});
beforeEach(() => {
  asked.length = 0;
  times.length = 0;
  mostOpen = 0;
});

const quick: ExternalOptions = { timeout: 1500, gap: 0 };

function check(text: string, options: ExternalOptions = quick): Promise<Diagnostic[]> {
  return checkExternal(samplePublication({ page: text.replaceAll('HOST', host) }), options);
}

function told({ path, position, severity, rule, details }: Diagnostic): string {
  const { variant, address, status, to } = details;
  const more = [status, to && `→ ${to}`].filter((each) => each !== undefined).join(' ');
  const place = `${path}:${position?.start.line}:${position?.start.column}`;
  return `${place} ${severity} ${rule} ${variant} ${address} ${more}`.trimEnd().replaceAll(host, 'HOST');
}

describe('addresses elsewhere', () => {
  const fixture = new URL('../fixtures/external/answers/', import.meta.url);
  const read = (name: string) => readFileSync(new URL(name, fixture), 'utf8');

  test('what does not answer is found at each place that leads there', async () => {
    const found = await check(read('source.md'));
    expect(`${found.map(told).join('\n')}\n`).toBe(read('expected.diagnostics.txt'));
  });

  test('each is asked once, by its head, and for the whole only where that is not answered well', async () => {
    await check('[a](http://HOST/round)');
    expect(asked).toEqual(['HEAD /round']);
    asked.length = 0;
    await check('[a](http://HOST/fine) [b](http://HOST/fine#x) [c](http://HOST/no-head) [d](http://HOST/gone)');
    expect(asked).toEqual(['HEAD /fine', 'HEAD /no-head', 'GET /no-head', 'HEAD /gone', 'GET /gone']);
  });

  test('a host is asked one question after the other, with a pause', async () => {
    const began = Date.now();
    await check('[a](http://HOST/fine) [b](http://HOST/no-head) [c](http://HOST/gone)', { ...quick, gap: 60 });
    expect(mostOpen).toBe(1);
    expect(Date.now() - began).toBeGreaterThanOrEqual(115);
  });

  test('a host that leads from address to address is not asked faster, nor one that others lead to', async () => {
    const text = '[a](http://HOST/far) [b](http://HOST/abroad) [c](http://LOCAL/far) [d](http://HOST/no-head)';
    await check(text.replaceAll('LOCAL', host.replace('127.0.0.1', 'localhost')), { ...quick, gap: 80 });
    expect(asked).toHaveLength(10);
    const hosts = [...new Set(times.map((time) => time.host))];
    const byHost = hosts.map((name) => times.filter((time) => time.host === name));
    expect(byHost.map((list) => list.length).sort()).toEqual([4, 6]);
    for (const list of byHost) {
      const pauses = list.slice(1).map(({ at }, index) => at - (list[index]?.at ?? 0));
      expect(Math.min(...pauses)).toBeGreaterThan(75);
    }
  });

  test('waiting for a turn does not count as the time that a host takes', async () => {
    const found = await check('[a](http://HOST/far) [b](http://HOST/no-head) [c](http://HOST/fine)', {
      timeout: 300,
      gap: 350,
    });
    expect(found).toEqual([]);
  });

  test('what leads on for ever, or out of the web, is left', async () => {
    const found = await check('[a](http://HOST/endless) [b](http://HOST/to-file)');
    expect(found.map(({ details }) => details.variant)).toEqual(['loop', 'refused']);
    expect(asked).toHaveLength(13); // the first address and ten more, once; the other by its head and as a whole
  });

  test('a name that nobody has is told apart', async () => {
    const found = await check('[a](http://no-such-host.invalid/)');
    // Without a network the system may say that it cannot tell.
    expect(found.map(({ details }) => details.variant)).toEqual([expect.stringMatching(/^(no-host|silent)$/)]);
  });

  test('what answered well is not asked again, nor what did not is forgotten', async () => {
    const cache = join(dir, 'cache.json');
    const text = '[a](http://HOST/fine) [b](http://HOST/gone)';
    const first = await check(text, { ...quick, cache });
    asked.length = 0;
    expect(await check(text, { ...quick, cache })).toEqual(first);
    expect(asked).toEqual(['HEAD /gone', 'GET /gone']);
    const old = JSON.stringify({ [`http://${host}/fine`]: Date.now() - 25 * 60 * 60 * 1000 });
    for (const content of [old, 'no JSON', '[]', 'null']) {
      writeFileSync(cache, content);
      asked.length = 0;
      await check('[a](http://HOST/fine)', { ...quick, cache });
      expect(asked).toEqual(['HEAD /fine']);
    }
  });

  test('a memory that cannot be kept stops nothing', async () => {
    writeFileSync(join(dir, 'file'), '');
    expect(await check('[a](http://HOST/fine)', { ...quick, cache: join(dir, 'file', 'cache.json') })).toEqual([]);
  });
});
