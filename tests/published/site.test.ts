import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditPage, holdBrowser, sidewaysScroll } from '../helpers/browser.ts';
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

  test('from a note, the other views are at that note', async () => {
    const { dir, pages, englishFirst } = made();
    const isNoted = (path: string): boolean => readFileSync(`${dir}/${path}`, 'utf8').includes('<li id="fn-1"');
    const noted = pages.filter((path) => /^(en|fr)\//.test(path) && isNoted(path));
    expect(noted.length).toBeGreaterThan(1);
    await inWindow({ width: 320, height: 300 }, async (page) => {
      for (const path of noted.slice(0, 4)) {
        const language = path.slice(0, 2);
        await page.goto(`file://${dir}/${path}`);
        const beside = await clickFrom(page, 'fn-1', 1);
        expect([beside.hash, beside.found], path).toEqual([`#fn-1--${language}`, true]);
        const back = await clickFrom(page, beside.hash.slice(1), (language === 'en') === englishFirst ? 0 : 1);
        expect([back.path.endsWith(path), back.hash, back.found], path).toEqual([true, '#fn-1', true]);
      }
    });
  });

  test('without script, every block has links to itself in the other languages, and they lead there', async () => {
    const { dir, pages } = made();
    const texts = pages.filter((path) => /^(en|fr|bilingual)\/(?!index|search|changes|help)/.test(path));
    const ids = new Map(
      pages.map((path) => [
        path,
        new Set([...readFileSync(`${dir}/${path}`, 'utf8').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
      ]),
    );
    let links = 0;
    await inWindow({ width: 1280, script: false }, async (page) => {
      for (const path of texts) {
        await page.goto(`file://${dir}/${path}`);
        const { bare, led } = await pairLinks(page);
        expect(bare, `${path}: blocks without links`).toEqual([]);
        for (const { block, href } of led) {
          const [there = '', id = ''] = href.split('#');
          const to = join(dirname(path), there);
          expect(ids.get(to)?.has(decodeURIComponent(id)), `${path}: ${href}`).toBe(true);
          if (block !== undefined && ids.get(to)?.has(block)) expect(id, path).toBe(block);
          links++;
        }
      }
      const [path = ''] = texts;
      await page.goto(`file://${dir}/${path}`);
      const paragraph = page.locator('.text p[id]:has(.pair)').first();
      const link = paragraph.locator('.pair a').last();
      expect(await link.evaluate((a) => getComputedStyle(a.parentElement as Element).opacity)).toBe('0');
      await paragraph.hover();
      expect(await link.evaluate((a) => getComputedStyle(a.parentElement as Element).opacity)).toBe('1');
      const id = await paragraph.getAttribute('id');
      await link.click();
      expect(page.url()).toMatch(new RegExp(`/bilingual/[^/]*#${id}$`));
    });
    expect(links).toBeGreaterThan(folder === '.' ? 100 : 60);
    await inWindow({ width: 320 }, async (page) => {
      // axe needs scripts; what is shown without them is set in their place.
      for (const path of [texts[1], texts.at(-1)]) {
        await page.goto(`file://${dir}/${path}`);
        await page.evaluate(`for (const each of document.querySelectorAll('noscript')) {
          each.parentElement.normalize();
          const shown = document.createElement('span');
          shown.innerHTML = each.textContent.replace('<p ', '<span ').replace('</p>', '</span>');
          each.replaceWith(shown);
          for (const pair of shown.querySelectorAll('.pair')) pair.style.opacity = 1;
        }`);
        expect(await auditPage(page), path).toEqual([]);
        expect(await sidewaysScroll(page), path).toBe(0);
      }
    });
  });
});

/** Of a page without script: blocks of its text that have no links at their end, and where the others' lead. */
async function pairLinks(page: Page): Promise<{
  readonly bare: readonly string[];
  readonly led: readonly { readonly block?: string; readonly href: string }[];
}> {
  return page.evaluate(`(() => {
    const bare = [], led = [];
    for (const block of document.querySelectorAll('.text :is(p, ul, ol, dl, pre, figure, nav, .table-scroll, .formula)')) {
      if (block.closest('.notes, .backlinks, .pair, .admonition-title, .definition, dd')) continue;
      if (block.parentElement.closest('p, ul, ol, dl, pre, figure, nav, .table-scroll, .formula')) continue;
      const after = block.nextElementSibling;
      const pairs = [...block.querySelectorAll('.pair'), ...(after?.localName === 'noscript' ? after.querySelectorAll('.pair') : [])];
      if (pairs.length === 0) bare.push(block.outerHTML.slice(0, 80));
      const half = block.closest('.half');
      const expected = half ? 1 : 2;
      for (const pair of pairs) if (pair.children.length !== expected) bare.push(pair.outerHTML);
      for (const a of pairs.flatMap((pair) => [...pair.children])) led.push({ block: pairs.length === 1 && block.id && !half ? block.id : undefined, href: a.getAttribute('href') });
    }
    return { bare, led };
  })()`) as Promise<Awaited<ReturnType<typeof pairLinks>>>;
}

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
  { width, height = 800, script = true }: { width: number; height?: number; script?: boolean },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  if (!held.browser) throw new Error('No browser');
  const context = await held.browser.newContext({ viewport: { width, height }, javaScriptEnabled: script });
  try {
    await look(await context.newPage());
  } finally {
    await context.close();
  }
}
