import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import { auditPage, holdBrowser, writeFiles } from '../../helpers/browser.ts';
import { folderOf } from '../../helpers/publication.ts';

const rows = Array.from({ length: 60 }, (_, index) => `| Name ${index} | ${index * 37} |`).join('\n');
const tall = `| Name | Amount |\n| --- | ---: |\n${rows}`;
const wideRow = (words: string): string => `| ${Array.from({ length: 14 }, (_, at) => `${words} ${at}`).join(' | ')} |`;
const wide = [
  wideRow('Column'),
  `|${' --- |'.repeat(14)}`,
  ...Array.from({ length: 40 }, (_, at) => wideRow(`Value${at}`)),
].join('\n');

const documents = {
  a: `# :en[First]:fr[Premier]

:::en
See [the plan](b.md#plan), [the table](b.md#amounts) and [the second](b.md).
:::
:::fr
Voir [le plan](b.md#plan), [le tableau](b.md#amounts) et [le second](b.md).
:::

## :en[Tall]:fr[Haut]

${tall}

## :en[Wide]:fr[Large]

${wide}

## :en[Index]:fr[Index]

::index

## :en[End]:fr[Fin]

:::en
${'Words to scroll by. '.repeat(400)}
:::
:::fr
${'Des mots à faire défiler. '.repeat(400)}
:::
`,
  b: `# :en[Second]:fr[Deuxième]

## :en[Plan]:fr[Plan] {#plan}

:::en
What the plan says[^n], as [the first](a.md) does.
:::
:::fr
Ce que dit le plan[^n], comme [le premier](a.md).
:::

:::en
A :index[place] in a line.
:::
:::fr
Un :index[lieu] dans une ligne.
:::

::::table{#amounts}
:::en
Amounts
:::
:::fr
Montants
:::

${tall}
::::

[^n]: :en[A note.]:fr[Une note.]
`,
  c: `# :en[Third]:fr[Troisième]

:::en
A weir, to which the glossary alone leads back.
:::
:::fr
Un barrage, auquel le glossaire seul ramène.
:::
`,
};

const glossary = `- id: weir
  en: {term: weir, def: A low wall in a river.}
  fr: {term: barrage, gender: m, def: Un mur bas dans une rivière.}
`;

const settings = 'id: two\ntitle: {en: Two, fr: Deux}\nlanguages: [en-CA, fr-CA]\ndate: 2005-04-19\n';
const folder = folderOf({
  'source/publication.yaml': settings,
  'source/glossary.yaml': glossary,
  ...Object.fromEntries(Object.entries(documents).map(([name, text]) => [`source/${name}.md`, text])),
});
const { files } = await build(folder, {
  to: 'memory',
  formats: ['html'],
  editions: ['en', 'fr', 'columns'],
  draft: true,
});
const site = writeFiles(files);
afterAll(() => site.remove());

/** What a script says, run as a page runs it. */
function excerptsIn(path: string): Record<string, string> {
  const script: { excerpts?: Record<string, string> } = {};
  const source = new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);
  new Function('document', source)({ currentScript: script });
  return script.excerpts ?? {};
}

describe('what other pages show of a document', () => {
  test('is a section’s title and first paragraph, or a block whole, in its language', () => {
    const excerpts = excerptsIn('fr/b.excerpts.js');
    const { plan, amounts = '', '': whole } = excerpts;
    expect(plan).toBe(
      '<p><strong>Plan</strong></p>\n<p>Ce que dit le plan, comme <a href="a.html">le premier</a>.</p>',
    );
    expect(amounts).toContain('Montants');
    expect(amounts.match(/<tr>/g)).toHaveLength(13); // the head, and twelve rows
    expect(Object.keys(excerpts).sort()).toEqual(['', 'amounts', 'plan']); // no place in a line, as an index has them
    expect(whole).toBe('<p><strong>Deuxième</strong></p>');
    expect(plan + amounts + whole).not.toMatch(/ id=|note-call/);
  });

  test('is made for what is referred to alone, not for what the glossary leads back to', () => {
    const back = new TextDecoder().decode(files.find(({ path }) => path === 'en/glossary.html')?.bytes);
    expect(back).toContain('href="c.html#use-weir-1"');
    expect(Object.keys(excerptsIn('en/a.excerpts.js'))).toEqual(['']);
    expect(files.filter(({ path }) => path.endsWith('.excerpts.js'))).toHaveLength(4);
  });
});

interface Visit {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly javaScriptEnabled?: boolean;
}

describe('in a browser', () => {
  const held = holdBrowser();

  /** Opens a page from the folder; nothing may be said in the console, and nothing asked from elsewhere. */
  async function visit(path: string, options: Visit, look: (page: Page) => Promise<void>): Promise<void> {
    const { width = 1280, ...rest } = options;
    const context = await held.browser?.newContext({ viewport: { width, height: 700 }, ...rest });
    if (!context) throw new Error('No browser');
    const page = await context.newPage();
    const heard: string[] = [];
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', ({ message }) => heard.push(message));
    page.on('request', (request) => !request.url().startsWith(`file://${site.dir}/`) && heard.push(request.url()));
    try {
      await page.goto(`file://${site.dir}/${path}`);
      await look(page);
      expect(heard).toEqual([]);
    } finally {
      await context.close();
    }
  }

  describe('a reference to another page', () => {
    test.each([
      ['en/a.html', 'What the plan says'],
      ['fr/a.html', 'Ce que dit le plan'],
      ['bilingual/a.html', 'Ce que dit le plan'],
    ])('shows what it leads to: %s', async (path, words) => {
      await visit(path, {}, async (page) => {
        const link = page
          .locator(path.startsWith('bilingual') ? '[lang="fr-CA"] [data-excerpt]' : '[data-excerpt]')
          .first();
        const tip = page.locator('.excerpt-tip');
        await link.hover();
        await tip.waitFor({ state: 'visible' });
        expect(await tip.innerText()).toContain(words);
        expect(await link.getAttribute('aria-describedby')).toBe('_tip');
        const inner = page.locator('.excerpt-tip a');
        const to = await inner.evaluate((each) => (each as HTMLAnchorElement).href);
        expect(to).toBe(`file://${site.dir}/${path.startsWith('en') ? 'en' : 'fr'}/a.html`);
        await page.keyboard.press('Escape');
        await tip.waitFor({ state: 'hidden' });
      });
    });

    test('shows a table as wide as it is, to who comes by keyboard', async () => {
      await visit('en/a.html', {}, async (page) => {
        await page.keyboard.press('Tab');
        await page.locator('[data-excerpt]').nth(1).focus();
        const table = page.locator('.excerpt-tip table');
        await table.waitFor({ state: 'visible' });
        expect((await table.boundingBox())?.width).toBeGreaterThan(80);
        expect((await page.locator('.excerpt-tip').boundingBox())?.width).toBeGreaterThan(110);
      });
    });

    test('shows nothing where it leads to a place in a line, and leads there', async () => {
      await visit('en/a.html', {}, async (page) => {
        const link = page.locator('.index [data-excerpt]').first();
        await link.hover();
        await page.waitForTimeout(500);
        expect(await page.locator('.excerpt-tip').allInnerTexts()).toEqual([]);
        await link.click();
        await page.waitForURL('**/en/b.html#index-1');
      });
    });
  });

  const topOf = (page: Page, selector: string): Promise<number> =>
    page.locator(selector).evaluate((each) => each.getBoundingClientRect().top);

  describe('the head of a long table', () => {
    const [first, second] = ['.table-scroll:has(th:text-is("Amount"))', '.table-scroll:has(th:text-is("Column 13"))'];

    test('stays under the bar while the page scrolls, where the table fits', async () => {
      await visit('en/a.html', {}, async (page) => {
        await page.locator(`${first} tbody tr`).nth(50).scrollIntoViewIfNeeded();
        const bar = await page.locator('.bar').evaluate((each) => each.getBoundingClientRect().bottom);
        await expect.poll(async () => Math.abs((await topOf(page, `${first} thead`)) - bar)).toBeLessThan(2);
        await page.locator('main p').last().scrollIntoViewIfNeeded();
        expect(await topOf(page, `${first} thead`)).toBeLessThan(bar); // it goes with its table
      });
    });

    test.each([
      [1280, true],
      [320, true],
      [1280, false],
    ])(
      'stays in its box where the table is wider than its room: %i px, script %s',
      async (width, javaScriptEnabled) => {
        await visit('en/a.html', { width, javaScriptEnabled }, async (page) => {
          const box = page.locator(second);
          await box.evaluate((each) => {
            each.scrollIntoView();
            each.scrollTo(120, 500);
          });
          const [height, window] = await box.evaluate((each) => [each.clientHeight, innerHeight]);
          expect(height).toBeLessThan(Number(window));
          expect(await box.evaluate((each) => [each.scrollTop, each.scrollLeft])).toEqual([500, 120]);
          expect(Math.abs((await topOf(page, `${second} thead`)) - (await topOf(page, second)))).toBeLessThan(2);
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        });
      },
    );

    test('is no obstacle: nothing to report by axe, and on paper it stands where it stands', async () => {
      await visit('en/a.html', { colorScheme: 'dark' }, async (page) => {
        await page.locator(`${first} tbody tr`).nth(50).scrollIntoViewIfNeeded();
        expect(await auditPage(page)).toEqual([]);
        await page.emulateMedia({ media: 'print' });
        const position = await page.locator(`${first} thead`).evaluate((each) => getComputedStyle(each).position);
        expect(position).toBe('static');
        expect(await page.locator(second).evaluate((each) => getComputedStyle(each).maxBlockSize)).toBe('none');
      });
    });
  });
});
