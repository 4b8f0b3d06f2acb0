import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { auditPage, openBrowser, sidewaysScroll, writeFiles } from '../helpers/browser.ts';
import { checkHtml } from '../helpers/html.ts';

/** The sites as they are published: this repository's own, and that of every construct. */
const publications = ['.', 'tests/publications/specimen'];
const held: { browser?: Browser } = {};

beforeAll(async () => {
  const browser = await openBrowser();
  if (browser) held.browser = browser;
});
afterAll(() => held.browser?.close());

describe.each(publications)('the site of %s', (folder) => {
  const made: { dir: string; pages: readonly string[]; remove(): void } = { dir: '', pages: [], remove() {} };

  beforeAll(async () => {
    const { files } = await build(folder, { to: 'memory' });
    Object.assign(made, writeFiles(files), {
      pages: files.filter(({ path }) => path.endsWith('.html')).map(({ path }) => path),
    });
  });
  afterAll(() => made.remove());

  test('is valid HTML on every page', async () => {
    expect(made.pages.length).toBeGreaterThan(8);
    for (const path of made.pages) {
      expect(await checkHtml(readFileSync(join(made.dir, path), 'utf8')), path).toEqual([]);
    }
  });

  describe('in a browser', () => {
    beforeEach(({ skip }) => {
      if (!held.browser) skip('no Chromium'); // `openBrowser` has said so aloud, or failed
    });

    test.each([
      { scheme: 'light', width: 1280 },
      { scheme: 'dark', width: 320 },
    ] as const)('axe finds nothing, and nothing scrolls sideways: $scheme, $width px', async ({ scheme, width }) => {
      await inWindow({ scheme, width }, async (page) => {
        for (const path of made.pages.filter((path) => path !== '404.html')) {
          await page.goto(`file://${made.dir}/${path}`);
          expect(await sidewaysScroll(page), path).toBe(0);
          expect(await auditPage(page), path).toEqual([]);
        }
      });
    });

    test('from anywhere on any page, the other language is one step away, at a place that exists', async () => {
      await inWindow({ scheme: 'light', width: 1280 }, async (page) => {
        let steps = 0;
        for (const path of made.pages.filter((path) => path.includes('/'))) {
          await page.goto(`file://${made.dir}/${path}`);
          for (const address of await toggleAddresses(page)) {
            const [file = '', hash] = address.replace('file://', '').split('#');
            const other = readFileSync(file, 'utf8');
            if (hash !== undefined) expect(other, `${path} → ${address}`).toContain(`id="${decodeURIComponent(hash)}"`);
            if (hash !== undefined) steps++;
          }
        }
        expect(steps).toBeGreaterThan(20);
      });
    });
  });
});

/** Where the toggle leads from the top of the page and from every 200 pixels below it. */
async function toggleAddresses(page: Page): Promise<string[]> {
  return page.evaluate(`(async () => {
    const toggle = document.querySelector('a[data-same-block]');
    if (!toggle) return [];
    const found = [];
    for (let y = 0; y < document.body.scrollHeight; y += 200) {
      window.scrollTo(0, y);
      await new Promise(requestAnimationFrame);
      toggle.dispatchEvent(new Event('pointerdown'));
      found.push(toggle.href);
    }
    return [...new Set(found)];
  })()`) as Promise<string[]>;
}

async function inWindow(
  { scheme, width }: { scheme: 'light' | 'dark'; width: number },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  if (!held.browser) throw new Error('No browser');
  const context = await held.browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme });
  try {
    await look(await context.newPage());
  } finally {
    await context.close();
  }
}
