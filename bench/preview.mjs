/**
 * What the preview adds to a build: from a page that was made to what is seen of it, in Chromium.
 *
 *   npm run bench:preview
 *
 * One paragraph of a page of 10 and of 160 kB changes 60 times; the page is in a window of its own, or in the preview page beside
 * its other language. Milliseconds from the end of the build until the words stand on the page, and for a PDF of this
 * repository's publication until its page is drawn again; the machine's load.
 */
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from '../.build/build.js';
import { tableOf } from '../.build/commands/speech.js';
import { previewPages } from '../.build/watch/pages.js';
import { Preview } from '../.build/watch/preview.js';
import { servePreview } from '../.build/watch/server/index.js';
import { Origins } from '../.build/watch/source/index.js';

const saves = 60;
const shownPages = /^(?:en|fr)\/overview\.html$/;
const dir = fileURLToPath(new URL('..', import.meta.url));
const { files, documents } = await build(dir, { to: 'memory' });
const preview = new Preview();
const pages = previewPages({ en: tableOf('en'), fr: tableOf('fr') }, 'en');
const server = await servePreview(preview, pages, { port: 0, from: 4300 });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

/** Both languages of a page as long as told, with a paragraph that says which save it is. */
function outputs(bytes, save) {
  const count = Math.max(1, Math.round((bytes - 10_000) / 250));
  const paragraph = (at) => `<p id="b${at}">${at === count >> 1 ? `save ${save}` : 'words '.repeat(38)}</p>`;
  const text = Array.from({ length: count }, (_, at) => paragraph(at)).join('\n');
  return files.map((file) => {
    if (!shownPages.test(file.path)) return file;
    const html = Buffer.from(file.bytes).toString();
    const [start, end] = [html.indexOf('<div class="text">') + 18, html.indexOf('</main>')];
    return { ...file, bytes: Buffer.from(`${html.slice(0, start)}${text}</div>${html.slice(end)}`) };
  });
}

const now = () => performance.timeOrigin + performance.now();
const part = (times, share) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)].toFixed(1);

async function measurePage(bytes, path, frameIn) {
  const page = await browser.newPage();
  preview.show(outputs(bytes, 0), undefined, new Origins(documents));
  await page.goto(server.address + path);
  await page.waitForTimeout(1500);
  const frame = frameIn(page);
  await frame.evaluate(() => {
    window.seen = {};
    new MutationObserver(() => {
      const [, save] = /\bsave (\d+)/.exec(document.querySelector('main')?.textContent ?? '') ?? [];
      window.seen[save] ??= performance.timeOrigin + performance.now();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const times = [];
  for (let save = 1; save <= saves; save += 1) {
    const made = outputs(bytes, save);
    const began = now();
    preview.showPages(made);
    while (!(await frame.evaluate((save) => window.seen[save], save))) await page.waitForTimeout(10);
    times.push((await frame.evaluate((save) => window.seen[save], save)) - began);
  }
  await page.close();
  return times;
}

async function measurePdf() {
  const page = await browser.newPage();
  const book = files.find(({ path }) => path.endsWith('-en.pdf'));
  const again = (save) =>
    files.map((file) =>
      file === book ? { ...file, bytes: Buffer.concat([file.bytes, Buffer.from(`\n% ${save}`)]) } : file,
    );
  preview.show(again(0), undefined, new Origins(documents));
  await page.goto(`${server.address}@diptych/#panes=pdf`);
  await page.waitForSelector('.sheet-box canvas');
  const times = [];
  for (let save = 1; save <= 20; save += 1) {
    const old = await page.locator('.sheets').elementHandle();
    const began = now();
    preview.show(again(save));
    await page.waitForFunction((old) => !document.contains(old), old);
    times.push(now() - began);
  }
  await page.close();
  return times;
}

const say = (what, times) =>
  console.log(
    `${what.padEnd(44)} median ${part(times, 0.5).padStart(6)} ms   95th ${part(times, 0.95).padStart(6)} ms`,
  );
for (const bytes of [10_000, 160_000]) {
  const size = `${bytes / 1000} kB`;
  say(`${size}, a window of its own`, await measurePage(bytes, 'en/overview.html', (page) => page));
  const isEnglish = (frame) => frame.url().endsWith('/en/overview.html');
  const path = '@diptych/#panes=en,fr&page=en/overview.html';
  say(`${size}, both languages`, await measurePage(bytes, path, (page) => page.frames().find(isEnglish)));
}
say('the PDF, drawn again at its page', await measurePdf());
console.log(`load ${loadavg()[0].toFixed(1)}; Node ${process.version}`);
await browser.close();
await server.close();
