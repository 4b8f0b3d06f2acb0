/**
 * What a reader waits for on a slow line, and what a page weighs.
 *
 *   npm run bench:paint [-- pages …]        pages of this repository's own site, such as en/overview.html
 *
 * In Chromium, with an empty cache, its processor slowed down four times and its line to 1.6 Mbit/s with 150 ms to and fro
 * (Lighthouse’s “slow 4G”); the host compresses what is text. First and largest paint in milliseconds from the request, the
 * median of five visits.
 */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { build } from '../.build/build.js';

const visits = 5;
const line = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) | 0, uploadThroughput: (750e3 / 8) | 0 };
const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

/** The bytes that a host sends, and what it says of them. */
function answersOf(files) {
  return new Map(
    files.map(({ path, bytes }) => {
      const type = types[extname(path)];
      return [
        `/${path}`,
        { type: type ?? 'application/octet-stream', zipped: type !== undefined, bytes: type ? gzipSync(bytes) : bytes },
      ];
    }),
  );
}

function hostOf(answers) {
  const server = createServer((request, response) => {
    const answer = answers.get(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (!answer) return response.writeHead(404).end();
    response.setHeader('Content-Type', answer.type);
    response.setHeader('Content-Security-Policy', "default-src 'self'");
    if (answer.zipped) response.setHeader('Content-Encoding', 'gzip');
    return response.end(answer.bytes);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** Milliseconds to the first and the largest paint. Without script no browser tells the largest. */
async function paintOf(browser, url, script) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, javaScriptEnabled: script });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(1000);
  const first = await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime");
  const largest = script
    ? await page.evaluate(`new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
          .observe({ type: 'largest-contentful-paint', buffered: true });
      })`)
    : undefined;
  await context.close();
  return { first, largest };
}

const median = (numbers) => Math.round([...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)]);

const asked = process.argv.slice(2);
const pages =
  asked.length > 0
    ? asked
    : [
        'index.html',
        'en/index.html',
        'en/overview.html',
        'fr/action-items.html',
        'bilingual/action-items.html',
        'fr/glossary.html',
      ];
const { files } = await build('.', { formats: ['html'], to: 'memory' });
const answers = answersOf(files);
const server = await hostOf(answers);
const executablePath = '/usr/bin/chromium';
const browser = await chromium.launch({
  ...(existsSync(executablePath) && { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const path of pages) {
  const url = `http://127.0.0.1:${server.address().port}/${path}`;
  const own = ['assets/style.css', 'assets/theme.js', 'assets/site.js', 'assets/popovers.js', path];
  const weight = own.reduce((sum, name) => sum + answers.get(`/${name}`).bytes.length, 0) / 1000;
  const paints = { with: [], without: [] };
  for (let visit = 0; visit < visits; visit += 1) {
    paints.with.push(await paintOf(browser, url, true));
    paints.without.push(await paintOf(browser, url, false));
  }
  const first = ({ first }) => first;
  console.log(
    `${path}: ${weight.toFixed(1)} kB; first paint ${median(paints.with.map(first))} ms, without script ${median(paints.without.map(first))} ms, largest ${median(paints.with.map(({ largest }) => largest))} ms`,
  );
}
await browser.close();
server.close();
