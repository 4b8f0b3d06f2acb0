import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { auditPage, holdBrowser, sidewaysScroll, writeFiles } from '../../helpers/browser.ts';
import { pagesOf, specimenSite } from './site.ts';

const files = specimenSite();
const pages = pagesOf(files).map(({ path }) => path);
const site = writeFiles(files);
const held = holdBrowser();
afterAll(() => site.remove());

interface Visit {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly script?: boolean;
  readonly print?: boolean;
}

/**
 * Hand over a browser's window in which `open` shows a page from `file://`. Faults of script, policy and loading, and
 * requests to anywhere else, fail the test.
 */
async function inWindow(options: Visit, look: (page: Page, open: (path: string) => Promise<void>) => Promise<void>) {
  if (!held.browser) throw new Error('No browser');
  const { scheme = 'light', width = 1440, script = true, print = false } = options;
  const context = await held.browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    javaScriptEnabled: script,
  });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('requestfailed', (request) => faults.push(`did not load: ${request.url()}`));
    page.on('request', (request) => request.url().startsWith('file:') || faults.push(`asked for ${request.url()}`));
    if (print) await page.emulateMedia({ media: 'print' });
    await look(page, async (path) => {
      await page.goto(`file://${site.dir}/${path}`);
    });
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

function visit(path: string, options: Visit, look: (page: Page) => Promise<void>): Promise<void> {
  return inWindow(options, async (page, open) => {
    await open(path);
    await look(page);
  });
}

test.each([
  { scheme: 'light', width: 1440 },
  { scheme: 'dark', width: 320 },
] as const)('axe finds nothing on any page, and nothing scrolls sideways: $scheme, $width px', async (options) => {
  await inWindow(options, async (page, open) => {
    for (const path of pages) {
      await open(path);
      expect(await sidewaysScroll(page), path).toBe(0);
      expect(await auditPage(page), path).toEqual([]);
    }
  });
});

test('every page says the same without script', async () => {
  const said = { with: new Map<string, string>(), without: new Map<string, string>() };
  for (const [texts, script] of [[said.with, true] as const, [said.without, false] as const]) {
    await inWindow({ script }, async (page, open) => {
      for (const path of pages) {
        await open(path);
        expect(await page.locator('main h1').isVisible(), path).toBe(true);
        await page.evaluate('document.querySelectorAll("main button, .pair").forEach((added) => added.remove())');
        texts.set(path, await page.locator('main').innerText());
      }
    });
  }
  // Only the ways to the other language, and the signs of permalinks, may differ.
  const words = (text = ''): string[] => text.split(/\s+/).filter((word) => !/^(English|Français|#)$/.test(word));
  for (const path of pages.filter((path) => !path.endsWith('/search.html')))
    expect(words(said.without.get(path)), path).toEqual(words(said.with.get(path)));
  expect(said.without.get('fr/search.html')).toContain('a besoin de JavaScript');
  expect(said.with.get('fr/search.html')).not.toContain('a besoin de JavaScript');
});

test('the style sheet and the faces are used under the policy, from a folder', async () => {
  await visit('en/overview.html', {}, async (page) => {
    const loaded = await page.evaluate(
      'document.fonts.ready.then((fonts) => [...fonts].filter((face) => face.status === "loaded").map((face) => face.family.replaceAll(String.fromCharCode(34), "")))',
    );
    expect(loaded).toContain('Source Serif 4');
    expect(loaded).toContain('Source Sans 3');
  });
});

test('the skip link is the first stop, and leads to the text', async () => {
  await visit('fr/overview.html', {}, async (page) => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#_main');
    expect((await page.locator('.skip').boundingBox())?.width).toBeGreaterThan(50);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('_main');
  });
});

test('the toggle keeps the block that one reads', async () => {
  await visit('en/overview.html', {}, async (page) => {
    const toggle = page.locator('.toggle a');
    await toggle.click();
    expect(new URL(page.url()).pathname.endsWith('/fr/overview.html')).toBe(true);
    expect(new URL(page.url()).hash).toBe('');
    await page.locator('[id="format"]').scrollIntoViewIfNeeded();
    await page.evaluate('document.getElementById("format").scrollIntoView()');
    await toggle.evaluate((link) => (link as unknown as { click(): void }).click());
    await page.waitForURL('**/en/overview.html#format');
  });
});

test('the list of sections opens without script in a narrow window, and Escape closes it', async () => {
  await visit('en/overview.html', { width: 320, script: false }, async (page) => {
    const sections = page.locator('#_sections');
    expect(await sections.isVisible()).toBe(false);
    await page.getByRole('button').click();
    expect(await sections.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await sections.isVisible()).toBe(false);
  });
});

test('on paper, the text alone, with the addresses of its links', async () => {
  await visit('en/overview.html', { print: true }, async (page) => {
    for (const gone of ['.bar', '.sections', '.on-this-page', '.neighbours', '.permalink >> nth=0']) {
      expect(await page.locator(gone).isVisible(), gone).toBe(false);
    }
    const link = page.locator('main a[href^="https"]').first();
    const address = await page.evaluate(
      `getComputedStyle(document.querySelector('main a[href^="https"]'), '::after').content`,
    );
    expect(address).toContain(await link.getAttribute('href'));
  });
});

test.each(['light', 'dark'] as const)(
  'a table that is wider than the window shows at which edge there is more: %s',
  async (scheme) => {
    await visit('en/budget.html', { scheme, width: 320 }, async (page) => {
      const box = page.locator('.table-scroll').first();
      await box.scrollIntoViewIfNeeded();
      const bounds = await box.boundingBox();
      const row = await box.locator('tbody tr').first().boundingBox();
      if (!bounds || !row) throw new Error('The page has a table');
      /** The padding above the first row's words, at one edge of the box. */
      const edge = async (side: 'left' | 'right') => {
        const x = side === 'left' ? bounds.x : bounds.x + bounds.width - 4;
        const image = await page.screenshot({ clip: { x, y: row.y + 3, width: 4, height: 3 } });
        return image.toString('base64');
      };
      const scrollTo = (place: string) =>
        page.evaluate(`((box) => box.scrollTo(${place}, 0))(document.querySelector('.table-scroll'))`);
      const plain = await edge('left');
      expect(await edge('right')).not.toBe(plain);
      await scrollTo('30');
      expect(await edge('left')).not.toBe(plain);
      await scrollTo('box.scrollWidth');
      expect(await edge('right')).toBe(plain);
      expect(await edge('left')).not.toBe(plain);
      await page.emulateMedia({ forcedColors: 'active' }); // draws no shadows
      const frame = await page.evaluate(`getComputedStyle(document.querySelector('.table-scroll')).borderRightStyle`);
      expect(frame).toBe('solid');
    });
  },
);

test('a term’s definition shows at pointer and focus, stays while it is read, and goes with Esc', async () => {
  const [path = ''] = pages.filter((each) => /aria-describedby="_term-/.test(textAt(each)));
  await visit(path, {}, async (page) => {
    const term = page.locator('a.term[aria-describedby]').first();
    const definition = page.locator(`#${await term.getAttribute('aria-describedby')}`);
    expect(await definition.isVisible()).toBe(false);
    await term.hover();
    expect(await definition.isVisible()).toBe(true);
    const [above, below] = [await term.boundingBox(), await definition.boundingBox()];
    expect(Math.abs((below?.y ?? 0) - (above?.y ?? 0))).toBeLessThan(200);
    await definition.hover(); // the pointer may go there to read it
    await page.waitForTimeout(500);
    expect(await definition.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await definition.isVisible()).toBe(false);
    await page.mouse.move(0, 0);
    while (!(await term.evaluate((node) => node === document.activeElement))) await page.keyboard.press('Tab');
    expect(await definition.isVisible()).toBe(true);
    expect(await auditPage(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await expect.poll(() => definition.isVisible()).toBe(false);
    await term.click();
    expect(page.url()).toMatch(/#term-/);
  });
  await visit(path, { script: false }, async (page) => {
    expect(await page.locator('.definition').first().isVisible()).toBe(false);
    await page.locator('a.term').first().click();
    expect(page.url()).toMatch(/#term-/);
  });
});

function textAt(path: string): string {
  return new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);
}
