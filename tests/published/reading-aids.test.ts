import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { openBrowser, writeFiles } from '../helpers/browser.ts';

const held: { browser?: Browser; page?: Page; dir: string; remove(): void } = { dir: '', remove() {} };
const read = (path: string): string => readFileSync(join(held.dir, path), 'utf8');

beforeAll(async () => {
  const { files } = await build('tests/publications/specimen', { formats: ['html'], to: 'memory' });
  Object.assign(held, writeFiles(files));
  const browser = await openBrowser();
  if (browser) Object.assign(held, { browser, page: await browser.newPage() });
});
afterAll(async () => {
  await held.browser?.close();
  held.remove();
});

describe('what programs read', () => {
  test('the feed tells the changes of its language, newest first, each under an address of its own', () => {
    const feed = read('fr/changes.xml');
    expect(feed.match(/<updated>[^<]+/g)).toEqual([
      '<updated>2026-07-31T00:00:00Z',
      '<updated>2026-07-31T00:00:00Z',
      '<updated>2002-01-15T00:00:00Z',
    ]);
    expect(feed).toContain('Un mot «\u00a0entre guillemets\u00a0» a été ajouté.');
    const ids = [...feed.matchAll(/<id>([^<]+)/g)].map(([, id]) => id ?? '');
    expect(new Set(ids).size).toBe(3);
    for (const id of ids.slice(1)) expect(read('fr/changes.html')).toContain(`id="${id.split('#')[1]}"`);
    expect(read('fr/texte.html')).toContain(
      'type="application/atom+xml" href="https://example.org/specimen/fr/changes.xml"',
    );
  });

  test('the map of the site names every page of the text with its other language, and the policy names the map', () => {
    const map = read('sitemap.xml');
    for (const path of ['en/text.html', 'fr/texte.html', 'bilingual/text.html', 'index.html'])
      expect(map).toContain(`<loc>https://example.org/specimen/${path}</loc>`);
    const [, entry = ''] = /<loc>[^<]*en\/text\.html<\/loc>([\s\S]*?)<\/url>/.exec(map) ?? [];
    expect(entry).toContain('hreflang="fr-CA" href="https://example.org/specimen/fr/texte.html"');
    expect(read('robots.txt')).toContain('Sitemap: https://example.org/specimen/sitemap.xml');
  });

  test('a page says what its translation is, and how it looks elsewhere', () => {
    const [, json = '{}'] = /<script type="application\/ld\+json">(.*)<\/script>/.exec(read('en/text.html')) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      inLanguage: 'en-CA',
      dateModified: '2026-07-31',
      workTranslation: [{ '@id': 'https://example.org/specimen/fr/texte.html', inLanguage: 'fr-CA' }],
    });
    expect(read('en/text.html')).toContain('<meta property="og:locale:alternate" content="fr_CA">');
  });

  test('a page with its style sheet and scripts weighs less than 60 kB', () => {
    const shared = ['style.css', 'theme.js', 'site.js', 'popovers.js'].map((name) => `assets/${name}`);
    const weight = ['fr/blocks.html', ...shared].reduce((sum, path) => sum + gzipSync(read(path)).length, 0);
    expect(weight).toBeLessThan(60_000);
  });
});

describe('in a browser', () => {
  beforeEach(({ skip }) => {
    if (!held.page) skip('no Chromium'); // `openBrowser` has said so aloud, or failed
  });

  const open = async (path: string): Promise<Page> => {
    if (!held.page) throw new Error('No browser');
    await held.page.goto(`file://${held.dir}/${path}`);
    return held.page;
  };

  test.each(['en/text.html', 'bilingual/text.html'])(
    'a note appears beside its call, and Escape closes it: %s',
    async (path) => {
      const page = await open(path);
      const call = page.locator('a[role="doc-noteref"]').first();
      await page.keyboard.press('Tab'); // so that focus counts as the keyboard's
      await call.focus();
      await page.locator('.excerpt-tip').waitFor({ state: 'visible' });
      const note = page.locator(`[id="${(await call.getAttribute('href'))?.slice(1)}"]`);
      expect(await note.innerText()).toContain((await page.locator('.excerpt-tip').innerText()).trim());
      expect(await page.locator('.excerpt-tip [id]').count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.locator('.excerpt-tip').waitFor({ state: 'hidden' });
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      await page.locator('.excerpt-tip').waitFor({ state: 'visible' });
      await page.keyboard.press('Tab'); // into the note, to its link
      expect(await page.evaluate('document.activeElement.closest(".excerpt-tip") !== null')).toBe(true);
      await page.keyboard.press('Escape');
      await page.locator('.excerpt-tip').waitFor({ state: 'hidden' });
      expect(await call.evaluate((link) => link === document.activeElement)).toBe(true);
    },
  );

  test('colours that were chosen stay from page to page, from the first paint', async () => {
    const page = await open('en/text.html');
    await page.locator('input[name="_theme"][value="dark"]').check();
    await open('en/blocks.html');
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(20, 23, 26)');
    await page.locator('input[name="_theme"][value="system"]').check();
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBeUndefined();
  });

  test('the slash begins a search, unless that is turned off', async () => {
    const page = await open('en/text.html');
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.name')).toBe('q');
    await page.keyboard.type('strong');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/search.html?q=strong');
    expect(await page.locator('#_results li').count()).toBeGreaterThan(0);
    await open('en/text.html');
    await page.locator('input[name="_slash"]').uncheck();
    await page.locator('main').focus();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.name ?? ""')).not.toBe('q');
    await page.locator('input[name="_slash"]').check();
  });

  test('a picture can be enlarged; closing it leads back', async () => {
    const page = await open('fr/blocks.html');
    const enlarge = page.locator('.enlarge').first();
    await enlarge.focus();
    await page.keyboard.press('Enter');
    await page.setViewportSize({ width: 320, height: 800 }); // a small window is looked through
    await page.waitForFunction("document.querySelector('dialog img')?.getBoundingClientRect().width > 600");
    const close = await page.locator('dialog .close').boundingBox();
    expect((close?.x ?? 320) + (close?.width ?? 0)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.waitForFunction("document.querySelector('dialog img')?.getBoundingClientRect().width > 600");
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction("document.activeElement.className === 'enlarge'");
  });
});
