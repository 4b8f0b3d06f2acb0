import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdBrowser } from '../helpers/browser.ts';
import { type PublishedSite, publishSite } from '../helpers/published.ts';

/** The sites as they are published: this repository's own, and that of every construct. */
const publications = ['.', 'tests/publications/specimen'] as const;
const held = holdBrowser();

describe.each(publications)('the site of %s', (folder) => {
  const its: { site?: PublishedSite } = {};
  const made = (): PublishedSite => {
    if (!its.site) throw new Error('No site');
    return its.site;
  };
  beforeAll(async () => {
    its.site = await publishSite(folder);
  });
  afterAll(() => its.site?.remove());

  test.each([1280, 320])('the other views are one click away from any block, at that block: %i px', async (width) => {
    const { dir, pages, englishFirst } = made();
    const every = folder === '.' ? 6 : 12;
    let steps = 0;
    await inWindow({ width }, async (page) => {
      for (const path of pages.filter((path) => /^(en|fr)\/(?!index|search|changes|help)/.test(path))) {
        await page.goto(`file://${dir}/${path}`);
        // One block in several that the other views have too; more would only take longer.
        const ids = (await blocksOf(page)).filter((_, index) => index % every === 2);
        for (const id of ids) {
          const there = await clickFrom(page, id, 0);
          expect(there.off, `${path}#${id}: language, ${there.hash}`).toBeLessThan(24);
          expect(there.found, `${path}: ${there.hash} is at the top of the window`).toBe(true);
          await page.goto(`file://${dir}/${path}`);
          const beside = await clickFrom(page, id, 1);
          expect(beside.off, `${path}#${id}: side by side, ${beside.hash}`).toBeLessThan(24);
          expect(beside.found, `${path}: ${beside.hash} side by side`).toBe(true);
          const back = await clickFrom(page, beside.hash.slice(1), path.startsWith('en') === englishFirst ? 0 : 1);
          expect([back.path.endsWith(path), back.found], `${path}#${id}: and back`).toEqual([true, true]);
          expect(back.off, `${path}#${id}: and back, ${back.hash}`).toBeLessThan(24);
          steps++;
        }
      }
    });
    expect(steps).toBeGreaterThanOrEqual(folder === '.' ? 20 : 6);
  });
});

/** Ids of the blocks that a reader can stop at, and that every view has, from the second window down. */
async function blocksOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const lacks = [...document.querySelectorAll('[data-lacks]')].flatMap((link) => link.dataset.lacks.split(' '));
    const last = document.documentElement.scrollHeight - innerHeight;
    return [...document.querySelectorAll('main .text [id]:not(a, sup, span)')]
      .filter((block) => !lacks.includes(block.id) && !/^fn/.test(block.id) && block.getClientRects().length > 0)
      .filter((block) => block.getBoundingClientRect().top > 1 && block.getBoundingClientRect().top < last)
      .map(({ id }) => id);
  })()`) as Promise<readonly string[]>;
}

/** Scrolls to the block as a wheel does, clicks the toggle where it is, and says where that led. */
async function clickFrom(page: Page, id: string, link: number) {
  await page.evaluate(`(() => {
    document.documentElement.style.scrollBehavior = 'auto';
    scrollTo(0, document.getElementById(${JSON.stringify(id)}).getBoundingClientRect().top + scrollY - 66);
  })()`);
  await page.mouse.wheel(0, 4);
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
  const tops = (await page.evaluate(
    `Object.fromEntries([...document.querySelectorAll('main [id]')].map((block) => [block.id, block.getBoundingClientRect().top]))`,
  )) as Record<string, number>;
  const toggle = page.locator('.toggle a').nth(link);
  const box = await toggle.boundingBox();
  if (!box || box.y < 0) throw new Error('The toggle is out of sight');
  await Promise.all([page.waitForNavigation(), page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)]);
  const found = await page.evaluate(
    `(() => { const there = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.getBoundingClientRect().top; return there >= 0 && there < innerHeight; })()`,
  );
  const url = new URL(page.url());
  const hash = decodeURIComponent(url.hash);
  // How far the block that one got to was from the one that one read, in pixels of the page that one left.
  const off = Math.abs((tops[hash.slice(1)] ?? Number.POSITIVE_INFINITY) - (tops[id] ?? 0));
  return { path: url.pathname, hash, found, off };
}

async function inWindow(
  { width, script = true }: { width: number; script?: boolean },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  if (!held.browser) throw new Error('No browser');
  const context = await held.browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: script });
  try {
    await look(await context.newPage());
  } finally {
    await context.close();
  }
}
