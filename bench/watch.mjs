/**
 * How long a save takes until the open page shows it, in Chromium, from the write to the DOM; the panes of books closed.
 *
 *   npm run bench:watch [-- saves]        40 saves of each kind unless told
 *
 * A document of 10 kB among 10 and among 1,000, one of 160 kB, and a definition that 5 of 1,000 documents show; medians and
 * 95th percentiles in milliseconds, beside a build of all pages without a memory, in a process of its own that is warm.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from '../.build/build.js';
import { glossaryText, writePublication } from './publication.mjs';

const flags = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const saves = Number(process.argv[2] ?? 40);

function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Begins to watch. @returns the address of the site, and how to end. */
async function watching(dir) {
  const program = fileURLToPath(new URL('../.build/bin/cli.js', import.meta.url));
  const child = spawn(process.execPath, [program, 'watch', dir, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  while (!/http:\S+\/(?=@diptych\/)/.test(said)) await sleep(50);
  return {
    address: /http:\S+\/(?=@diptych\/)/.exec(said)[0],
    end: () => new Promise((ended) => child.once('exit', ended) && child.kill('SIGINT')),
  };
}

/** Milliseconds from the write until a page has the words. */
async function shown(page, words, write) {
  const seen = page.evaluate(
    (words) =>
      new Promise((resolve) => {
        const look = () => document.documentElement.textContent.includes(words) && resolve(Date.now());
        new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
        look();
      }),
    words,
  );
  await sleep(30);
  const begun = Date.now();
  write();
  return (await seen) - begun;
}

async function measure(browser, name, { documents, kilobytes = 10, first, glossary }) {
  const dir = mkdtempSync(join(tmpdir(), 'diptych-watch-'));
  writePublication(dir, { documents, kilobytes, first });
  const whole = await wholeBuild(dir);
  const { address, end } = await watching(dir);
  const page = await browser.newPage();
  await page.goto(`${address}en/d0.html`);
  const path = join(dir, glossary ? 'source/glossary.yaml' : 'source/d0.md');
  const text = readFileSync(path, 'utf8');
  const times = [];
  for (let save = 0; save < saves + 5; save += 1) {
    const words = `often${'abcdefghij'[save % 10]}${'abcdefghij'[Math.floor(save / 10) % 10]}`;
    const write = () =>
      writeFileSync(path, glossary ? glossaryText(`Said of ${words}.`) : text.replace('is reviewed', words));
    const took = await shown(page, words, write);
    if (save >= 5) times.push(took); // the first ones warm the machine
    await sleep(250);
  }
  await page.close();
  await end();
  rmSync(dir, { recursive: true });
  const [median, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  console.log(
    `${name}: median ${median} ms, p95 ${p95} ms; a whole build of the pages ${whole.toFixed(0)} ms, ${(whole / median).toFixed(0)} times; load ${loadavg()[0].toFixed(1)}`,
  );
}

/** Milliseconds of the second of two, so that the program is warm. */
async function wholeBuild(dir) {
  await build(dir, { formats: ['html'], to: 'memory' });
  const begun = performance.now();
  await build(dir, { formats: ['html'], to: 'memory' });
  return performance.now() - begun;
}

const browser = await chromium.launch({
  executablePath: execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim(),
  args: flags,
  chromiumSandbox: false,
});
const wanted = process.argv.slice(3);
for (const [name, how] of Object.entries({
  '10 kB among 10': { documents: 10 },
  '160 kB among 10': { documents: 10, first: 160 },
  '10 kB among 1,000': { documents: 1000 },
  'a definition, 5 of 1,000': { documents: 1000, glossary: true },
}))
  if (wanted.length === 0 || wanted.some((each) => name.startsWith(each))) await measure(browser, name, how);
await browser.close();
