import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdBrowser } from '../helpers/browser.ts';
import { hostSite, type PublishedSite, publishSite } from '../helpers/published.ts';

const chromium = holdBrowser();
const held: { site?: PublishedSite; host?: Awaited<ReturnType<typeof hostSite>> } = {};

beforeAll(async () => {
  held.site = await publishSite('tests/publications/specimen');
  held.host = await hostSite(held.site);
});
afterAll(() => {
  held.host?.close();
  held.site?.remove();
});

/** Where readers find a site: in a folder of theirs, or below a path of a host that holds it to its policy. */
describe.each(['folder', 'host'] as const)('in a %s', (where) => {
  /** Any fault of script, policy or loading, and any request to elsewhere, fails the test. */
  const visit = async (options: { script: boolean; width?: number }, look: Look): Promise<void> => {
    const { script, width = 1280 } = options;
    const context = await chromium.browser?.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: script });
    const page = await context?.newPage();
    if (!page) throw new Error('No browser');
    const address = where === 'host' ? (held.host?.address ?? '') : `file://${held.site?.dir}`;
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      if (why !== 'net::ERR_ABORTED') faults.push(`${why}: ${request.url()}`); // aborted: one has left the page
    });
    page.on('request', (request) => request.url().startsWith(address) || faults.push(`asked for ${request.url()}`));
    await look(page, (path) => page.goto(`${address}/${path}`));
    await context?.close();
    expect(faults).toEqual([]);
  };

  test.each([
    ['en', 'quoting'],
    ['fr', "l'expressions"],
  ] as const)('the search finds (%s), definitions and notes appear beside their words', async (language, query) => {
    await visit({ script: true }, async (page, open) => {
      await open(`${language}/search.html`);
      await page.locator('#_query').fill(query);
      await page.locator('#_results h2 a').first().click();
      expect(new URL(page.url()).pathname).toMatch(new RegExp(`/${language}/[a-z]+\\.html$`));

      await open(language === 'en' ? 'en/text.html' : 'fr/texte.html');
      const call = page.locator('a[role="doc-noteref"]').first();
      await call.hover();
      await page.locator('.excerpt-tip').waitFor({ state: 'visible' });
      await page.keyboard.press('Escape');
      await page.locator('.excerpt-tip').waitFor({ state: 'hidden' });

      await open(`${language}/references.html`);
      const term = page.locator('a.term[aria-describedby]').first();
      await term.hover();
      await page.locator(`#${await term.getAttribute('aria-describedby')}`).waitFor({ state: 'visible' });
      await page.keyboard.press('Escape');
      await page.locator(`#${await term.getAttribute('aria-describedby')}`).waitFor({ state: 'hidden' });
    });
  });

  test.each(['en/text.html', 'fr/texte.html', 'bilingual/text.html'])(
    'a link to another site says so, to eyes and ears, and tells that site nothing: %s',
    async (path) => {
      await visit({ script: false }, async (page, open) => {
        await open(path);
        const links = page.locator('a[href^="http"]:not([hreflang])');
        expect(await links.count()).toBeGreaterThan(1);
        for (const link of await links.all()) {
          expect((await link.getAttribute('rel'))?.split(' ')).toEqual(['external', 'noopener', 'noreferrer']);
          const note = page.locator(`[id="${await link.getAttribute('aria-describedby')}"]`);
          const language = await link.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'));
          expect(await note.textContent()).toBe(
            language === 'fr-CA' ? 'Mène à un autre site' : 'Leads to another site',
          );
          expect(await note.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe(language);
          expect(await link.evaluate((element) => getComputedStyle(element, '::after').content)).toContain('↗');
        }
        const inside = page.locator('main a:not([href^="http"])');
        expect(await inside.count()).toBeGreaterThan(1);
        for (const link of await inside.all()) expect((await link.getAttribute('rel')) ?? '').not.toContain('external');
      });
    },
  );

  test('without script, every other function is there', async () => {
    await visit({ script: false, width: 320 }, async (page, open) => {
      const at = (): string => page.url().split('/').slice(-2).join('/');
      await open('en/text.html');
      await page.getByRole('button', { name: 'Sections' }).click();
      await page.locator('#_sections a', { hasText: 'Blocks' }).click();
      expect(at()).toBe('en/blocks.html');
      await page.goBack();
      for (const [link, there] of [
        ['.toggle a[hreflang="fr-CA"]', 'fr/texte.html'],
        ['.toggle a:not([hreflang])', 'bilingual/text.html'],
        ['.heading noscript a[hreflang="fr-CA"]', 'fr/texte.html#values'],
        ['.heading noscript a:not([hreflang])', 'bilingual/text.html#values'],
        ['.permalink', 'en/text.html#values'],
        ['.crumbs a >> nth=1', 'en/index.html'],
        ['.neighbours .next', 'en/blocks.html'],
        ['a[role="doc-noteref"]', 'en/text.html#fn-1'],
        ['[role="doc-backlink"]', 'en/text.html#fnref-1'],
        ['.services a[href="changes.html"]', 'en/changes.html'],
        ['.services a[href="help.html"]', 'en/help.html'],
        ['.to-top a', 'en/text.html#_top'],
      ] as const) {
        await open('en/text.html');
        await page.locator(link).first().click();
        expect(at(), link).toBe(there);
      }
      await open('en/blocks.html');
      await page.locator('.on-this-page a').first().click();
      expect(at()).toBe('en/blocks.html#lists');
      const share = page.locator('a[href^="mailto:?subject="]');
      expect(await share.getAttribute('href')).toContain(
        encodeURIComponent('https://example.org/specimen/en/blocks.html'),
      );
      await open('bilingual/blocks.html');
      await page.locator('.on-this-page summary').click();
      await page.locator('.on-this-page a').first().click();
      expect(at()).toBe('bilingual/blocks.html#lists');
    });
    for (const scheme of ['light', 'dark'] as const) {
      const context = await chromium.browser?.newContext({ colorScheme: scheme, javaScriptEnabled: false });
      const page = await context?.newPage();
      await page?.goto(`file://${held.site?.dir}/en/text.html`);
      const paper = await page?.evaluate('getComputedStyle(document.documentElement).backgroundColor');
      expect(paper).toBe(scheme === 'light' ? 'rgb(251, 250, 247)' : 'rgb(20, 23, 26)');
      await context?.close();
    }
  });
});

type Look = (page: Page, open: (path: string) => Promise<unknown>) => Promise<void>;

test('an address that leads nowhere shows a page in both languages, with its style sheet, whatever its depth', async () => {
  const page = await chromium.browser?.newPage();
  const answer = await page?.goto(`${held.host?.address}/en/no/such/page.html`);
  expect(answer?.status()).toBe(404);
  expect(await page?.locator('h1').innerText()).toMatch(/introuvable[\s\S]*not found/i);
  expect(await page?.evaluate('getComputedStyle(document.body).fontFamily')).toContain('Source Serif');
  await page?.locator('.read a[hreflang="fr-CA"]').click();
  expect(page?.url()).toBe(`${held.host?.address}/fr/index.html`);
  await page?.close();
});
