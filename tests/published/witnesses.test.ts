import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LinkChecker } from 'linkinator';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditPage, holdBrowser, sidewaysScroll } from '../helpers/browser.ts';
import { checkHtml } from '../helpers/html.ts';
import { hostSite, type PublishedSite, publications, publishSite } from '../helpers/published.ts';
import { tool } from '../helpers/tool.ts';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

interface Message {
  readonly type: string;
  readonly subType?: string;
  readonly message: string;
  readonly url: string;
}

const held = holdBrowser({ skips: false }); // most of these need none

/** In an order that changes one thing at a time. */
const views = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 1280 },
  { scheme: 'dark', width: 320 },
  { scheme: 'light', width: 320 },
] as const;

/** Programs that others wrote, over every page of the sites as they are published. */
describe.each(publications)('the site of %s', (folder) => {
  const made: { site?: PublishedSite } = {};
  const site = (): PublishedSite => {
    if (!made.site) throw new Error('No site');
    return made.site;
  };
  beforeAll(async () => {
    made.site = await publishSite(folder);
  });
  afterAll(() => made.site?.remove());

  test('has no error for html-validate', async () => {
    const { dir, pages } = site();
    expect(pages.length).toBeGreaterThan(20);
    for (const path of pages) expect(await checkHtml(readFileSync(join(dir, path), 'utf8')), path).toEqual([]);
  });

  test('has no error and no warning for the Nu checker', async (context) => {
    const java = tool('java', context);
    const run = promisify(execFile)(java, ['-Xss4m', '-jar', jar, '--format', 'json', '--skip-non-html', site().dir], {
      maxBuffer: 1 << 26,
    }).catch((failed: { stderr: string }) => failed);
    const { messages } = JSON.parse((await run).stderr) as { messages: readonly Message[] };
    // Of the policy it speaks for every file of a folder, which has no origin; a browser holds us to that.
    const found = messages.filter(
      ({ type, subType, message }) =>
        (type === 'error' || subType === 'warning') && !message.includes('Content Security Policy'),
    );
    expect(found.map(({ type, message, url }) => `${type}: ${message} (${url})`)).toEqual([]);
  });

  test('has no broken link and no broken fragment for linkinator', async () => {
    const { links } = await new LinkChecker().check({
      path: '.',
      serverRoot: site().dir,
      recurse: true,
      checkFragments: true,
      linksToSkip: ['^https?://(?!localhost)', '^mailto:'],
    });
    expect(links.filter(({ state }) => state === 'OK').length).toBeGreaterThan(20);
    expect(links.filter(({ state }) => state === 'BROKEN').map(({ url, parent }) => `${parent} → ${url}`)).toEqual([]);
  });

  test('has no violation for axe, light and dark, wide and narrow; asks for nothing from elsewhere', async ({
    skip,
  }) => {
    if (!held.browser) skip('no Chromium'); // `openBrowser` has said so aloud, or failed
    const { pages } = site();
    const host = await hostSite(site());
    const results = ['en', 'fr'].map((language) => `${language}/search.html?q=process`);
    const found: string[] = [];
    const faults = await onPage(host.address, async (page) => {
      for (const path of [...pages, ...results]) {
        await page.goto(`${host.address}/${path}`);
        for (const { scheme, width } of views) {
          await page.emulateMedia({ colorScheme: scheme });
          await page.setViewportSize({ width, height: 800 });
          const says = (finding: string): string => `${path}, ${scheme}, ${width} px: ${finding}`;
          const sideways = await sidewaysScroll(page);
          if (sideways > 0) found.push(says(`wider than its window by ${sideways} px`));
          found.push(...(await auditPage(page)).map(says));
        }
      }
    });
    host.close();
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
  }, 900_000);
});

/** All that the console of a page said while it was looked at, and all that it asked from anywhere but `address`. */
async function onPage(address: string, look: (page: Page) => Promise<void>): Promise<readonly string[]> {
  const page = await held.browser?.newPage();
  if (!page) throw new Error('No browser');
  const faults: string[] = [];
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('requestfailed', (request) => faults.push(`did not load: ${request.url()}`));
  page.on('response', (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
  page.on('request', (request) => request.url().startsWith(address) || faults.push(`asked for ${request.url()}`));
  await look(page);
  await page.close();
  return faults;
}
