import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { holdBrowser, writeFiles } from '../../helpers/browser.ts';
import { askTool } from '../../helpers/pdf-tools.ts';

const { files } = await build('tests/publications/specimen', {
  to: 'memory',
  formats: ['html'],
  editions: ['en', 'fr', 'columns'],
});
const site = writeFiles(files);
const held = holdBrowser();
afterAll(() => site.remove());

async function visit(path: string, width: number, look: (page: Page) => Promise<void>): Promise<void> {
  if (!held.browser) throw new Error('No browser');
  const page = await held.browser.newPage({ viewport: { width, height: 800 } });
  try {
    await page.goto(`file://${site.dir}/${path}`);
    await look(page);
  } finally {
    await page.close();
  }
}

/** Of a page at the place it was opened at: focus goes into the bar as keys move it, and Enter follows. */
async function crossByKeys(page: Page, to: string, shiftTab: boolean): Promise<void> {
  const link = page.locator(`.toggle a[href^="../${to.slice(0, to.indexOf('#'))}"]`);
  if (shiftTab) {
    const links = await page.locator('a, button, input').count();
    for (let left = links; left > 0; left -= 1) {
      if (await link.evaluate((node) => node === document.activeElement)) break;
      await page.keyboard.press('Shift+Tab');
    }
  } else {
    const before = await page.evaluate('scrollY');
    await link.focus();
    await page.waitForTimeout(100);
    expect(await page.evaluate('scrollY')).toBe(before);
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/${to}`);
}

const pages = ['en/blocks.html#formulae-1', 'fr/blocks.html#formulae-1', 'bilingual/blocks.html#formulae-1'];
const [english = '', french = '', both = ''] = pages;

test.each([1440, 320])(
  'keys keep the block that one reads, between languages and side by side: %i px',
  async (width) => {
    for (const [from, to] of [
      [english, french],
      [english, both],
      [both, french],
    ] as const) {
      await visit(from, width, (page) => crossByKeys(page, to, false));
    }
    await visit(english, width, (page) => crossByKeys(page, french, true));
  },
);

test('what is read after keys is what counts', async () => {
  await visit(english, 1440, async (page) => {
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Home');
    await expect.poll(() => page.evaluate('scrollY')).toBe(0);
    await page.locator('.toggle a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fr/blocks.html');
  });
});

test('“/” leads to the search and leaves the page where it is', async () => {
  await visit(english, 1440, async (page) => {
    const before = await page.evaluate('scrollY');
    expect(before).toBeGreaterThan(0);
    await page.keyboard.press('/');
    await page.waitForTimeout(100);
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
    await page.keyboard.type('bill');
    await page.waitForTimeout(100);
    expect(await page.evaluate('scrollY')).toBe(before);
  });
});

test.each([
  ['en', 'Letter'],
  ['fr', 'A4'],
] as const)('a table of many columns is whole on paper: %s, %s', async (language, format) => {
  await visit(`${language}/blocks.html`, 1440, async (page) => {
    const read = askTool('pdftotext', ['-bbox', 'FILE', '-'], await page.pdf({ format }));
    if (!read) return; // `askTool` has said so aloud, or failed
    const printed = read.output.split('<page ').flatMap((sheet) => {
      const right = Number(/^width="([\d.]+)"/.exec(sheet)?.[1]) - 55; // points; the margin is 2 cm
      const words = [...sheet.matchAll(/xMin="(-?[\d.]+)" .* xMax="([\d.]+)" .*>([^<]*)<\/word>/g)];
      return words.flatMap(([, from, to, word = '']) => (Number(from) > 55 && Number(to) < right ? [word] : []));
    });
    const cells = await page.locator('#tbl-wide :is(th, td)').allInnerTexts();
    const words = cells.flatMap((cell) => cell.split(/\s+/)).filter((word) => /^\p{L}+$/u.test(word));
    expect(words.length).toBeGreaterThan(30);
    expect(words.filter((word) => !printed.includes(word))).toEqual([]);
  });
});
