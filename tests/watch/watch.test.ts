import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { contentOf, edit, newPublication } from '../helpers/publication.ts';
import { type Run, run } from '../helpers/terminal.ts';

const long = { timeout: 100_000, interval: 50 };

let dir: string;
let said = '';
let stop: () => void;
let ended: Promise<Run>;
let address: string;

/** Begins to watch, and waits until the address is told. */
async function begin(...flags: string[]): Promise<void> {
  said = '';
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  ended = run(['watch', dir, '--port', '0', ...flags], { stopped, onOut: (all) => (said = all) });
  await vi.waitFor(() => expect(said).toMatch(/http:\/\/127\.0\.0\.1:\d+\//), long);
  address = /http:\S+\/(?=@diptych\/)/.exec(said)?.[0] ?? '';
}

beforeEach(() => {
  dir = newPublication();
});
afterEach(async () => {
  stop();
  await ended;
});

test('serves every output at its path, and writes the same to the output folder; ends clean', async () => {
  await begin();
  const manifest = (await (await fetch(`${address}manifest.json`)).json()) as {
    files: { path: string; bytes: number }[];
  };
  const content = contentOf(join(dir, 'dist'));
  expect(manifest.files.map(({ path }) => path)).toEqual(
    Object.keys(content)
      .filter((path) => path !== '.gitignore' && path !== 'manifest.json')
      .sort(),
  );
  for (const { path } of manifest.files.filter(({ path }) => !path.endsWith('.html'))) {
    const bytes = Buffer.from(await (await fetch(address + path)).arrayBuffer()).toString('hex');
    expect([path, bytes === content[path]]).toEqual([path, true]);
  }
  stop();
  expect(await ended).toMatchObject({ code: 0, err: '' });
  await expect(fetch(address)).rejects.toThrow();
});

test('errors in the first build do not end it; when they are mended, the pages come', async () => {
  edit(dir, 'source/welcome.md', ['](borrowing.md)', '](nowhere.md)']);
  await begin('--ui', 'fr');
  expect(said).toContain('link-target-exists');
  expect(said).toContain('il n’y a encore rien à afficher');
  expect((await fetch(address)).status).toBe(503);
  edit(dir, 'source/welcome.md', ['](nowhere.md)', '](borrowing.md)']);
  await vi.waitFor(async () => expect((await fetch(address)).status).toBe(200), long);
});

test('after a burst of saves, what is shown equals the last', async () => {
  await begin();
  const path = join(dir, 'source/welcome.md');
  const text = readFileSync(path, 'utf8');
  for (let save = 1; save <= 20; save++) {
    writeFileSync(path, text.replace('belongs to everyone', `belongs to everyone, o${'o'.repeat(save)}h`));
    await new Promise((next) => setTimeout(next, 2));
  }
  await vi.waitFor(
    async () => expect(await (await fetch(`${address}en/welcome.html`)).text()).toContain(` o${'o'.repeat(20)}h`),
    long,
  );
  await vi.waitFor(
    () => expect(readFileSync(join(dir, 'dist/en/welcome.html'), 'utf8')).toContain(` o${'o'.repeat(20)}h`),
    long,
  );
});

test('in the browser: a save is shown, an error keeps the last good page under its finding, mending takes it away', async (context) => {
  const browser: Browser | undefined = await openBrowser();
  if (!browser) return context.skip();
  try {
    await begin('--ui', 'fr');
    const page: Page = await browser.newPage();
    const complaints: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.url().endsWith('/favicon.ico')) complaints.push(response.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${address}en/welcome.html`);
    expect(await page.textContent('body')).toContain('belongs to everyone');

    edit(dir, 'source/welcome.md', ['belongs to everyone', 'is open to everyone']);
    await page.waitForFunction(() => document.body.textContent?.includes('is open to everyone'), undefined, long);
    expect(await page.locator('diptych-preview').count()).toBe(0);

    edit(dir, 'source/welcome.md', ['](borrowing.md)', '](nowhere.md)']);
    const panel = page.locator('diptych-preview .panel');
    await panel.waitFor({ timeout: long.timeout });
    expect(await panel.getAttribute('role')).toBe('alert');
    const text = (await panel.textContent()) ?? '';
    expect(text).toMatch(/source\/welcome\.md:\d+:\d+/);
    expect(text).toContain('link-target-exists');
    expect(text).toContain('nowhere.md');
    expect(text).toContain('Conseil\u00a0:');
    expect(text).toContain('^');
    expect(await page.textContent('body')).toContain('is open to everyone');

    edit(dir, 'source/welcome.md', ['](nowhere.md)', '](borrowing.md)']);
    await panel.waitFor({ state: 'detached', timeout: long.timeout });
    expect(await page.textContent('body')).toContain('is open to everyone');
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
