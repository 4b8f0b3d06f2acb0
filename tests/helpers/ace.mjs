/**
 * Ace by DAISY on books, by its API: `node ace.mjs <chromium> <folder> <book.epub>…` writes `<folder>/<n>/report.json` for
 * the n-th book, from 0. In a process of its own, since Ace keeps logs and settings where its environment says, and in
 * the system's browser, since the runner that Ace brings downloads one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ace from '@daisy/ace-core';
import { chromium } from 'playwright-core';

const [executablePath, folder, ...books] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });

/** Pages see files alone; each is read as XHTML, as readers of books do. */
async function run(url, scripts, contents) {
  const page = await browser.newPage();
  try {
    await page.route('**', (route) => (route.request().url().startsWith('file:') ? route.continue() : route.abort()));
    await page.goto(url);
    for (const content of contents) await page.evaluate(content);
    for (const path of scripts) await page.evaluate(readFileSync(path, 'utf8'));
    return await page.evaluate(
      'new Promise((resolve, reject) => window.daisy.ace.run((error, found) => (error ? reject(error) : resolve(found))))',
    );
  } finally {
    await page.close();
  }
}

try {
  for (const [index, book] of books.entries()) {
    const options = { cwd: folder, outdir: join(folder, String(index)), initLogger: true, silent: true };
    await ace(book, options, { concurrency: 2, launch: async () => {}, close: async () => {}, run });
  }
} finally {
  await browser.close();
}
