import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { holdBrowser, writeFiles } from '../../helpers/browser.ts';
import { folderOf } from '../../helpers/publication.ts';

const words = (en: string, fr: string): string => `:::en\n${en}\n:::\n\n:::fr\n${fr}\n:::\n\n`;
const numbers = Array.from({ length: 61 }, (_, at) => String(at).padStart(2, '0'));
const code = '```js\nconst one = 1;\n```';

/** More pages than a menu has room for, and two that are called alike. */
const documents = {
  alike: `# :en[Same]:fr[Pareil]\n\n${words(`Of a heron.\n\n${code}`, `D’un héron.\n\n${code}`)}`,
  other: `# :en[Same]:fr[Pareil]\n\n${words('Of another heron.', 'D’un autre héron.')}`,
  ...Object.fromEntries(
    numbers.map((at) => [
      `page-${at}`,
      `# :en[Page ${at}]:fr[Page n° ${at}]\n\n${words(`Text ${at}.`, `Texte ${at}.`)}`,
    ]),
  ),
};

const folder = folderOf({
  'source/publication.yaml': 'id: many\ntitle: {en: Many, fr: Beaucoup}\nlanguages: [en-CA, fr-CA]\ndate: 2005-04-19\n',
  ...Object.fromEntries(Object.entries(documents).map(([name, text]) => [`source/${name}.md`, text])),
});
const { files } = await build(folder, { to: 'memory', formats: ['html'], draft: true });
const site = writeFiles(files);
const held = holdBrowser();
afterAll(() => site.remove());

async function visit(path: string, width: number, look: (page: Page) => Promise<void>): Promise<void> {
  const page = await held.browser?.newPage({ viewport: { width, height: 700 } });
  if (!page) throw new Error('No browser');
  try {
    await page.goto(`file://${site.dir}/${path}`);
    await look(page);
  } finally {
    await page.close();
  }
}

test('two pages that are called alike are found as two', async () => {
  await visit('en/search.html?q=heron', 1280, async (page) => {
    const links = page.locator('#_results h2 a');
    expect(await links.allInnerTexts()).toEqual(['Same', 'Same']);
    const addresses = await links.evaluateAll((each) => each.map((link) => link.getAttribute('href')));
    expect(addresses.sort()).toEqual(['alike.html', 'other.html']);
  });
});

test.each([1280, 390])('a long menu shows the page that one is on: %i px', async (width) => {
  await visit('en/page-40.html', width, async (page) => {
    if (width < 1280) await page.locator('.menu').click();
    const current = page.locator('.sections [aria-current]');
    await expect.poll(async () => (await current.boundingBox())?.y).toBeLessThan(600);
    expect((await current.boundingBox())?.y).toBeGreaterThan(60);
    expect(await page.evaluate('scrollY')).toBe(0);
  });
});

test('the button of a program lies over it, also where the program is one of several blocks of a passage', async () => {
  await visit('en/alike.html', 1280, async (page) => {
    const [code, button] = await Promise.all([page.locator('pre').boundingBox(), page.locator('.copy').boundingBox()]);
    if (!code || !button) throw new Error('No code, or no button');
    expect(button.y + button.height).toBeLessThanOrEqual(code.y + code.height);
  });
});

test('what a draft says of itself begins where the text of the page does, however wide the window', async () => {
  await visit('en/page-00.html', 1920, async (page) => {
    const said = await page.locator('.draft p').boundingBox();
    expect(said?.x).toBe((await page.locator('.crumbs ol').boundingBox())?.x);
  });
});
