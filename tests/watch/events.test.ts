import { get } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import type { Finding } from '../../pipeline/watch/findings.ts';
import { Preview } from '../../pipeline/watch/preview.ts';
import { type PreviewServer, servePreview } from '../../pipeline/watch/server/index.ts';
import { ask, file, pages } from './helpers.ts';

const soon = { timeout: 60_000, interval: 5 };
const finding: Finding = { place: 'a.md:1:1', severity: 'error', word: 'erreur', rule: 'x', message: 'm', frame: [] };

interface Told {
  readonly seq: number;
  readonly message: { readonly type: string } & Readonly<Record<string, unknown>>;
}

let server: PreviewServer;
afterEach(() => server.close());

async function serve(options = {}): Promise<{ preview: Preview; key: string }> {
  const preview = new Preview(options);
  server = await servePreview(preview, pages, { port: 0, from: 4300 });
  const key = /"view":"([^"]+)"/.exec((await ask(server.address, '/@diptych/')).body)?.[1] ?? '';
  return { preview, key };
}

/** What a browser is told, as it comes. */
function listen(key: string, more = ''): Told[] {
  const told: Told[] = [];
  let text = '';
  get(`${server.address}@diptych/events?key=${key}${more}`, (response) => {
    response.setEncoding('utf8').on('data', (part: string) => {
      const lines = (text + part).split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('data: ')) told.push(JSON.parse(line.slice(6)));
    });
    response.on('error', () => {});
  }).on('error', () => {});
  return told;
}
const types = (told: readonly Told[]): string[] => told.map(({ message }) => message.type);
const page = (words: string): string =>
  `<html lang="en"><head><link rel="stylesheet" href="../a.css"></head><body><p>${words}</p><p>b</p></body></html>`;
const style = file('a.css', 'p{}', 'asset');

test('a browser is told of the pages that it looks at, of nothing else, in numbers without a gap', async () => {
  const { preview, key } = await serve();
  preview.show([file('en/a.html', page('a')), file('en/b.html', page('a')), style]);
  const tag = (await ask(server.address, '/en/a.html', { method: 'HEAD' })).headers.etag?.slice(1, -1);
  const told = listen(key, `&page=en/a.html&tag=${tag}`);
  await vi.waitFor(() => expect(types(told)).toEqual(['diagnostics']), soon);
  preview.showPages([file('en/a.html', page('a')), file('en/b.html', page('other')), style]);
  preview.showPages([file('en/a.html', page('new')), file('en/b.html', page('other')), style]);
  preview.showPages([file('en/a.html', page('new')), file('en/b.html', page('x')), file('a.css', 'p{x}', 'asset')]);
  preview.showPages([file('en/b.html', page('x')), style]);
  await vi.waitFor(() => expect(types(told)).toEqual(['diagnostics', 'patch', 'css', 'full']), soon);
  expect(told[1]?.message).toMatchObject({
    page: 'en/a.html',
    from: tag,
    splices: [{ path: [1, 0], remove: 1, html: ['<p>new</p>'] }],
  });
  expect(told[2]?.message).toMatchObject({ page: 'en/a.html', paths: ['a.css'] });
  expect(told[3]?.message).toMatchObject({ page: 'en/a.html', tag: 'none' });
  expect(told.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
});

test('who comes with an old state of a page is told so at once', async () => {
  const { preview, key } = await serve();
  preview.show([file('en/a.html', page('a'))]);
  const told = listen(key, '&page=en/a.html&tag=old');
  await vi.waitFor(() => expect(types(told)).toEqual(['diagnostics', 'full']), soon);
});

test('the preview page is told how each format stands to the source, what was found, and of new books', async () => {
  let now = 0;
  const { preview, key } = await serve({ now: () => now });
  const told = listen(key, '&app');
  const last = (type: string) => told.findLast(({ message }) => message.type === type)?.message;
  await vi.waitFor(() => expect(types(told)).toEqual(['state', 'diagnostics', 'contents']), soon);
  expect(last('state')).toMatchObject({ formats: { html: { state: 'making' }, pdf: { state: 'making' } } });
  const book = (words: string) => file('a.pdf', words, 'pdf');
  preview.show([file('en/a.html', page('a')), book('1')]);
  await vi.waitFor(
    () =>
      expect(last('state')).toEqual({
        type: 'state',
        formats: { html: { state: 'fresh' }, pdf: { state: 'fresh' }, epub: { state: 'none' } },
      }),
    soon,
  );

  preview.changed();
  preview.begins();
  now = 40;
  preview.showPages([file('en/a.html', page('b'))]);
  await vi.waitFor(
    () =>
      expect(last('state')).toMatchObject({
        formats: { html: { state: 'fresh', took: 40 }, pdf: { state: 'making' } },
      }),
    soon,
  );
  now = 900;
  preview.show([file('en/a.html', page('b')), book('2')]);
  await vi.waitFor(
    () =>
      expect(last('state')).toMatchObject({
        formats: { html: { state: 'fresh', took: 40 }, pdf: { state: 'fresh', took: 900 } },
      }),
    soon,
  );
  expect(last('pdf')).toMatchObject({ path: 'a.pdf' });

  preview.changed();
  preview.begins();
  preview.explain({ findings: [finding] });
  await vi.waitFor(
    () => expect(last('diagnostics')).toEqual({ type: 'diagnostics', findings: [finding], kept: true }),
    soon,
  );
  expect(last('state')).toMatchObject({
    formats: { html: { state: 'kept' }, pdf: { state: 'kept' }, epub: { state: 'none' } },
  });
});

test('what was made before the newest change was noticed is shown, and is not called fresh', async () => {
  const preview = new Preview();
  preview.changed();
  preview.begins();
  preview.changed();
  preview.showPages([file('en/a.html', page('a'))]);
  expect(preview.formats.html.state).toBe('making');
  preview.begins();
  preview.showPages([file('en/a.html', page('b'))]);
  expect(preview.formats.html.state).toBe('fresh');
});

test('a browser that takes nothing keeps nothing waiting: it misses numbers, and is told to fetch the page', async () => {
  const { preview, key } = await serve();
  const { port, hostname } = new URL(server.address);
  const long = 'x'.repeat(400_000);
  preview.show([file('en/a.html', page('0'))]);
  const quick = listen(key, '&page=en/a.html');
  const slow = connect(Number(port), hostname);
  slow.write(`GET /@diptych/events?key=${key}&page=en/a.html HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  let text = '';
  await new Promise((begun) => slow.once('data', begun));
  slow.pause();
  for (let save = 1; save <= 100; save++) {
    preview.showPages([file('en/a.html', page(save + long))]);
    const told = () => expect(types(quick).filter((type) => type === 'patch')).toHaveLength(save);
    await vi.waitFor(told, { ...soon, interval: 2 }); // the quick one takes each before the next is made
  }
  slow.setEncoding('latin1').on('data', (part) => (text += part));
  slow.resume();
  await vi.waitFor(() => expect(text.includes('"type":"full","page":"en/a.html"')).toBe(true), soon);
  const numbers = [...text.matchAll(/^id: (\d+)$/gm)].map(([, number]) => Number(number));
  expect(numbers.some((number, at) => at > 0 && number !== (numbers[at - 1] ?? 0) + 1)).toBe(true);
  expect(text.length).toBeLessThan(60 * long.length);
  slow.destroy();
});
